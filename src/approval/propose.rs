//! Proposing: what is asked for is looked at by the rules at once, and done later or never.

use super::{Approvable, Proposal};
use crate::day::Day;
use crate::decide::{Decision, Moment, rule};
use crate::journal::Books;
use crate::noun::Noun;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Puts something before the other coordinators. Nothing moves by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Propose {
    pub asked: Approvable,
    /// The earlier day for which it is asked; none for the day on which it will be approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

impl Propose {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if books.proposals.values().any(|other| other.waits_for(&self.asked, self.day)) {
            return Err(Refusal::Proposed);
        }
        // What could not be done now is refused now, not days later when another looks at it.
        let then = Moment { day: self.day.unwrap_or(moment.today), ..*moment };
        let would = rule(books, &then, &self.asked.command())?;
        let proposal = Proposal {
            id: moment.id,
            asked: self.asked.clone(),
            by: moment.actor,
            on: moment.today,
            day: self.day,
            closed: None,
        };
        Ok(Decision { nouns: vec![Noun::Proposal(proposal)], note: would.note, ..Decision::default() })
    }
}
