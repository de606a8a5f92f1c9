//! Corrections 冲正: an event that undoes another and names it. The past itself is never changed.

use crate::command::Command;
use crate::decide::Decision;
use crate::ids::EventId;
use crate::journal::{Books, Move, Transfer};
use crate::noun::{Delivery, DeliveryState, HandIn, Noun, Sent};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// Undoes an event: its moves and transfers backwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correct {
    pub event: EventId,
    pub reason: Note,
}

impl Correct {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let entry = books.entries.get(&self.event).ok_or(Refusal::unknown(Thing::Event))?;
        if entry.reverses.is_some() {
            return Err(Refusal::IsCorrection);
        }
        if entry.reversed_by.is_some() {
            return Err(Refusal::Corrected);
        }
        if entry.moves.is_empty() && entry.transfers.is_empty() {
            return Err(Refusal::NothingToUndo);
        }
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        Ok(Decision {
            nouns: self.nouns(books, &entry.asked),
            moves: entry.moves.iter().rev().copied().map(Move::reversed).collect(),
            transfers: entry.transfers.iter().rev().copied().map(Transfer::reversed).collect(),
            reverses: Some(self.event),
            note: self.reason.clone(),
        })
    }

    /// What else stood by the event that is undone, as it stands without it.
    fn nouns(&self, books: &Books, undone: &Command) -> Vec<Noun> {
        match undone {
            Command::Count(count) => count
                .declared
                .and_then(|id| books.hand_ins.get(&id))
                .map(|hand_in| Noun::HandIn(HandIn { counted: None, ..hand_in.clone() }))
                .into_iter()
                .collect(),
            Command::Answer(answer) => books
                .deliveries
                .get(&answer.delivery)
                .map(|delivery| Noun::Delivery(unanswered(delivery)))
                .into_iter()
                .collect(),
            Command::Deliver(_) => books
                .entries
                .get(&self.event)
                .and_then(|entry| entry.moves.first())
                .and_then(|sent| books.deliveries.values().find(|delivery| delivery.id.0 == sent.to.part()))
                .map(|delivery| Noun::Delivery(Delivery { state: DeliveryState::Void, ..delivery.clone() }))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }
}

fn unanswered(delivery: &Delivery) -> Delivery {
    let lines = delivery
        .lines
        .iter()
        .map(|sent| Sent {
            confirmed: Pieces::ZERO,
            refused: Pieces::ZERO,
            short: Pieces::ZERO,
            reason: Note::default(),
            ..sent.clone()
        })
        .collect();
    Delivery { lines, state: DeliveryState::Sent, ..delivery.clone() }
}
