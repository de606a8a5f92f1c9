//! Replacing 补做 what was lost.

use crate::journal::{Books, Flow, Move, Place, PlaceKind};
use crate::model::{Line, Replace};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::StepNo;
use crate::values::pieces::Pieces;

/// How many pieces of a line can still be replaced: what is lost or surplus, less what was replaced or is no longer ordered.
///
/// All that ever entered is minus the balance of `ordered`; what is beyond the line's own count was replaced, or cancelled once it was
/// made or lost.
#[must_use]
pub fn replaceable(books: &Books, line: &Line) -> Pieces {
    let lost: i64 = books
        .places
        .iter()
        .filter(|(place, _)| {
            place.line() == line.id
                && matches!(place.kind(), PlaceKind::Scrap | PlaceKind::WrittenOff | PlaceKind::Surplus)
        })
        .map(|(_, pieces)| pieces.0)
        .sum();
    let opened = -books.pieces_at(Place::Ordered { line: line.id }).0;
    Pieces((lost - (opened - line.pieces.0)).max(0))
}

impl Rule for Replace {
    fn within_limits(&self) -> bool {
        self.pieces.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Line(self.line), Need::PlacesOf(self.line)]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let line = books.lines.get(&self.line).ok_or(Refusal::unknown(Thing::Line))?;
        let most = replaceable(books, line);
        if self.pieces > most {
            return Err(Refusal::NothingToReplace { most });
        }
        Ok(Decision {
            moves: vec![Move::new(
                Flow::Replaced,
                self.pieces,
                Place::Ordered { line: self.line },
                Place::Pool { line: self.line, step: StepNo::FIRST },
            )],
            ..Decision::default()
        })
    }
}
