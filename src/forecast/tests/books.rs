//! What a village wrote down.

use super::ledger::forecast::{Deed, DeedKind, Past, PastOrder};
use super::ledger::model::Skill;
use super::ledger::pace::Standards;
use super::ledger::values::day::{Day, DaysOff};
use super::ledger::values::ids::{StyleId, WorkerId};
use super::ledger::values::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// A worker as she was entered.
#[derive(Clone, Debug)]
pub struct Woman {
    pub worker: WorkerId,
    pub minutes_a_day: i64,
    pub days_off: DaysOff,
    pub skills: BTreeSet<Skill>,
}

/// All that a village wrote down.
#[derive(Clone, Debug)]
pub struct VillageBooks {
    pub women: Vec<Woman>,
    /// The one placed first before the others.
    pub orders: Vec<PastOrder>,
    pub styles: BTreeMap<StyleId, Code>,
    pub standards: Standards,
    /// Day after day; orders are entered on the day on which they were placed, before all else.
    pub deeds: Vec<Deed>,
    /// The days on which anything was written.
    pub evenings: BTreeSet<Day>,
    /// Orders that were placed by then judge a forecast.
    pub judges_until: Day,
}

impl VillageBooks {
    /// With the pieces of orders entered, and the earliest first.
    pub fn new(
        women: Vec<Woman>,
        mut orders: Vec<PastOrder>,
        styles: BTreeMap<StyleId, Code>,
        standards: Standards,
        mut deeds: Vec<Deed>,
    ) -> Self {
        orders.sort_by_key(|order| (order.placed, order.order));
        let evenings = deeds.iter().map(|deed| deed.day).collect();
        let entered = orders.iter().flat_map(|order| {
            order.lines.iter().map(|line| Deed {
                day: order.placed,
                kind: DeedKind::Entered,
                worker: None,
                line: line.line,
                step: super::ledger::values::ids::StepNo::FIRST,
                pieces: line.pieces,
            })
        });
        deeds.extend(entered);
        deeds.sort_by_key(|deed| (deed.day, deed.kind != DeedKind::Entered));
        let judges_until = orders.last().expect("an order").placed;
        Self { women, orders, styles, standards, deeds, evenings, judges_until }
    }

    /// What is known of it at the end of a day.
    pub fn past(&self, today: Day) -> Past {
        Past {
            orders: self.orders.iter().filter(|order| order.placed <= today).cloned().collect(),
            deeds: self.deeds.iter().filter(|deed| deed.day <= today).copied().collect(),
            styles: self.styles.clone(),
            standards: self.standards.clone(),
            today_is_over: true,
        }
    }
}
