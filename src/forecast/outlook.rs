//! What is foreseen of an order.

use super::help::{Bottleneck, Help};
use crate::values::day::Day;
use crate::values::ids::{LineId, OrderId, StepNo, WorkerId};
use std::collections::BTreeMap;

/// What is foreseen of each order that has pieces still to be made.
pub type Outlook = BTreeMap<OrderId, Forecast>;

/// What is foreseen of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    pub order: OrderId,
    pub due: Day,
    pub standing: Standing,
    /// When it will be ready, or why nobody can tell.
    pub when: Result<When, Unknown>,
    /// When it would be ready if everyone kept her pace and did the order due first before the others.
    pub by_plan: Result<Day, Unknown>,
    /// What would help, where it is late or may become so.
    pub help: Option<Help>,
    /// The step that holds it up; none where nothing is left to be made.
    pub bottleneck: Option<Bottleneck>,
    /// Who has the last of it at home, where the end waits for one worker and not for what many share.
    pub waits_for: Option<WorkerId>,
}

impl Forecast {
    /// All that its firm may see: days, no steps, no workers.
    #[must_use]
    pub fn for_firm(&self) -> Option<When> {
        self.when.ok()
    }
}

/// The day on which an order will be ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// By what the village does; where it was not seen doing anything, if everyone keeps her pace and does the order due first
    /// before the others.
    pub expected: Day,
    /// Before this one with a chance of 10 %; never after `expected`.
    pub early: Day,
    /// After this one with a chance of 10 %; never before `expected`.
    pub late: Day,
}

/// How an order stands to its due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// All is made.
    Ready,
    /// Even the late end lies in time.
    InTime,
    /// Expected in time, but the late end is not.
    AtRisk,
    /// Expected after the due day.
    Late,
    /// Nobody can tell.
    Unknown,
}

/// Why nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Nobody who offers time can do that step.
    Nobody { line: LineId, step: StepNo },
    /// Pieces of that step are at home with someone who offers no time, or does not know how.
    Stuck { line: LineId, step: StepNo },
    /// Not within a year.
    TooFar,
}
