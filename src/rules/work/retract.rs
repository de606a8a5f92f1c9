//! A worker takes back what she declared.

use crate::journal::Books;
use crate::model::{Entity, HandIn, Retract};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule};

impl Rule for Retract {
    fn askers(&self) -> Askers {
        Askers::Worker
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::HandIn(self.declared)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let worker = super::review::asking_worker(moment)?;
        let hers = books.hand_ins.get(&self.declared).filter(|hand_in| hand_in.worker == worker);
        let hand_in = hers.ok_or(Refusal::unknown(Thing::HandIn))?;
        if hand_in.counted.is_some() {
            return Err(Refusal::Answered);
        }
        let gone = HandIn { counted: Some(moment.id), ..hand_in.clone() };
        Ok(Decision { entities: vec![Entity::HandIn(gone)], ..Decision::default() })
    }
}
