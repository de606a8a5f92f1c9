//! The answers to a proposal: done, declined, or taken back by whoever made it.

use super::{Closed, End, Proposal};
use crate::decide::{Decision, Moment, rule};
use crate::ids::EventId;
use crate::journal::Books;
use crate::noun::Noun;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// Approves a proposal of another: it is done now, by the books as they stand now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approve {
    pub proposal: EventId,
}

/// Declines a proposal of another, and says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decline {
    pub proposal: EventId,
    pub reason: Note,
}

/// Takes back a proposal of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdraw {
    pub proposal: EventId,
}

impl Approve {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let proposal = of_another(books, moment, self.proposal)?;
        let mut done = rule(books, moment, &proposal.asked.command())?;
        done.nouns.push(closed(proposal, End::Approved, moment));
        Ok(done)
    }
}

impl Decline {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let proposal = of_another(books, moment, self.proposal)?;
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let nouns = vec![closed(proposal, End::Declined, moment)];
        Ok(Decision { nouns, note: self.reason.clone(), ..Decision::default() })
    }
}

impl Withdraw {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let proposal = open(books, self.proposal)?;
        if proposal.by != moment.actor {
            return Err(Refusal::NotYours);
        }
        Ok(Decision { nouns: vec![closed(proposal, End::Withdrawn, moment)], ..Decision::default() })
    }
}

/// The proposal, if it still waits.
fn open(books: &Books, id: EventId) -> Result<&Proposal, Refusal> {
    let proposal = books.proposals.get(&id).ok_or(Refusal::unknown(Thing::Proposal))?;
    if proposal.is_open() { Ok(proposal) } else { Err(Refusal::ProposalClosed) }
}

/// The proposal, if it still waits and whoever answers is not whoever asked.
fn of_another<'b>(books: &'b Books, moment: &Moment, id: EventId) -> Result<&'b Proposal, Refusal> {
    let proposal = open(books, id)?;
    if proposal.by == moment.actor { Err(Refusal::OwnProposal) } else { Ok(proposal) }
}

fn closed(proposal: &Proposal, end: End, moment: &Moment) -> Noun {
    Noun::Proposal(Proposal { closed: Some(Closed { end, event: moment.id }), ..proposal.clone() })
}
