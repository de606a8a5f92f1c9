//! Saving a worker.

use crate::journal::Books;
use crate::model::{Entity, SaveWorker, Worker};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::WorkerId;

impl Rule for SaveWorker {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::WorkerNumbered(self.number.clone())];
        needs.extend(self.worker.map(Need::Worker));
        needs.extend(self.skills.iter().map(|skill| Need::Style(skill.style)));
        needs
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        if !self.minutes_a_day.is_of_a_day() {
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
        Ok(Decision { entities: vec![Entity::Worker(worker)], ..Decision::default() })
    }
}
