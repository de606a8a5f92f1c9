//! What is to be said, before it is known in which language.

use super::{Clip, chinese, english};
use crate::language::Language;
use chrono::Datelike;
use ledger::values::day::Day;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// The most clips that are said at a tap: more than a minute.
pub const MOST: usize = 120;

/// Clips, numbers, money and days, in turn. The order is the same in all languages: what only one of them says, such as 第 and 样
/// around a number, has no words in the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(Vec<Part>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Clip(Clip),
    Nth(u64),
    Pieces(i64),
    Days(i64),
    Money(Fen),
    Date(Day),
}

impl Sentence {
    /// Begins with a clip.
    #[must_use]
    pub fn of(clip: Clip) -> Self {
        Self::default().say(clip)
    }

    /// Which of several on a page, counted from one: "work number two".
    #[must_use]
    pub fn nth_work(place: usize) -> Self {
        let place = u64::try_from(place).unwrap_or(u64::MAX);
        Self::of(Clip::Nth).with(Part::Nth(place)).say(Clip::NthWork)
    }

    /// Goes on with a clip.
    #[must_use]
    pub fn say(self, clip: Clip) -> Self {
        self.with(Part::Clip(clip))
    }

    /// Goes on with so many pieces.
    #[must_use]
    pub fn pieces(self, pieces: Pieces) -> Self {
        self.with(Part::Pieces(pieces.0))
    }

    /// Goes on with so many days.
    #[must_use]
    pub fn days(self, days: i64) -> Self {
        self.with(Part::Days(days))
    }

    /// Goes on with an amount.
    #[must_use]
    pub fn money(self, fen: Fen) -> Self {
        self.with(Part::Money(fen))
    }

    /// Goes on with a date; its year is said where it is not the present one.
    #[must_use]
    pub fn date(self, day: Day) -> Self {
        self.with(Part::Date(day))
    }

    /// Says another after this one, with a pause between.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push(Part::Clip(Clip::Pause));
        }
        self.0.extend(other.0);
        self
    }

    /// Says another after this one where there is one.
    #[must_use]
    pub fn then_some(self, other: Option<Self>) -> Self {
        self.then(other.unwrap_or_default())
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The clips of it, [`MOST`] at most: what is longer ends between two sentences, and says that there is more on the page.
    #[must_use]
    pub fn clips(&self, language: Language, today: Option<Day>) -> Vec<Clip> {
        let said = self.0.iter().flat_map(|part| part.clips(language, today));
        let mut said: Vec<Clip> = said.filter(|clip| clip.words(language).is_some()).collect();
        if said.len() > MOST {
            said.truncate(MOST - 1);
            let end = said.iter().rposition(|clip| *clip == Clip::Pause).map_or(0, |pause| pause + 1);
            said.truncate(end);
            said.push(Clip::More);
        }
        said
    }

    fn with(mut self, part: Part) -> Self {
        self.0.push(part);
        self
    }
}

impl FromIterator<Sentence> for Sentence {
    /// One after another, with pauses between.
    fn from_iter<I: IntoIterator<Item = Sentence>>(sentences: I) -> Self {
        sentences.into_iter().fold(Self::default(), Self::then)
    }
}

impl Part {
    fn clips(self, language: Language, today: Option<Day>) -> Vec<Clip> {
        match (self, language) {
            (Self::Clip(clip), _) => vec![clip],
            (Self::Nth(place), Language::ZhCn) => chinese::number(place),
            (Self::Nth(place), Language::En) => english::number(place),
            (Self::Pieces(n), _) => counted(n, [Clip::Piece, Clip::Pieces], language),
            (Self::Days(n), _) => counted(n, [Clip::Day, Clip::Days], language),
            (Self::Money(fen), Language::ZhCn) => chinese::money(fen),
            (Self::Money(fen), Language::En) => english::money(fen),
            (Self::Date(day), _) => {
                let with_year = today.is_none_or(|today| today.0.year() != day.0.year());
                match language {
                    Language::ZhCn => chinese::date(day, with_year),
                    Language::En => english::date(day, with_year),
                }
            }
        }
    }
}

/// So many of a thing, by its word for one and for several; Chinese has the second alone.
fn counted(n: i64, [one, several]: [Clip; 2], language: Language) -> Vec<Clip> {
    let size = n.unsigned_abs();
    let (number, unit) = match language {
        Language::ZhCn => (chinese::count(size), several),
        Language::En => (english::number(size), if size == 1 { one } else { several }),
    };
    (n < 0).then_some(Clip::Minus).into_iter().chain(number).chain([unit]).collect()
}
