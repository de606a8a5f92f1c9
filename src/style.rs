//! Styles 款, their steps 工序 and rates 工价.

use crate::day::Day;
use crate::decide::Decision;
use crate::ids::{StepNo, StyleId};
use crate::journal::Books;
use crate::money::Fen;
use crate::noun::{Noun, Rate, Step, Style};
use crate::refusal::{Refusal, Thing};
use crate::settlement;
use crate::text::{Code, Name};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The longest that a piece may take, in hundredths of a minute.
const A_DAY: i64 = 24 * 60 * 100;

/// Adds a style, or changes its names and standard minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveStyle {
    /// The style to change; none for a new one.
    pub style: Option<StyleId>,
    pub code: Code,
    pub name: Name,
    pub steps: Vec<Step>,
}

impl SaveStyle {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        if self.steps.is_empty() {
            return Err(Refusal::NoSteps);
        }
        let mut codes = BTreeSet::new();
        if let Some(twice) = self.steps.iter().find(|step| !codes.insert(&step.code)) {
            return Err(Refusal::Twice { code: twice.code.to_string() });
        }
        if self.steps.iter().any(|step| !(0..=A_DAY).contains(&step.centiminutes)) {
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
        Ok(Decision { nouns: vec![Noun::Style(style)], ..Decision::default() })
    }
}

/// Sets the rate of a step from a day on. Issues made before keep theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRate {
    pub style: StyleId,
    pub step: StepNo,
    pub from: Day,
    /// Fen a piece, more than nothing.
    pub rate: Fen,
}

impl SetRate {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let style = books.styles.get(&self.style).ok_or(Refusal::unknown(Thing::Style))?;
        style.step(self.step).ok_or(Refusal::unknown(Thing::Step))?;
        if self.rate <= Fen::ZERO {
            return Err(Refusal::Nothing);
        }
        settlement::rate_open(books, self.from)?;
        let rate = Rate { style: self.style, step: self.step, from: self.from, rate: self.rate };
        Ok(Decision { nouns: vec![Noun::Rate(rate)], ..Decision::default() })
    }
}

#[cfg(test)]
mod tests;
