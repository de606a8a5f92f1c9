//! Taking back a proposal of one’s own.

use crate::journal::Books;
use crate::model::{End, Withdraw};
use crate::rules::approval::open::{closed, open};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::{Askers, Rule};

impl Rule for Withdraw {
    fn askers(&self) -> Askers {
        Askers::CoordinatorInPerson
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Proposal(self.proposal)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let proposal = open(books, self.proposal)?;
        if proposal.by != moment.actor {
            return Err(Refusal::NotYours);
        }
        Ok(Decision { entities: vec![closed(proposal, End::Withdrawn, moment)], ..Decision::default() })
    }
}
