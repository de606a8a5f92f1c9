//! Whether the workshop asks for a second coordinator.

use super::Approvable;
use crate::decide::{Decision, Moment};
use crate::journal::Books;
use crate::noun::Noun;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// The fewest coordinators among whom one can approve what another asks.
const FEWEST: i64 = 2;

/// Whether rates, corrections and payments wait for a second coordinator. One switch for all three: whoever could set rates alone
/// could pay by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    pub on: bool,
}

/// Turns it on or off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetApproval {
    pub on: bool,
}

impl SetApproval {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if self.on == books.approval {
            return Err(Refusal::SetAlready);
        }
        // What waits would be done by nobody, or besides the same that is then entered at once.
        let others = books.proposals.values().filter(|proposal| proposal.is_open());
        if !self.on && others.into_iter().any(|other| !matches!(other.asked, Approvable::SetApproval(_))) {
            return Err(Refusal::OthersWait);
        }
        if self.on && moment.coordinators < FEWEST {
            return Err(Refusal::OneCoordinator);
        }
        Ok(Decision { nouns: vec![Noun::Approval(Approval { on: self.on })], ..Decision::default() })
    }
}
