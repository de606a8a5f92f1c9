//! What an import needs of the ledger that it writes to.

use crate::journal::{Books, Event};
use crate::model::command::Command;
use crate::rules::refusal::Refusal;
use crate::values::day::Day;
use crate::values::ids::{EventId, WorkshopId};

/// A command on its way, as the event with that id.
pub struct Posting {
    pub id: EventId,
    pub day: Option<Day>,
    pub command: Command,
}

/// Books that can be added to; nothing is final until the one who lent them says so.
pub trait Ledger {
    /// Whose they are.
    fn workshop(&self) -> WorkshopId;

    /// As they stand with all that was decided so far.
    fn books(&self) -> &Books;

    /// Whether anyone still waits for what comes of it; if not, the rest of a file is passed over.
    fn is_awaited(&self) -> bool {
        true
    }

    /// Decides a command and adds its event.
    ///
    /// # Errors
    /// [`Refusal`]: nothing was added.
    fn decide(&mut self, posting: Posting) -> Result<Event, Refusal>;

    /// An id for an event that follows from what the books lack, not from one row: never the same twice.
    fn next_id(&self, content: &str) -> EventId;
}
