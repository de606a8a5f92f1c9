//! One entry of her book other than a count.

use super::note::note;
use crate::spoken::{Clip, Sentence};
use ledger::journal::Purpose;
use ledger::store::reads::book::{BookEntry, BookRow};

/// An entry: when, what, and what became of it. Rates are said where pay is shown; rows of money are there only then.
pub fn entry(entry: &BookEntry, with_pay: bool) -> Sentence {
    let several = entry.rows.len() > 1;
    let rows = entry.rows.iter().enumerate().map(|(place, one)| {
        let nth = (several && !matches!(one, BookRow::Money { .. })).then(|| Sentence::nth_work(place + 1));
        Sentence::default().then_some(nth).then(row(one, with_pay))
    });
    Sentence::default()
        .date(entry.day)
        .then(rows.collect())
        .then(note(&entry.note))
        .then_some(entry.mends.map(|_| Sentence::of(Clip::TakenBack)))
        .then_some(entry.undone.as_ref().map(|undone| Sentence::of(Clip::Undone).then(note(&undone.reason))))
}

fn row(row: &BookRow, with_pay: bool) -> Sentence {
    match row {
        BookRow::Issued { pieces, rate, .. } => Sentence::of(Clip::Issued)
            .pieces(*pieces)
            .then_some(with_pay.then(|| Sentence::of(Clip::Each).money(*rate))),
        BookRow::Returned { pieces, .. } => Sentence::of(Clip::Returned).pieces(*pieces),
        BookRow::Counted { accepted, rework, scrapped, .. } => super::count::amounts(*accepted, *rework, *scrapped),
        BookRow::Money { purpose, fen } => {
            let what = match purpose {
                Purpose::Bonus => Clip::Bonus,
                Purpose::Deduction => Clip::Deduction,
                Purpose::Advance => Clip::Advance,
                _ => Clip::Paid,
            };
            Sentence::of(what).money(*fen)
        }
    }
}
