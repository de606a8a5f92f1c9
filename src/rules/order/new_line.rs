//! A line that enters an order.

use crate::journal::{Books, Flow, Move, Place};
use crate::model::{Line, NewLine};
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::counts;
use crate::values::ids::{LineId, OrderId, StepNo};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;

impl NewLine {
    /// Whether its counts and its price may stand in an entry.
    pub(super) fn within_limits(&self) -> bool {
        counts([self.pieces, self.pack]) && self.price.is_entry()
    }

    /// The line that it becomes, beside those that the order has, and the move of its pieces into the pool of the first step.
    pub(super) fn enter<'l>(
        &self,
        books: &Books,
        order: OrderId,
        id: LineId,
        mut others: impl Iterator<Item = &'l Line>,
        no: i64,
    ) -> Result<(Line, Move), Refusal> {
        let style = books.styles.get(&self.style).ok_or(Refusal::unknown(Thing::Style))?;
        if others.any(|other| other.style == self.style && other.variant.is_like(&self.variant)) {
            return Err(Refusal::Twice { code: self.variant.behind(style.code.as_str()) });
        }
        if !self.pieces.any() || !self.pack.any() || self.price < Fen::ZERO {
            return Err(Refusal::Nothing);
        }
        let line = Line {
            id,
            order,
            no,
            style: self.style,
            variant: self.variant.clone(),
            pieces: self.pieces,
            price: self.price,
            pack: self.pack,
            last_step: StepNo(i64::try_from(style.steps.len()).unwrap_or(i64::MAX)),
            note: self.note.clone(),
        };
        Ok((line, entering(id, self.pieces)))
    }
}

/// Pieces that are ordered enter the pool of the first step.
pub(super) const fn entering(line: LineId, pieces: Pieces) -> Move {
    Move::new(Flow::Opened, pieces, Place::Ordered { line }, Place::Pool { line, step: StepNo::FIRST })
}
