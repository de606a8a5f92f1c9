//! Sending finished pieces to the firm.

use crate::decide::{Decision, Moment};
use crate::ids::{DeliveryId, LineId, OrderId};
use crate::journal::{Books, Flow, Move, Place};
use crate::noun::{Delivery, DeliveryState, Noun, Sent};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Packs a delivery of one order's lines, never more than is in stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliver {
    pub order: OrderId,
    pub lines: Vec<(LineId, Pieces)>,
    pub note: Note,
}

impl Deliver {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let order = books.orders.get(&self.order).ok_or(Refusal::unknown(Thing::Order))?;
        let id = DeliveryId(books.last_id + 1);
        let mut decision = Decision { note: self.note.clone(), ..Decision::default() };
        let mut sent = Vec::new();
        let mut seen = BTreeSet::new();
        for &(line, pieces) in self.lines.iter().filter(|(_, pieces)| pieces.any()) {
            let line =
                books.lines.get(&line).filter(|line| line.order == order.id).ok_or(Refusal::unknown(Thing::Line))?;
            if !seen.insert(line.id) {
                return Err(Refusal::Twice { code: line.no.to_string() });
            }
            let to = Place::Delivered { line: line.id, delivery: id };
            decision.moves.push(Move::new(Flow::Delivered, pieces, Place::Stock { line: line.id }, to));
            sent.push(Sent {
                line: line.id,
                pieces,
                confirmed: Pieces::ZERO,
                refused: Pieces::ZERO,
                short: Pieces::ZERO,
                reason: Note::default(),
            });
        }
        if sent.is_empty() {
            return Err(Refusal::Nothing);
        }
        decision.nouns.push(Noun::Delivery(Delivery {
            id,
            order: order.id,
            day: moment.day,
            lines: sent,
            state: DeliveryState::Sent,
            note: self.note.clone(),
        }));
        Ok(decision)
    }
}

#[cfg(test)]
mod tests;
