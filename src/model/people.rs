//! Workers 工人, trade firms 外贸公司, and who else is let in.

use crate::values::day::DaysOff;
use crate::values::ids::{FirmId, StepNo, StyleId, WorkerId};
use crate::values::minutes::Minutes;
use crate::values::text::{Code, Name};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something that a worker can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skill {
    pub style: StyleId,
    pub step: StepNo,
}

/// A worker 工人.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    pub id: WorkerId,
    /// Her number in the notebook, `W01`.
    pub number: Code,
    pub name: Name,
    /// Minutes that she offers on a working day.
    pub minutes_a_day: Minutes,
    pub days_off: DaysOff,
    pub skills: BTreeSet<Skill>,
    /// Whether she takes new work at present.
    pub active: bool,
}

/// A trade firm 外贸公司.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firm {
    pub id: FirmId,
    pub name: Name,
}

/// Adds a worker, or changes what is written of her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveWorker {
    /// The worker to change; none for a new one.
    pub worker: Option<WorkerId>,
    pub number: Code,
    pub name: Name,
    /// 0 to 1,440.
    pub minutes_a_day: Minutes,
    pub days_off: DaysOff,
    pub skills: BTreeSet<Skill>,
    pub active: bool,
}

/// Adds a firm, or changes its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveFirm {
    /// The firm to change; none for a new one.
    pub firm: Option<FirmId>,
    pub name: Name,
}

/// Lets somebody in as a coordinator or as her helper: one invitation may be made of it. Anyone who invites stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetIn {
    /// Who it is meant for.
    pub name: Name,
    /// As a helper, not as a coordinator.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub helper: bool,
}
