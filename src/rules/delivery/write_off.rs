//! Giving up pieces that the firm refused or missed.

use crate::journal::{Books, Flow, Place};
use crate::model::WriteOff;
use crate::rules::decision::{Decision, Moment};
use crate::rules::delivery::returned::{line_of, moved};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for WriteOff {
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
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let from = self.came.place(line, self.delivery);
        let to = Place::WrittenOff { line, delivery: self.delivery };
        Ok(moved(Flow::WrittenOff, self.pieces, from, to, &self.reason))
    }
}
