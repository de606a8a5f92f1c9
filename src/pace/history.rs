//! What is known of a worker's days.

use crate::model::Skill;
use crate::values::day::{Day, DaysOff};
use crate::values::pieces::Pieces;

/// What became of one step in a worker's hands on one day: all orders and issues together, what was undone since left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkDone {
    pub day: Day,
    pub skill: Skill,
    pub issued: Pieces,
    /// Handed in for the first time: accepted, sent back for rework or scrapped.
    pub made: Pieces,
    /// Given back unmade.
    pub returned: Pieces,
}

/// The time that she offers from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub from: Day,
    /// On each of her working days.
    pub a_day: i64,
    pub days_off: DaysOff,
}

/// A worker's last months, as far back as the asker cares: some sixty to ninety days say enough, and are hers as she is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// In any order. The earliest also holds for the days before it.
    pub offered: Vec<Offered>,
    /// In any order. It may begin in the midst of things: she has then had at least what she came to hand in.
    pub done: Vec<WorkDone>,
}
