//! Workers, firms and further coordinators, as the coordinator enters them.

use crate::day::DaysOff;
use crate::decide::Decision;
use crate::ids::{FirmId, WorkerId};
use crate::journal::Books;
use crate::noun::{Firm, Noun, Skill, Worker};
use crate::refusal::{Refusal, Thing};
use crate::text::{Code, Name};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Adds a worker, or changes what is written of her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveWorker {
    /// The worker to change; none for a new one.
    pub worker: Option<WorkerId>,
    pub number: Code,
    pub name: Name,
    /// 0 to 1,440.
    pub minutes_a_day: i64,
    pub days_off: DaysOff,
    pub skills: BTreeSet<Skill>,
    pub active: bool,
}

impl SaveWorker {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        const DAY: i64 = 24 * 60;
        if !(0..=DAY).contains(&self.minutes_a_day) {
            return Err(Refusal::BadMinutes);
        }
        if books.workers.values().any(|other| other.number == self.number && Some(other.id) != self.worker) {
            return Err(Refusal::Exists { thing: Thing::Worker, code: self.number.to_string() });
        }
        for skill in &self.skills {
            let style = books.styles.get(&skill.style).ok_or(Refusal::unknown(Thing::Style))?;
            style.step(skill.step).ok_or(Refusal::unknown(Thing::Step))?;
        }
        let id = match self.worker {
            None => WorkerId(books.last_id + 1),
            Some(id) => books.workers.get(&id).map(|old| old.id).ok_or(Refusal::unknown(Thing::Worker))?,
        };
        let worker = Worker {
            id,
            number: self.number.clone(),
            name: self.name.clone(),
            minutes_a_day: self.minutes_a_day,
            days_off: self.days_off.clone(),
            skills: self.skills.clone(),
            active: self.active,
        };
        Ok(Decision { nouns: vec![Noun::Worker(worker)], ..Decision::default() })
    }
}

/// Adds a firm, or changes its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveFirm {
    /// The firm to change; none for a new one.
    pub firm: Option<FirmId>,
    pub name: Name,
}

impl SaveFirm {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        if books.firms.values().any(|other| other.name == self.name && Some(other.id) != self.firm) {
            return Err(Refusal::Exists { thing: Thing::Firm, code: self.name.to_string() });
        }
        let id = match self.firm {
            None => FirmId(books.last_id + 1),
            Some(id) => books.firms.get(&id).map(|old| old.id).ok_or(Refusal::unknown(Thing::Firm))?,
        };
        Ok(Decision { nouns: vec![Noun::Firm(Firm { id, name: self.name.clone() })], ..Decision::default() })
    }
}

/// Lets somebody in as a coordinator: one invitation may be made of it. Whoever invites stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetIn {
    /// Who it is meant for.
    pub name: Name,
}

impl LetIn {
    #[expect(clippy::unused_self, reason = "a name is right once it is parsed")]
    pub(crate) fn decide(&self) -> Decision {
        Decision::default()
    }
}

#[cfg(test)]
mod tests;
