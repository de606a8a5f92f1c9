//! Counts of what came in 交活.

use crate::values::ids::{EventId, IssueId, WorkerId};
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// Whether pieces come fresh or back from rework.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    Fresh,
    /// 返工交活 · 返工报废
    Again,
}

/// What was counted of one issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountPart {
    pub issue: IssueId,
    pub made: Made,
    pub accepted: Pieces,
    /// Sent back to be done again; only for fresh pieces, for those in rework simply stay there.
    pub rework: Pieces,
    pub scrapped: Pieces,
    /// What she had of it when the one who counts looked. Another number now means that somebody has counted or issued since: so two
    /// tabs, or a page that was opened again, cannot count the same twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Pieces>,
}

/// A count of what one worker handed in. She earns accepted × the rate of the issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub worker: WorkerId,
    pub parts: Vec<CountPart>,
    /// Why some were sent back or scrapped.
    pub reason: Note,
    /// The worker's own declaration that this answers; without one, all that wait for the issues counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<EventId>,
}
