//! Issues 领活: what a worker took home.

use crate::values::day::Day;
use crate::values::ids::{DeliveryId, IssueId, LineId, StepNo, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// An issue 领活: what a worker took home of one step, at the rate agreed then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub id: IssueId,
    pub line: LineId,
    pub step: StepNo,
    pub worker: WorkerId,
    /// As issued, even if it was undone since: what of it is at home, the balances say.
    pub pieces: Pieces,
    pub rate: Fen,
    pub day: Day,
    /// The delivery from which these pieces were sent back to be repaired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repairs: Option<DeliveryId>,
}

/// What one worker is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub worker: WorkerId,
    pub pieces: Pieces,
}

/// Issues shares of one line's step, all or none, at the rate that holds on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueShares {
    pub line: LineId,
    pub step: StepNo,
    pub shares: Vec<Share>,
    /// What the pool held on the page where this was decided; refused when it has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Pieces>,
}

/// Issues all shares of a split 派活, of one pool or several: all of them or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitShares {
    pub parts: Vec<IssueShares>,
}

/// Takes unmade pieces back 退活 to where they were issued from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBack {
    /// From which issues, and how many of each: all one worker's.
    pub parts: Vec<(IssueId, Pieces)>,
    pub note: Note,
}
