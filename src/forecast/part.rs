//! A line of an order as the forecast goes through it.

use super::crew::{Crew, Hand};
use super::hours::{A_DAY, HORIZON, Ticks};
use super::instance::{Line, Order};
use crate::model::Skill;
use crate::values::day::Day;
use crate::values::ids::StepNo;
use std::collections::BTreeMap;

/// Those who can do each step.
pub(super) type Crews = BTreeMap<Skill, Crew>;

/// A line, and by when each of its steps has to be done.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// Which order, as listed.
    pub order: usize,
    pub line: &'a Line,
    /// The end of the day on which the order is due.
    due: Ticks,
    /// What the last pack still takes after each step.
    lags: BTreeMap<StepNo, Ticks>,
}

impl<'a> Part<'a> {
    /// The lines of all orders, the one due first before the others, then as listed.
    pub fn all(orders: &'a [Order], today: Day, crews: &Crews, hands: &[Hand<'_>]) -> Vec<Self> {
        let mut urgent: Vec<(usize, &Order)> = orders.iter().enumerate().collect();
        urgent.sort_by_key(|(order, of)| (of.due, *order));
        let part = |order, due: Day, line| {
            let due = ((due.0 - today.0).num_days() + 1).saturating_mul(A_DAY).clamp(0, HORIZON);
            Self { order, line, due, lags: lags(line, crews, hands) }
        };
        urgent.into_iter().flat_map(|(order, of)| of.lines.iter().map(move |line| part(order, of.due, line))).collect()
    }

    /// What the last pack still takes after a step.
    pub fn lag(&self, step: StepNo) -> Ticks {
        self.lags.get(&step).copied().unwrap_or_default()
    }

    /// The moment until which a step has to be done for the order to be ready in time.
    pub fn deadline(&self, step: StepNo) -> Ticks {
        self.due - self.lag(step)
    }
}

/// For each step, the sum over those after it of a day, or what the quickest takes for a pack if that is longer.
fn lags(line: &Line, crews: &Crews, hands: &[Hand<'_>]) -> BTreeMap<StepNo, Ticks> {
    let mut lags = BTreeMap::new();
    let mut sum = 0;
    let steps: Vec<StepNo> = line.steps().collect();
    for step in steps.into_iter().rev() {
        lags.insert(step, sum);
        let pieces = line.to_come(step);
        if pieces > 0 {
            let pack = line.pack.0.clamp(1, pieces);
            let quickest = crews.get(&line.skill(step)).and_then(|crew| crew.quickest(hands, pack));
            sum += quickest.unwrap_or(A_DAY).clamp(A_DAY, HORIZON);
        }
    }
    lags
}
