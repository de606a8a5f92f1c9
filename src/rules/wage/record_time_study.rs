//! Recording a time study.

use crate::journal::Books;
use crate::model::{Entity, RecordTimeStudy};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::minutes::Centiminutes;

/// The shortest study.
const LEAST: Centiminutes = Centiminutes(1);
/// The longest: a day and a night.
const MOST: Centiminutes = Centiminutes(144_000);

impl Rule for RecordTimeStudy {
    fn within_limits(&self) -> bool {
        self.pieces.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Style(self.style)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let Self { style, step, pieces, took, rest, .. } = *self;
        let known = books.styles.get(&style).ok_or(Refusal::unknown(Thing::Style))?;
        known.step(step).ok_or(Refusal::unknown(Thing::Step))?;
        if !pieces.any() {
            return Err(Refusal::Nothing);
        }
        if !(LEAST..=MOST).contains(&took) {
            return Err(Refusal::BadMinutes);
        }
        if !(0..=100).contains(&rest) {
            return Err(Refusal::BadRest);
        }
        Ok(Decision {
            entities: vec![Entity::TimeStudy(self.study(moment.day))],
            note: self.note.clone(),
            ..Decision::default()
        })
    }
}
