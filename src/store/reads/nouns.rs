//! Nouns that pages read by themselves, each out of its columns in the order of its table's select.

use crate::model::{MinimumWage, RepairPay, Review, Skill, Slip, Tally, Terms, TimeStudy, Verdict};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;

/// Style, step.
impl FromRow for Skill {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { style: columns.next()?, step: columns.next()? })
    }
}

/// First day, fen, source.
impl FromRow for MinimumWage {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { from: columns.next()?, fen: columns.next()?, source: columns.next()? })
    }
}

/// First day, whether shares are shown, pay for repairs.
impl FromRow for Terms {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { from: columns.next()?, share_shown: columns.next()?, repair: columns.code(RepairPay::of_code)? })
    }
}

/// Style, step, day, pieces, time taken, rest, note.
impl FromRow for TimeStudy {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            style: columns.next()?,
            step: columns.next()?,
            day: columns.next()?,
            pieces: columns.next()?,
            took: columns.next()?,
            rest: columns.next()?,
            note: columns.next()?,
        })
    }
}

/// Worker, last and first day, carried, five sums, owed, the settlement.
impl FromRow for Slip {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (worker, until, from, carried) = columns.next()?;
        let (earned, bonus, deducted, advanced, paid) = columns.next()?;
        let owed: Fen = columns.next()?;
        let tally = Tally { earned, bonus, deducted, advanced, paid };
        let slip = Self { worker, until, from, carried, tally, settled: columns.next()? };
        // It is kept beside them, and so it can be wrong.
        if owed == slip.owed() {
            Ok(slip)
        } else {
            Err(StoreError::BadRow { table: "slips".into(), what: format!("what worker {} was owed", slip.worker) })
        }
    }
}

/// The columns of [`crate::store::nouns::REVIEW`].
impl FromRow for Review {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (event, worker) = columns.next()?;
        let (said, accepted, words, day): (String, Pieces, String, _) = columns.next()?;
        let (answer, fen, turn, earlier): (_, Fen, _, _) = columns.next()?;
        let bad = |what: String| StoreError::BadRow { table: "reviews".into(), what };
        let words = || Note::parse(&words).map_err(|_| bad(words.clone()));
        // A number where none belongs is one that no event wrote.
        let verdict = match (said.as_str(), accepted, fen) {
            ("right", Pieces::ZERO, Fen::ZERO) => Verdict::Right,
            ("wrong", accepted, Fen::ZERO) => Verdict::Wrong { accepted, words: words()? },
            ("amount", Pieces::ZERO, fen) => Verdict::Amount { fen, words: words()? },
            _ => return Err(bad(format!("{said} {accepted} {fen}"))),
        };
        Ok(Self { event, worker, turn, verdict, day, answer, earlier })
    }
}
