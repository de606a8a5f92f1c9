//! Declining a proposal of another.

use crate::journal::Books;
use crate::model::{Decline, End};
use crate::rules::approval::open::{closed, of_another};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::{Askers, Rule};

impl Rule for Decline {
    fn askers(&self) -> Askers {
        Askers::CoordinatorInPerson
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Proposal(self.proposal)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let proposal = of_another(books, moment, self.proposal)?;
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let entities = vec![closed(proposal, End::Declined, moment)];
        Ok(Decision { entities, note: self.reason.clone(), ..Decision::default() })
    }
}
