//! Proposing: the rules look at a request at once; it is done later or never.

use crate::journal::Books;
use crate::model::{Entity, Proposal, Propose};
use crate::rules::approval::open::needs_then;
use crate::rules::decide::follow;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for Propose {
    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::OpenProposals];
        needs.extend(needs_then(books, &self.asked, self.day));
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if books.proposals.values().any(|other| other.waits_for(&self.asked, self.day)) {
            return Err(Refusal::Proposed);
        }
        // What could not be done now is refused now, not days later when another looks at it.
        let then = Moment { day: self.day.unwrap_or(moment.today), ..*moment };
        let would = follow(books, &then, &self.asked.command())?;
        let proposal = Proposal {
            id: moment.id,
            asked: self.asked.clone(),
            by: moment.actor,
            on: moment.today,
            day: self.day,
            closed: None,
        };
        Ok(Decision { entities: vec![Entity::Proposal(proposal)], note: would.note, ..Decision::default() })
    }
}
