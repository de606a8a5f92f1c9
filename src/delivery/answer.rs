//! The firm's answer: confirmed 验收, refused 退货 or short 少收, line by line.

use crate::decide::{Decision, Moment};
use crate::ids::{DeliveryId, LineId};
use crate::journal::{Actor, Books, Flow, Move, Place, Transfer};
use crate::money::Fen;
use crate::noun::{Delivery, DeliveryState, Noun, Sent};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// What the firm says of one line; the three must add up to what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub line: LineId,
    pub confirmed: Pieces,
    pub refused: Pieces,
    pub short: Pieces,
    /// Why some are refused; needed if any are.
    pub reason: Note,
}

/// Answers for a whole delivery, once. The firm owes confirmed × the line's price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub delivery: DeliveryId,
    pub lines: Vec<Said>,
}

impl Answer {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
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
            let mut said = self.lines.iter().filter(|said| said.line == sent.line);
            let said = match (said.next(), said.next()) {
                (Some(said), None) => said,
                (None, _) => return Err(Refusal::DoesNotAddUp { sent: sent.pieces, said: Pieces::ZERO }),
                (Some(_), Some(_)) => return Err(Refusal::Twice { code: line.no.to_string() }),
            };
            let total = said.confirmed + said.refused + said.short;
            if total != sent.pieces {
                return Err(Refusal::DoesNotAddUp { sent: sent.pieces, said: total });
            }
            if said.refused.any() && said.reason.as_str().is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            decision.moves.extend(said.moves(delivery.id));
            owed = owed + line.price.times(said.confirmed);
            answered.push(Sent {
                confirmed: said.confirmed,
                refused: said.refused,
                short: said.short,
                reason: said.reason.clone(),
                ..sent.clone()
            });
        }
        if self.lines.iter().any(|said| delivery.lines.iter().all(|sent| sent.line != said.line)) {
            return Err(Refusal::unknown(Thing::Line));
        }
        if owed.0 > 0 {
            decision.transfers.push(Transfer::charged_to(order.firm, owed));
        }
        decision.nouns.push(Noun::Delivery(Delivery {
            lines: answered,
            state: DeliveryState::Answered,
            ..delivery.clone()
        }));
        Ok(decision)
    }
}

impl Said {
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

#[cfg(test)]
mod tests;
