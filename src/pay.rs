//! Pay: what is owed beyond earnings, and what is paid.

use crate::decide::Decision;
use crate::ids::{FirmId, WorkerId};
use crate::journal::{Books, Purpose, Transfer};
use crate::money::Fen;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

fn one(transfer: Transfer, note: &Note) -> Decision {
    Decision { transfers: vec![transfer], note: note.clone(), ..Decision::default() }
}

fn known(books: &Books, worker: WorkerId) -> Result<WorkerId, Refusal> {
    books.workers.get(&worker).map(|found| found.id).ok_or(Refusal::unknown(Thing::Worker))
}

fn said(reason: &Note) -> Result<&Note, Refusal> {
    if reason.as_str().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}

/// A bonus 奖金.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bonus {
    pub worker: WorkerId,
    pub fen: Fen,
    pub note: Note,
}

impl Bonus {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        Ok(one(Transfer::owed_to(worker, Purpose::Bonus, self.fen), &self.note))
    }
}

/// A deduction 扣款, never without a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deduct {
    pub worker: WorkerId,
    pub fen: Fen,
    pub reason: Note,
}

impl Deduct {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        let reason = said(&self.reason)?;
        Ok(one(Transfer::withheld_from(worker, Purpose::Deduction, self.fen), reason))
    }
}

/// An advance 预支: money before it is earned. What is owed may go below zero by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advance {
    pub worker: WorkerId,
    pub fen: Fen,
    pub note: Note,
}

impl Advance {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        Ok(one(Transfer::given_to(worker, Purpose::Advance, self.fen), &self.note))
    }
}

/// Wages paid 发工钱: never more than is owed, unless what is beyond it is meant as an advance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    pub worker: WorkerId,
    /// All that is handed over.
    pub fen: Fen,
    /// Whether what is more than is owed is an advance. Handed over at once, it is one entry, and undone at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ahead: bool,
    /// How: cash, `WeChat`, …
    pub note: Note,
    /// What was owed when whoever pays looked. Another sum now means that somebody else has paid or counted since: so two tabs, or
    /// two people, cannot pay the same twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Fen>,
}

impl Pay {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        let owed = books.owed_to(worker);
        if let Some(seen) = self.seen.filter(|seen| *seen != owed) {
            return Err(Refusal::OwedChanged { seen, now: owed });
        }
        // Who was given an advance may owe herself; to be paid there is then nothing.
        let due = owed.max(Fen::ZERO);
        if self.fen > due && !self.ahead {
            return Err(Refusal::MoreThanOwed { owed: due });
        }
        let wages = self.fen.min(due);
        let mut decision = one(Transfer::given_to(worker, Purpose::Paid, wages), &self.note);
        if self.fen > due {
            let rest = Transfer::given_to(worker, Purpose::Advance, self.fen - due);
            decision.transfers.push(rest);
            decision.transfers.retain(|transfer| transfer.fen > Fen::ZERO);
        }
        Ok(decision)
    }
}

/// A firm's payment. It may pay ahead: its balance then goes below zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmPays {
    pub firm: FirmId,
    pub fen: Fen,
    pub note: Note,
}

impl FirmPays {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let firm = books.firms.get(&self.firm).ok_or(Refusal::unknown(Thing::Firm))?;
        Ok(one(Transfer::received_from(firm.id, self.fen), &self.note))
    }
}

#[cfg(test)]
mod tests;
