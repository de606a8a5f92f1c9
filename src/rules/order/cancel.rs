//! Cancelling pieces of an order that nobody has.

use super::change::{changed, order_needs, standing};
use super::replace::replaceable;
use crate::journal::{Books, Entry, Flow, Move, Place};
use crate::model::{CancelPieces, Entity, Line};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Rule, counts};
use crate::values::ids::{EventId, LineId, StepNo};
use crate::values::pieces::Pieces;
use std::collections::BTreeSet;

/// How many pieces of a line can be cancelled: those that nobody has, and those that were lost and not replaced.
#[must_use]
pub fn cancellable(books: &Books, line: &Line) -> Pieces {
    let waiting = waiting(books, line).map(|(_, pieces)| pieces).sum::<Pieces>();
    // There are more than ordered where a loss was replaced and then found not to be one.
    (replaceable(books, line) + waiting).min(line.pieces)
}

/// Where pieces of a line wait, those of the least work first, and how many.
fn waiting<'b>(books: &'b Books, line: &Line) -> impl Iterator<Item = (Place, Pieces)> + use<'b> {
    let id = line.id;
    let pools = (StepNo::FIRST.0..=line.last_step.0).map(move |step| Place::Pool { line: id, step: StepNo(step) });
    let places = pools.chain([Place::Stock { line: id }]);
    places.map(|place| (place, books.pieces_at(place))).filter(|(_, pieces)| pieces.any())
}

/// What becomes of so many of them: what was lost needs no move, what was not begun goes back to where it came from, and what was
/// made is surplus.
fn cancelled(books: &Books, line: &Line, pieces: Pieces) -> Vec<Move> {
    let mut left = pieces - replaceable(books, line).min(pieces);
    let mut moves = Vec::new();
    for (place, have) in waiting(books, line) {
        let taken = have.min(left);
        let to = match place {
            Place::Pool { step: StepNo::FIRST, .. } => Place::Ordered { line: line.id },
            Place::Pool { step, .. } => Place::Surplus { line: line.id, step },
            _ => Place::Surplus { line: line.id, step: line.last_step.next() },
        };
        if taken.any() {
            moves.push(Move::new(Flow::Cancelled, taken, place, to));
        }
        left = left - taken;
    }
    moves
}

impl Rule for CancelPieces {
    fn within_limits(&self) -> bool {
        counts(self.lines.iter().map(|(_, pieces)| *pieces))
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let lines = self.lines.iter().flat_map(|(line, _)| [Need::Line(*line), Need::PlacesOf(*line)]);
        let known = self.lines.iter().filter_map(|(line, _)| books.lines.get(line));
        let styles = known.map(|line| Need::Style(line.style));
        order_needs(self.order).into_iter().chain(lines).chain(styles).collect()
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let order = standing(books, self.order)?;
        let mut decision = Decision { note: self.note.clone(), ..Decision::default() };
        let mut named = BTreeSet::new();
        for &(id, pieces) in &self.lines {
            let line = books.lines.get(&id).filter(|line| line.order == order.id);
            let line = line.ok_or(Refusal::unknown(Thing::Line))?;
            let style = books.styles.get(&line.style);
            let code = || style.map(|style| line.variant.behind(style.code.as_str())).unwrap_or_default();
            if !named.insert(id) {
                return Err(Refusal::Twice { code: code() });
            }
            let most = cancellable(books, line);
            if pieces > most {
                return Err(Refusal::NothingToCancel { code: code(), most });
            }
            if pieces.any() {
                decision.entities.push(Line { pieces: line.pieces - pieces, ..line.clone() }.into());
                decision.moves.extend(cancelled(books, line, pieces));
            }
        }
        if decision.entities.is_empty() {
            return Err(Refusal::Nothing);
        }
        decision.entities.push(changed(books, moment.id, order.id).into());
        Ok(decision)
    }

    fn correction_needs(&self, _books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        let lines = self.lines.iter().map(|(line, _)| Need::Line(*line));
        order_needs(self.order).into_iter().chain(lines).collect()
    }

    fn undone(
        &self,
        books: &Books,
        _event: EventId,
        _entry: &Entry,
        correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        let order = standing(books, self.order)?;
        let line = |id: LineId| books.lines.get(&id).ok_or(Refusal::unknown(Thing::Line));
        let mut entities = Vec::new();
        for (id, pieces) in self.lines.iter().filter(|(_, pieces)| pieces.any()) {
            let line = line(*id)?;
            entities.push(Line { pieces: line.pieces + *pieces, ..line.clone() }.into());
        }
        entities.push(changed(books, correction, order.id).into());
        Ok(entities)
    }
}
