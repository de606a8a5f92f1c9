//! Back into stock: repaired here, or found after all.

use crate::journal::{Books, Flow, Place};
use crate::model::Restock;
use crate::rules::decision::{Decision, Moment};
use crate::rules::delivery::returned::{line_of, moved};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for Restock {
    fn within_limits(&self) -> bool {
        self.pieces.is_entry()
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = Need::delivery(books, self.delivery);
        needs.push(Need::Place(self.came.place(self.line, self.delivery)));
        needs
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let line = line_of(books, self.delivery, self.line)?.id;
        let from = self.came.place(line, self.delivery);
        Ok(moved(Flow::Restocked, self.pieces, from, Place::Stock { line }, &self.note))
    }
}
