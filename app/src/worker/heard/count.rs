//! What was counted.

use super::note::note;
use crate::spoken::{Clip, Sentence};
use ledger::store::reads::verdict::{Counted, CountedPart};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// A count: when, what was accepted, sent back and scrapped of each work, and why. Where pay is shown, what it brought.
pub fn count(count: &Counted, earned: Option<Fen>) -> Sentence {
    Sentence::of(Clip::CountedOn)
        .date(count.day)
        .say(Clip::CountedThen)
        .then(parts(&count.parts))
        .then_some((!count.reason.is_empty()).then(|| Sentence::of(Clip::Because).then(note(&count.reason))))
        .then_some(earned.map(|earned| Sentence::of(Clip::YouEarned).money(earned)))
        .then_some(count.undone.map(|_| Sentence::of(Clip::Undone)))
}

/// What was counted of each work, in turn.
fn parts(parts: &[CountedPart]) -> Sentence {
    let several = parts.len() > 1;
    let each = parts.iter().enumerate().map(|(place, part)| {
        let nth = several.then(|| Sentence::nth_work(place + 1));
        Sentence::default().then_some(nth).then(amounts(part.accepted, part.rework, part.scrapped))
    });
    each.collect()
}

/// What was accepted, and where there was any, what was sent back and scrapped.
pub(super) fn amounts(accepted: Pieces, rework: Pieces, scrapped: Pieces) -> Sentence {
    let other = |clip, pieces: Pieces| (pieces != Pieces::ZERO).then(|| Sentence::of(clip).pieces(pieces));
    Sentence::of(Clip::Accepted)
        .pieces(accepted)
        .then_some(other(Clip::Rework, rework))
        .then_some(other(Clip::Scrapped, scrapped))
}
