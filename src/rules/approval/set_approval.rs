//! Whether the workshop asks for a second coordinator.

use crate::journal::Books;
use crate::model::{Approvable, Approval, Entity, SetApproval};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

/// The fewest coordinators among whom one can approve what another asks.
pub(crate) const FEWEST: i64 = 2;

impl Rule for SetApproval {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::OpenProposals, Need::Coordinators]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
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
        Ok(Decision { entities: vec![Entity::Approval(Approval { on: self.on })], ..Decision::default() })
    }
}
