//! Whether a request must wait for a second coordinator.

use crate::journal::Books;
use crate::model::Approvable;
use crate::values::day::Day;

impl Approvable {
    /// Whether it must wait, where the workshop asks for a second coordinator at all.
    #[must_use]
    pub fn waits(&self, books: &Books, day: Day) -> bool {
        match self {
            Self::Reissue(ask) => !ask.pays_by_rule(books, day),
            _ => true,
        }
    }
}
