//! Hand-ins as a worker declares them.

use crate::values::day::Day;
use crate::values::ids::{EventId, IssueId, WorkerId};
use crate::values::pieces::Pieces;
use serde::{Deserialize, Serialize};

/// A hand-in 交活 as the worker declared it; the coordinator's count decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandIn {
    pub id: EventId,
    pub issue: IssueId,
    pub worker: WorkerId,
    pub pieces: Pieces,
    pub day: Day,
    /// The count that answered it, or the correction that struck it out; none while it waits.
    pub counted: Option<EventId>,
}

/// A worker declares a hand-in. No piece moves: the coordinator's count decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declare {
    pub issue: IssueId,
    pub pieces: Pieces,
}

/// A worker takes back what she declared, as long as nobody has counted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retract {
    /// The event by which she declared it.
    pub declared: EventId,
}
