//! The law: nothing appears, nothing vanishes.

use super::{Books, Move, Place, Transfer};
use crate::pieces::Pieces;
use std::collections::BTreeMap;

/// How moves and transfers would break the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LawBroken {
    /// A move or transfer of nothing, or less.
    #[error("a move or transfer of nothing")]
    Nothing,
    /// A move or transfer from somewhere to the same.
    #[error("from somewhere to the same")]
    Nowhere,
    /// Pieces of one line that would become pieces of another.
    #[error("pieces would change their order line")]
    OtherLine,
    /// A place would hold less than nothing.
    #[error("{place:?} has {have}, {short} too few")]
    BelowZero {
        place: Place,
        /// What is there.
        have: Pieces,
        /// How many more it would take.
        short: Pieces,
    },
}

/// Whether these moves and transfers, together, may happen to these books.
///
/// # Errors
/// The first way in which they break the law.
pub fn check(books: &Books, moves: &[Move], transfers: &[Transfer]) -> Result<(), LawBroken> {
    let mut change: BTreeMap<Place, i64> = BTreeMap::new();
    for step in moves {
        if !step.pieces.any() {
            return Err(LawBroken::Nothing);
        }
        if step.from == step.to {
            return Err(LawBroken::Nowhere);
        }
        if step.from.line() != step.to.line() {
            return Err(LawBroken::OtherLine);
        }
        *change.entry(step.from).or_default() -= step.pieces.0;
        *change.entry(step.to).or_default() += step.pieces.0;
    }
    for transfer in transfers {
        if transfer.fen.0 <= 0 {
            return Err(LawBroken::Nothing);
        }
        if transfer.debit == transfer.credit {
            return Err(LawBroken::Nowhere);
        }
    }
    for (place, by) in change {
        let have = books.pieces_at(place);
        if have.0 + by < 0 && !place.may_go_below_zero() {
            return Err(LawBroken::BelowZero { place, have, short: Pieces(-(have.0 + by)) });
        }
    }
    Ok(())
}
