//! Ordering more pieces of a line.

use super::change::{line_needs, resized, standing_line};
use super::new_line::entering;
use crate::journal::{Books, Entry};
use crate::model::{AddPieces, Entity};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;
use crate::values::ids::EventId;
use crate::values::pieces::Pieces;

impl Rule for AddPieces {
    fn within_limits(&self) -> bool {
        self.pieces.is_entry()
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        line_needs(books, self.line)
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let line = standing_line(books, self.line)?;
        if !(line.pieces + self.pieces).is_entry() {
            return Err(Refusal::OutOfRange);
        }
        let entities = resized(books, line, self.pieces, moment.id)?;
        Ok(Decision { entities, moves: vec![entering(line.id, self.pieces)], ..Decision::default() })
    }

    fn correction_needs(&self, books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        line_needs(books, self.line)
    }

    fn undone(
        &self,
        books: &Books,
        _event: EventId,
        _entry: &Entry,
        correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        resized(books, standing_line(books, self.line)?, Pieces::ZERO - self.pieces, correction)
    }
}
