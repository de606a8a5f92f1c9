//! What she said of an entry, and the answers.

use super::note::note;
use crate::spoken::{Clip, Sentence};
use ledger::model::{Review, Verdict};

/// Her reviews in turn, each with its answer: the usual reasons are heard, and that there is more in writing.
pub fn reviews(reviews: &[Review]) -> Sentence {
    reviews.iter().map(turn).collect()
}

fn turn(review: &Review) -> Sentence {
    let day = Sentence::default().date(review.day);
    let statement = match &review.verdict {
        Verdict::Right => return day.then(Sentence::of(Clip::SaidRight)),
        Verdict::Wrong { accepted, words } => Sentence::of(Clip::YouSaid).pieces(*accepted).then(note(words.as_str())),
        Verdict::Amount { fen, words } => Sentence::of(Clip::YouSaid).money(*fen).then(note(words.as_str())),
    };
    let answer = match &review.answer {
        Some(answer) => Some(Sentence::of(Clip::Answered).then(note(answer.as_str()))),
        None => review.is_open().then(|| Sentence::of(Clip::NoAnswer)),
    };
    day.then(statement).then_some(answer)
}
