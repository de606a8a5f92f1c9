//! A command on its way into the books, and what came of it.

use crate::journal::Event;
use crate::model::Actor;
use crate::model::command::Command;
use crate::values::day::Day;
use crate::values::ids::EventId;

/// What is asked, by whom, as of which day.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Made where the request began. The same id twice is one event.
    pub id: EventId,
    pub actor: Actor,
    /// The day on which it happened; `None` for today.
    pub day: Option<Day>,
    pub command: Command,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    pub event: Event,
    /// Whether it had been posted before, and this was only asked again.
    pub repeated: bool,
}
