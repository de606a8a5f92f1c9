//! What a rule is asked, and what it answers.

use crate::journal::{Event, Move, Transfer};
use crate::model::command::Command;
use crate::model::{Actor, Entity};
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, UserId, WorkshopId};
use crate::values::money::Fen;
use crate::values::text::Note;
use chrono::{DateTime, TimeDelta, Utc};

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The event that this will be.
    pub id: EventId,
    pub actor: Actor,
    /// The day on which it happened, in the workshop's zone: today, or an earlier one that is entered late.
    pub day: Day,
    /// The day that it is there now.
    pub today: Day,
    /// How many coordinators of the workshop have a way to sign in, for a rule that asked ([`Need::Coordinators`](super::need::Need::Coordinators)).
    pub coordinators: i64,
    /// Where the one who asks is a coordinator of a few days, for a rule that asked.
    pub newcomer: Option<Newcomer>,
}

/// A coordinator of a few days: somebody who is made to approve must first have been seen by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Who let her in, and who asked for it, where coordinators did. She does not approve what they ask.
    pub let_in_by: [Option<UserId>; 2],
    /// The day from which on she does.
    pub until: Day,
}

impl Newcomer {
    /// How long one is new.
    pub const TIME: TimeDelta = TimeDelta::days(7);

    /// Whether that one let her in.
    #[must_use]
    pub fn is_let_in_by(&self, actor: Actor) -> bool {
        matches!(actor, Actor::Coordinator { user } if self.let_in_by.contains(&Some(user)))
    }
}

/// What happens: the parts of an event that follow from the rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    pub entities: Vec<Entity>,
    pub moves: Vec<Move>,
    pub transfers: Vec<Transfer>,
    pub reverses: Option<EventId>,
    pub note: Note,
}

impl Decision {
    /// Whether a move or transfer in it is of nothing: a zero was entered.
    pub(crate) fn is_of_nothing(&self) -> bool {
        self.moves.iter().any(|step| !step.pieces.any())
            || self.transfers.iter().any(|transfer| transfer.fen <= Fen::ZERO)
    }
}

/// What is written down: the request as it went on, the day on which it happened, and what followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// What was asked; where a second coordinator must approve it, the proposal of it.
    pub asked: Command,
    pub day: Day,
    pub decision: Decision,
}

impl Decided {
    /// The event that this is: of that workshop, with that number in its chain, entered at that time by that person.
    #[must_use]
    pub fn event(self, workshop: WorkshopId, seq: Seq, at: DateTime<Utc>, id: EventId, actor: Actor) -> Event {
        let Self { asked, day, decision } = self;
        let Decision { entities, moves, transfers, reverses, note } = decision;
        Event { workshop, seq, id, at, day, actor, asked, reverses, entities, moves, transfers, note }
    }
}
