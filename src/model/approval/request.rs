//! Asking for a second coordinator’s approval, and answering.

use super::Approvable;
use crate::values::day::Day;
use crate::values::ids::EventId;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// Puts something before the other coordinators. Nothing moves by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Propose {
    pub asked: Approvable,
    /// The earlier day for which it is asked; none for the day on which it will be approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

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
