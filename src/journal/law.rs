//! The law: nothing appears, nothing vanishes.

use super::{Account, Move, Place, Transfer};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// The most that a place or an account may hold, either way: 2^53, up to which every spreadsheet and browser
/// that reads our numbers keeps them exact, and at which sums of 64 bits are still far from overflowing.
pub const MOST_HELD: i64 = 1 << 53;

/// How an event would break the law.
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
    /// A place or an account would hold more than [`MOST_HELD`].
    #[error("more than the books can hold")]
    TooLarge,
    /// An event that is in the books already.
    #[error("an event happens once")]
    Twice,
}

/// What places and accounts hold now.
pub trait Balances {
    /// The pieces at a place.
    fn pieces_at(&self, place: Place) -> Pieces;
    /// An account's balance, debits − credits.
    fn balance(&self, account: Account) -> Fen;
}

/// The balances that moves and transfers touch, as they are afterwards.
pub(super) struct After {
    pub places: BTreeMap<Place, Pieces>,
    pub accounts: BTreeMap<Account, Fen>,
}

/// Whether these moves and transfers, together, may happen to these books.
///
/// # Errors
/// The first way in which they break the law.
pub fn check(books: &impl Balances, moves: &[Move], transfers: &[Transfer]) -> Result<(), LawBroken> {
    after(books, moves, transfers).map(drop)
}

/// What the books hold once these have happened. Sums are of 128 bits: no list of 64-bit numbers overflows them.
pub(super) fn after(books: &impl Balances, moves: &[Move], transfers: &[Transfer]) -> Result<After, LawBroken> {
    let mut places: BTreeMap<Place, i128> = BTreeMap::new();
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
        *places.entry(step.from).or_default() -= i128::from(step.pieces.0);
        *places.entry(step.to).or_default() += i128::from(step.pieces.0);
    }
    let mut accounts: BTreeMap<Account, i128> = BTreeMap::new();
    for transfer in transfers {
        if transfer.fen <= Fen::ZERO {
            return Err(LawBroken::Nothing);
        }
        if transfer.debit == transfer.credit {
            return Err(LawBroken::Nowhere);
        }
        *accounts.entry(transfer.debit).or_default() += i128::from(transfer.fen.0);
        *accounts.entry(transfer.credit).or_default() -= i128::from(transfer.fen.0);
    }
    let places = places.into_iter().map(|(place, by)| {
        let have = books.pieces_at(place);
        let pieces = Pieces(held(have.0, by)?);
        if pieces < Pieces::ZERO && !place.may_go_below_zero() {
            return Err(LawBroken::BelowZero { place, have, short: Pieces::ZERO - pieces });
        }
        Ok((place, pieces))
    });
    let places = places.collect::<Result<_, _>>()?;
    let accounts = accounts.into_iter().map(|(account, by)| Ok((account, Fen(held(books.balance(account).0, by)?))));
    Ok(After { places, accounts: accounts.collect::<Result<_, _>>()? })
}

fn held(have: i64, by: i128) -> Result<i64, LawBroken> {
    i64::try_from(i128::from(have) + by)
        .ok()
        .filter(|held| (-MOST_HELD..=MOST_HELD).contains(held))
        .ok_or(LawBroken::TooLarge)
}

#[cfg(test)]
mod tests;
