//! Doubt: what a faulty row would have brought, so that rows below which only lack that are not blamed for it.
//!
//! A faulty row is not posted, so pieces that it would have moved stay where they were. A later row that asks for them is
//! short by no more than what the faulty rows above could have brought to that place; it is then left out of the list, and
//! what it would have brought in its turn is doubtful too. A row that is short by more is blamed like any other: the amount
//! of a doubt is never more than what the faulty row said, nor than what it could have found.

use crate::values::ids::{LineId, StepNo, WorkerId};
use std::collections::BTreeMap;

/// Where something may be missing because of a faulty row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    Pool(LineId, StepNo),
    /// Fresh pieces of a step at a worker's home; nobody's where it is not known whose.
    Hand(LineId, StepNo, Option<WorkerId>),
    Redo(LineId, StepNo, Option<WorkerId>),
    /// Spoiled pieces that could be replaced.
    Lost(LineId),
    /// What a worker is owed.
    Owed(WorkerId),
    /// Pieces anywhere: the faulty row does not say of which order.
    Anywhere,
}

/// All doubts so far, with how many pieces or fen.
#[derive(Debug, Default)]
pub(super) struct Doubts(BTreeMap<Spot, i64>);

impl Doubts {
    /// That many more may be there.
    pub(super) fn raise(&mut self, spot: Spot, amount: i64) {
        if amount > 0 {
            let sum = self.0.entry(spot).or_default();
            *sum = sum.saturating_add(amount);
        }
    }

    /// How many more may be there: at the spot itself, at home of somebody unknown, or anywhere.
    pub(super) fn at(&self, spot: Spot) -> i64 {
        Self::wider(spot).filter_map(|spot| self.0.get(&spot)).fold(0, |sum, more| sum.saturating_add(*more))
    }

    /// Explains a shortage by the doubts, using them up; whether they suffice.
    pub(super) fn explain(&mut self, spot: Spot, short: i64) -> bool {
        if self.at(spot) < short {
            return false;
        }
        let mut left = short;
        for spot in Self::wider(spot) {
            if let Some(more) = self.0.get_mut(&spot) {
                let used = left.min(*more);
                *more -= used;
                left -= used;
            }
        }
        true
    }

    fn wider(spot: Spot) -> impl Iterator<Item = Spot> {
        let somebody = match spot {
            Spot::Hand(line, step, Some(_)) => Some(Spot::Hand(line, step, None)),
            Spot::Redo(line, step, Some(_)) => Some(Spot::Redo(line, step, None)),
            _ => None,
        };
        [Some(spot), somebody, Some(Spot::Anywhere)].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortage_is_explained_once_and_only_as_far_as_the_doubt_goes() {
        let hers = Spot::Hand(LineId(1), StepNo(1), Some(WorkerId(7)));
        let mut doubts = Doubts::default();
        doubts.raise(Spot::Hand(LineId(1), StepNo(1), None), 5);
        doubts.raise(hers, 3);
        assert!(!doubts.explain(hers, 9));
        assert!(doubts.explain(hers, 6));
        assert!(!doubts.explain(hers, 3));
        assert!(doubts.explain(hers, 2));
        assert!(!doubts.explain(Spot::Pool(LineId(1), StepNo(1)), 1));
    }
}
