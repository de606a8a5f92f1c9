//! Changing who may come in.

use crate::journal::Books;
use crate::model::{Actor, ChangeAccess, Role};
use crate::rules::approval::FEWEST;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule};

impl Rule for ChangeAccess {
    fn askers(&self) -> Askers {
        match self {
            Self::ChoosePin { .. } => Askers::Worker,
            _ => Askers::Coordinator,
        }
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let worker = self.worker().map(Need::Worker);
        let coordinators = matches!(self, Self::EndAccount { .. }).then_some(Need::Coordinators);
        worker.into_iter().chain(self.firm().map(Need::Firm)).chain(coordinators).collect()
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if self.worker().is_some_and(|worker| !books.workers.contains_key(&worker)) {
            return Err(Refusal::unknown(Thing::Worker));
        }
        if self.firm().is_some_and(|firm| !books.firms.contains_key(&firm)) {
            return Err(Refusal::unknown(Thing::Firm));
        }
        match self {
            Self::ChoosePin { worker } if moment.actor != (Actor::Worker { worker: *worker }) => {
                return Err(Refusal::NotYours);
            }
            Self::EndAccount { account } | Self::ResetPassword { account }
                if moment.actor == (Actor::Coordinator { user: account.user }) =>
            {
                return Err(Refusal::OwnAccess);
            }
            Self::EndAccount { account } if account.role == Role::Coordinator && moment.coordinators <= 1 => {
                return Err(Refusal::LastCoordinator);
            }
            // The one who is left could have nothing approved any more, not even that it be turned off.
            Self::EndAccount { account }
                if account.role == Role::Coordinator
                    && books.approval
                    && moment.coordinators <= FEWEST
                    && moment.actor != Actor::Operator =>
            {
                return Err(Refusal::TwoMustStay);
            }
            // Whoever holds the link signs in as the other, and would approve what she herself asked.
            Self::ResetPassword { account }
                if account.role == Role::Coordinator && books.approval && moment.actor != Actor::Operator =>
            {
                return Err(Refusal::ResetByOperator);
            }
            _ => {}
        }
        Ok(Decision::default())
    }
}
