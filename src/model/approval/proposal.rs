//! The proposal: what one coordinator asked for, until another has answered.

use crate::model::{Actor, Approvable};
use crate::values::day::Day;
use crate::values::ids::EventId;
use serde::{Deserialize, Serialize};

/// Something that waits for a second coordinator, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The event that proposed it.
    pub id: EventId,
    pub asked: Approvable,
    pub by: Actor,
    /// The day on which it was proposed.
    pub on: Day,
    /// The earlier day for which it was asked. Without one it happens on the day on which it is approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// How it ended; none while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

impl Proposal {
    /// Whether it waits for the same as is asked for now, so that this need not wait beside it.
    #[must_use]
    pub fn waits_for(&self, asked: &Approvable, day: Option<Day>) -> bool {
        self.is_open() && (self.asked.collides(asked) || (&self.asked, self.day) == (asked, day))
    }

    /// Whether it still waits.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed.is_none()
    }
}

/// The end of a proposal, and the event that was it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    pub end: End,
    pub event: EventId,
}

/// How a proposal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Approved,
    Declined,
    Withdrawn,
}

impl End {
    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The end of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Approved, Self::Declined, Self::Withdrawn].into_iter().find(|end| end.code() == code)
    }
}
