//! The workshop's terms 约定: what it decided once for everybody, and everybody can read.

mod repair;

pub use repair::RepairPay;

use crate::day::Day;
use crate::decide::{Decision, Moment};
use crate::journal::Books;
use crate::noun::Noun;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// The terms from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub from: Day,
    /// Whether each worker sees what an order that she worked on leaves the coordinator.
    pub share_shown: bool,
    /// What the repair of pieces that a firm refused pays.
    pub repair: RepairPay,
}

/// Sets the terms, from today on; of one day the last count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetTerms {
    pub share_shown: bool,
    pub repair: RepairPay,
}

impl SetTerms {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let Self { share_shown, repair } = *self;
        if books.terms().is_some_and(|now| (now.share_shown, now.repair) == (share_shown, repair)) {
            return Err(Refusal::SetAlready);
        }
        let terms = Terms { from: moment.today, share_shown, repair };
        Ok(Decision { nouns: vec![Noun::Terms(terms)], ..Decision::default() })
    }
}

#[cfg(test)]
mod tests;
