//! Approving a proposal: it is done now, by the books as they stand now.

use crate::journal::Books;
use crate::model::{Approve, End};
use crate::rules::approval::FEWEST;
use crate::rules::approval::open::{closed, needs_then, of_another};
use crate::rules::decide::follow;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::{Askers, Rule};

impl Rule for Approve {
    fn askers(&self) -> Askers {
        Askers::CoordinatorInPerson
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::Proposal(self.proposal), Need::Coordinators];
        if let Some(proposal) = books.proposals.get(&self.proposal) {
            needs.extend(needs_then(books, &proposal.asked, proposal.day));
        }
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let proposal = of_another(books, moment, self.proposal)?;
        // Where there is no third, it is she or nobody.
        let newcomer = moment.newcomer.filter(|_| moment.coordinators > FEWEST);
        if let Some(newcomer) = newcomer.filter(|newcomer| newcomer.is_let_in_by(proposal.by)) {
            return Err(Refusal::LetInByAsker { until: newcomer.until });
        }
        let mut done = follow(books, moment, &proposal.asked.command())?;
        done.entities.push(closed(proposal, End::Approved, moment));
        Ok(done)
    }
}
