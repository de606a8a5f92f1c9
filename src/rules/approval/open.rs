//! Proposals that still wait.

use crate::journal::Books;
use crate::model::{Approvable, Closed, End, Entity, Proposal};
use crate::rules::decide::rule_of;
use crate::rules::decision::Moment;
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::values::day::Day;
use crate::values::ids::EventId;

/// The proposal, if it still waits.
pub(crate) fn open(books: &Books, id: EventId) -> Result<&Proposal, Refusal> {
    let proposal = books.proposals.get(&id).ok_or(Refusal::unknown(Thing::Proposal))?;
    if proposal.is_open() { Ok(proposal) } else { Err(Refusal::ProposalClosed) }
}

/// The proposal, if it still waits and the one who answers is not the one who asked.
pub(crate) fn of_another<'b>(books: &'b Books, moment: &Moment, id: EventId) -> Result<&'b Proposal, Refusal> {
    let proposal = open(books, id)?;
    if proposal.by == moment.actor { Err(Refusal::OwnProposal) } else { Ok(proposal) }
}

pub(crate) fn closed(proposal: &Proposal, end: End, moment: &Moment) -> Entity {
    Entity::Proposal(Proposal { closed: Some(Closed { end, event: moment.id }), ..proposal.clone() })
}

/// What doing it then needs, on the earlier day that was named or today.
pub(crate) fn needs_then(books: &Books, asked: &Approvable, day: Option<Day>) -> Vec<Need> {
    let mut needs = rule_of(&asked.command()).needs(books);
    if day.is_some_and(|day| books.settled_through.is_some_and(|through| day <= through)) {
        needs.push(Need::LatestSlips);
    }
    needs
}
