//! The firm’s answer: confirmed 验收, refused 退货 or short 少收, line by line.

use crate::journal::{Books, Entry, Flow, Move, Place, Transfer};
use crate::model::{Actor, Answer, Delivery, DeliveryState, Entity, LineAnswer, Sent};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule, counts};
use crate::values::ids::{DeliveryId, EventId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;

impl Rule for Answer {
    fn askers(&self) -> Askers {
        Askers::CoordinatorOrFirm
    }

    fn within_limits(&self) -> bool {
        self.lines.iter().all(|answer| counts([answer.confirmed, answer.refused, answer.short]))
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        Need::delivery(books, self.delivery)
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let unknown = Refusal::unknown(Thing::Delivery);
        let delivery = books.deliveries.get(&self.delivery).ok_or_else(|| unknown.clone())?;
        let order = books.orders.get(&delivery.order).ok_or(Refusal::unknown(Thing::Order))?;
        if matches!(moment.actor, Actor::Firm { firm } if firm != order.firm) {
            return Err(unknown);
        }
        match delivery.state {
            DeliveryState::Sent => {}
            DeliveryState::Answered => return Err(Refusal::Answered),
            DeliveryState::Void => return Err(unknown),
        }
        let mut decision = Decision::default();
        let mut owed = Fen::ZERO;
        let mut answered = Vec::new();
        for sent in &delivery.lines {
            let line = books.lines.get(&sent.line).ok_or(Refusal::unknown(Thing::Line))?;
            let mut answer = self.lines.iter().filter(|answer| answer.line == sent.line);
            let answer = match (answer.next(), answer.next()) {
                (Some(answer), None) => answer,
                (None, _) => return Err(Refusal::DoesNotAddUp { sent: sent.pieces, stated: Pieces::ZERO }),
                (Some(_), Some(_)) => return Err(Refusal::Twice { code: line.no.to_string() }),
            };
            let total = answer.confirmed + answer.refused + answer.short;
            if total != sent.pieces {
                return Err(Refusal::DoesNotAddUp { sent: sent.pieces, stated: total });
            }
            if answer.refused.any() && answer.reason.as_str().is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            decision.moves.extend(answer.moves(delivery.id));
            owed = owed + line.price.times(answer.confirmed);
            answered.push(Sent {
                confirmed: answer.confirmed,
                refused: answer.refused,
                short: answer.short,
                reason: answer.reason.clone(),
                price: Some(line.price),
                ..sent.clone()
            });
        }
        if self.lines.iter().any(|answer| delivery.lines.iter().all(|sent| sent.line != answer.line)) {
            return Err(Refusal::unknown(Thing::Line));
        }
        if owed.0 > 0 {
            decision.transfers.push(Transfer::charged_to(order.firm, owed));
        }
        decision.entities.push(Entity::Delivery(Delivery {
            lines: answered,
            state: DeliveryState::Answered,
            ..delivery.clone()
        }));
        Ok(decision)
    }

    fn correction_needs(&self, books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        Need::delivery(books, self.delivery)
    }

    fn undone(&self, books: &Books, _event: EventId, _entry: &Entry, _by: EventId) -> Result<Vec<Entity>, Refusal> {
        let delivery = books.deliveries.get(&self.delivery).ok_or(Refusal::unknown(Thing::Delivery))?;
        let lines = delivery.lines.iter().map(unanswered).collect();
        Ok(vec![Entity::Delivery(Delivery { lines, state: DeliveryState::Sent, ..delivery.clone() })])
    }
}

impl LineAnswer {
    fn moves(&self, delivery: DeliveryId) -> impl Iterator<Item = Move> {
        let line = self.line;
        let from = Place::Delivered { line, delivery };
        [
            (Flow::Confirmed, self.confirmed, Place::Confirmed { line, delivery }),
            (Flow::Refused, self.refused, Place::Refused { line, delivery }),
            (Flow::Short, self.short, Place::Missing { line, delivery }),
        ]
        .into_iter()
        .filter(|(_, pieces, _)| pieces.any())
        .map(move |(flow, pieces, to)| Move::new(flow, pieces, from, to))
    }
}

/// What was sent, before the firm said anything of it.
fn unanswered(sent: &Sent) -> Sent {
    Sent {
        confirmed: Pieces::ZERO,
        refused: Pieces::ZERO,
        short: Pieces::ZERO,
        reason: Note::default(),
        price: None,
        ..sent.clone()
    }
}
