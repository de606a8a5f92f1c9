//! A step's time study 测时: somebody makes some pieces by the clock.

use crate::day::Day;
use crate::decide::{Decision, Moment};
use crate::ids::{StepNo, StyleId};
use crate::journal::Books;
use crate::noun::Noun;
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::split::Centiminutes;
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// The longest study, in hundredths of a minute: a day and a night.
const MOST: Centiminutes = 144_000;

/// What was seen of a step on a day. It changes no pace and no rate: it stands beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeStudy {
    pub style: StyleId,
    pub step: StepNo,
    pub day: Day,
    pub pieces: Pieces,
    /// The time that all of them took, in hundredths of a minute.
    pub took: Centiminutes,
    /// What is added for rest and the needs of the body, in percent of that.
    pub rest: i64,
    /// Who was watched, and how she is beside others.
    pub note: Note,
}

impl TimeStudy {
    /// The time for a piece, rest in it, in hundredths of a minute, rounded up: took × (100 + rest) ÷ 100 ÷ pieces.
    ///
    /// The observed time with its relaxation allowance (Kanawaty, ed., *Introduction to Work Study*, 4th edition, International Labour
    /// Office 1992, part four). Nobody is rated: that is for the eye of who watches, and belongs into the note.
    #[must_use]
    pub fn a_piece(&self) -> Centiminutes {
        let all = i128::from(self.took) * i128::from(100 + self.rest);
        let by = i128::from(self.pieces.0.max(1)) * 100;
        i64::try_from((all + by - 1) / by).unwrap_or(i64::MAX)
    }
}

/// Records a study; of one step and day the last counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordTimeStudy {
    pub style: StyleId,
    pub step: StepNo,
    pub pieces: Pieces,
    pub took: Centiminutes,
    pub rest: i64,
    pub note: Note,
}

impl RecordTimeStudy {
    /// What it says, as it will stand.
    #[must_use]
    pub fn study(&self, day: Day) -> TimeStudy {
        let Self { style, step, pieces, took, rest, ref note } = *self;
        TimeStudy { style, step, day, pieces, took, rest, note: note.clone() }
    }

    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let Self { style, step, pieces, took, rest, .. } = *self;
        let known = books.styles.get(&style).ok_or(Refusal::unknown(Thing::Style))?;
        known.step(step).ok_or(Refusal::unknown(Thing::Step))?;
        if !pieces.any() {
            return Err(Refusal::Nothing);
        }
        if !(1..=MOST).contains(&took) {
            return Err(Refusal::BadMinutes);
        }
        if !(0..=100).contains(&rest) {
            return Err(Refusal::BadRest);
        }
        Ok(Decision {
            nouns: vec![Noun::TimeStudy(self.study(moment.day))],
            note: self.note.clone(),
            ..Decision::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_takes_what_was_seen_and_rest() {
        let study = |pieces, took, rest| TimeStudy {
            style: StyleId(1),
            step: StepNo(1),
            day: "2026-11-02".parse().expect("a day"),
            pieces: Pieces(pieces),
            took,
            rest,
            note: Note::default(),
        };
        // Ten pieces in an hour, and 15 % for rest: 6 × 1.15.
        assert_eq!(study(10, 6_000, 15).a_piece(), 690);
        assert_eq!(study(3, 1_000, 0).a_piece(), 334, "rounded up");
    }
}
