//! Ordering one more line.

use super::change::{changed, order_needs, resized, standing, standing_line};
use crate::journal::{Books, Entry};
use crate::model::{AddLine, Entity};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::{EventId, LineId};
use crate::values::pieces::Pieces;

impl Rule for AddLine {
    fn within_limits(&self) -> bool {
        self.line.within_limits()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let order = order_needs(self.order);
        order.into_iter().chain([Need::LinesOf(self.order), Need::Style(self.line.style)]).collect()
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let order = standing(books, self.order)?;
        let others = || books.lines.values().filter(|line| line.order == order.id);
        let no = others().map(|line| line.no).max().unwrap_or_default() + 1;
        // A line that was struck out makes room for one of the same.
        let ordered = others().filter(|line| line.pieces.any());
        let (line, entering) = self.line.enter(books, order.id, LineId(books.last_id + 1), ordered, no)?;
        Ok(Decision {
            entities: vec![line.into(), changed(books, moment.id, order.id).into()],
            moves: vec![entering],
            ..Decision::default()
        })
    }

    fn correction_needs(&self, _books: &Books, _event: EventId, entry: &Entry) -> Vec<Need> {
        let lines = entry.moves.iter().map(|entered| Need::Line(entered.from.line()));
        lines.chain(order_needs(self.order)).collect()
    }

    /// A line that never was: it is of no pieces.
    fn undone(
        &self,
        books: &Books,
        _event: EventId,
        entry: &Entry,
        correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        let id = entry.moves.first().map(|entered| entered.from.line()).ok_or(Refusal::unknown(Thing::Line))?;
        let line = standing_line(books, id)?;
        if line.pieces != self.line.pieces {
            return Err(Refusal::ChangedSince);
        }
        resized(books, line, Pieces::ZERO - self.line.pieces, correction)
    }
}
