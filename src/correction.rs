//! Corrections 冲正: an event that undoes another and names it. The past itself is never changed.

use crate::decide::{Decision, Moment};
use crate::ids::EventId;
use crate::journal::{Books, Move, Transfer};
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

mod without;

/// Undoes an event: its moves and transfers backwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correct {
    pub event: EventId,
    pub reason: Note,
}

impl Correct {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let entry = books.entries.get(&self.event).ok_or(Refusal::unknown(Thing::Event))?;
        if entry.reverses.is_some() {
            return Err(Refusal::IsCorrection);
        }
        if entry.reversed_by.is_some() {
            return Err(Refusal::Corrected);
        }
        let nouns = without::nouns(books, self.event, entry, moment.id)?;
        if nouns.is_empty() && entry.moves.is_empty() && entry.transfers.is_empty() {
            return Err(Refusal::NothingToUndo);
        }
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        Ok(Decision {
            nouns,
            moves: entry.moves.iter().rev().copied().map(Move::reversed).collect(),
            transfers: entry.transfers.iter().rev().copied().map(Transfer::reversed).collect(),
            reverses: Some(self.event),
            note: self.reason.clone(),
        })
    }
}

#[cfg(test)]
mod tests;
