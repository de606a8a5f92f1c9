//! Saving a style: a new one, or other names and standard minutes.

use crate::journal::Books;
use crate::model::{Entity, SaveStyle, Style};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Centiminutes;
use std::collections::BTreeSet;

/// The longest that a piece may take: a day and a night.
const A_DAY: Centiminutes = Centiminutes(24 * 60 * 100);

impl Rule for SaveStyle {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::StyleCoded(self.code.clone())];
        needs.extend(self.style.map(Need::Style));
        needs
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        if self.steps.is_empty() {
            return Err(Refusal::NoSteps);
        }
        let mut codes = BTreeSet::new();
        if let Some(twice) = self.steps.iter().find(|step| !codes.insert(&step.code)) {
            return Err(Refusal::Twice { code: twice.code.to_string() });
        }
        if self.steps.iter().any(|step| !(Centiminutes::ZERO..=A_DAY).contains(&step.centiminutes)) {
            return Err(Refusal::BadMinutes);
        }
        if books.styles.values().any(|other| other.code == self.code && Some(other.id) != self.style) {
            return Err(Refusal::Exists { thing: Thing::Style, code: self.code.to_string() });
        }
        let id = match self.style {
            None => StyleId(books.last_id + 1),
            Some(id) => {
                let old = books.styles.get(&id).ok_or(Refusal::unknown(Thing::Style))?;
                // Pools, skills and rates are kept by step number: steps may be renamed, and added at the end, but
                // none is taken away or moved.
                let moved = (1..)
                    .map(StepNo)
                    .zip(&self.steps)
                    .any(|(no, step)| old.step_no(&step.code).is_some_and(|was| was != no));
                if moved || self.steps.len() < old.steps.len() {
                    return Err(Refusal::StepsInUse);
                }
                id
            }
        };
        let style = Style { id, code: self.code.clone(), name: self.name.clone(), steps: self.steps.clone() };
        Ok(Decision { entities: vec![Entity::Style(style)], ..Decision::default() })
    }
}
