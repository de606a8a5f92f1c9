//! A hand-in that she declared by mistake is taken back by herself.

use crate::decide::{Decision, Moment};
use crate::ids::EventId;
use crate::journal::Books;
use crate::noun::{HandIn, Noun};
use crate::refusal::{Refusal, Thing};
use serde::{Deserialize, Serialize};

/// A worker takes back what she declared, as long as nobody has counted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retract {
    /// The event by which she declared it.
    pub declared: EventId,
}

impl Retract {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let worker = super::review::asking_worker(moment)?;
        let hers = books.hand_ins.get(&self.declared).filter(|hand_in| hand_in.worker == worker);
        let hand_in = hers.ok_or(Refusal::unknown(Thing::HandIn))?;
        if hand_in.counted.is_some() {
            return Err(Refusal::Answered);
        }
        let gone = HandIn { counted: Some(moment.id), ..hand_in.clone() };
        Ok(Decision { nouns: vec![Noun::HandIn(gone)], ..Decision::default() })
    }
}

#[cfg(test)]
mod tests;
