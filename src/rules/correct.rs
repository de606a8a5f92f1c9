//! Corrections 冲正: an event that undoes another and names it. The past itself is never changed.

use crate::journal::{Books, Move, Transfer};
use crate::model::Correct;
use crate::rules::decide::rule_of;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;

impl Rule for Correct {
    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::Event(self.event)];
        if let Some(entry) = books.entries.get(&self.event) {
            needs.extend(entry.moves.iter().flat_map(|step| [step.from, step.to]).map(Need::Place));
            needs.extend(rule_of(&entry.asked).correction_needs(books, self.event, entry));
        }
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let entry = books.entries.get(&self.event).ok_or(Refusal::unknown(Thing::Event))?;
        if entry.reverses.is_some() {
            return Err(Refusal::IsCorrection);
        }
        if entry.reversed_by.is_some() {
            return Err(Refusal::Corrected);
        }
        let entities = rule_of(&entry.asked).undone(books, self.event, entry, moment.id)?;
        if entities.is_empty() && entry.moves.is_empty() && entry.transfers.is_empty() {
            return Err(Refusal::NothingToUndo);
        }
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        Ok(Decision {
            entities,
            moves: entry.moves.iter().rev().copied().map(Move::reversed).collect(),
            transfers: entry.transfers.iter().rev().copied().map(Transfer::reversed).collect(),
            reverses: Some(self.event),
            note: self.reason.clone(),
        })
    }
}
