//! Sending finished pieces to the firm.

use crate::journal::{Books, Entry, Flow, Move, Place};
use crate::model::{Deliver, Delivery, DeliveryState, Entity, Sent};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Rule, counts};
use crate::values::ids::{DeliveryId, EventId};
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use std::collections::BTreeSet;

impl Rule for Deliver {
    fn within_limits(&self) -> bool {
        counts(self.lines.iter().map(|(_, pieces)| *pieces))
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let lines = self.lines.iter().map(|(line, _)| *line);
        let mut needs = vec![Need::Order(self.order), Need::LastDelivery];
        needs.extend(lines.flat_map(|line| [Need::Line(line), Need::Place(Place::Stock { line })]));
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let order = books.orders.get(&self.order).ok_or(Refusal::unknown(Thing::Order))?;
        // Deliveries are counted by themselves: who reads their numbers would ask where the others are.
        let id = DeliveryId(books.deliveries.keys().next_back().map_or(1, |last| last.0 + 1));
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
                price: None,
            });
        }
        if sent.is_empty() {
            return Err(Refusal::Nothing);
        }
        decision.entities.push(Entity::Delivery(Delivery {
            id,
            order: order.id,
            day: moment.day,
            lines: sent,
            state: DeliveryState::Sent,
            note: self.note.clone(),
        }));
        Ok(decision)
    }

    fn correction_needs(&self, books: &Books, _event: EventId, entry: &Entry) -> Vec<Need> {
        sent(entry).map(|delivery| Need::delivery(books, delivery)).unwrap_or_default()
    }

    fn undone(&self, books: &Books, _event: EventId, entry: &Entry, _by: EventId) -> Result<Vec<Entity>, Refusal> {
        let delivery = sent(entry).and_then(|id| books.deliveries.get(&id));
        let delivery = delivery.ok_or(Refusal::unknown(Thing::Delivery))?;
        Ok(vec![Entity::Delivery(Delivery { state: DeliveryState::Void, ..delivery.clone() })])
    }
}

/// The delivery that an entry sent.
fn sent(entry: &Entry) -> Option<DeliveryId> {
    entry.moves.first().map(|sent| DeliveryId(sent.to.part()))
}
