//! One thing that happened.

use super::{Move, Transfer};
use crate::model::command::Command;
use crate::model::{Actor, Entity, Proposal};
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, WorkshopId};
use crate::values::text::Note;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One thing that happened: who, when, what, with all that it changed. Only ever added.
///
/// Its JSON is what the chain's hash covers, so the order of the fields must not change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub workshop: WorkshopId,
    pub seq: Seq,
    pub id: EventId,
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// The workshop's day on which it happened.
    pub day: Day,
    pub actor: Actor,
    /// What was asked, as parsed. The same id with another request is refused by comparing this.
    pub asked: Command,
    /// The event that this one undoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<EventId>,
    /// What is new or changed besides balances, as it now stands.
    #[serde(rename = "nouns", default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transfers: Vec<Transfer>,
    /// The words beside it: a reason, a remark.
    #[serde(default)]
    pub note: Note,
}

impl Event {
    /// The proposal that it made or answered.
    #[must_use]
    pub fn proposal(&self) -> Option<&Proposal> {
        self.entities
            .iter()
            .find_map(|entity| if let Entity::Proposal(proposal) = entity { Some(proposal) } else { None })
    }

    /// Whether it is what came of that request: what waits for a second coordinator was asked for as itself.
    #[must_use]
    pub fn is_of(&self, command: &Command) -> bool {
        match &self.asked {
            Command::Propose(proposed) if proposed.asked.command() == *command => true,
            asked => asked == command,
        }
    }

    /// What sort of event it is, by its name in the database: an approval is of the sort of what it approved, since that is what
    /// happened by it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match (&self.asked, self.proposal()) {
            (Command::Approve(_), Some(approved)) => approved.asked.kind(),
            (asked, _) => asked.kind(),
        }
    }
}

#[cfg(test)]
mod tests;
