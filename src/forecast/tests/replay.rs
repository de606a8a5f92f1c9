//! A village's notebook gone through day by day: on which day each order was foretold to be ready, and when it was.
//!
//! Every evening, of each order that was placed and is not yet ready, from what was written until then. Orders that the
//! notebook does not see ready are left out. Read by the tests of `forecast` and by `benches/pace.rs`; `ledger` is what either
//! calls the ledger.

use super::evening::Evening;
use super::ledger::forecast::{When, forecast};
use super::ledger::parse::notebook::NotebookRow;
use super::ledger::parse::orders;
use super::ledger::values::day::Day;
use super::village::VillageNotebook;
use std::collections::{BTreeMap, BTreeSet};

const ORDERS: &[u8] = include_bytes!("../../../tests/data/orders.xlsx");

/// How far what was foretold lay from what came, in days, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayError {
    pub count: i64,
    /// However far.
    pub off: i64,
    /// Too late as positive, too early as negative.
    pub bias: i64,
    pub in_range: i64,
    pub width: i64,
}

/// With standard minutes, and with learned paces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ForecastReplay {
    pub by_standard: DayError,
    pub by_learned: DayError,
}

/// Goes through the notebook.
pub fn replay() -> ForecastReplay {
    let village = VillageNotebook::read();
    let sheets = orders::read(ORDERS).rows;
    let mut days: BTreeMap<Day, Vec<&NotebookRow>> = BTreeMap::new();
    for row in &village.rows {
        days.entry(row.day).or_default().push(row);
    }
    let mut evening = Evening::before(&village, &sheets);
    // What was foretold of each order: when it was told, and by standard and learned paces.
    let mut told: Vec<Vec<[Option<When>; 2]>> = sheets.iter().map(|_| Vec::new()).collect();
    let mut replayed = ForecastReplay::default();
    for (day, rows) in days {
        let seen: BTreeSet<usize> = rows.iter().filter_map(|row| evening.row(row)).collect();
        for (order, told) in told.iter_mut().enumerate() {
            if evening.ready(order) {
                for [standard, learned] in std::mem::take(told) {
                    replayed.by_standard.add(standard, day);
                    replayed.by_learned.add(learned, day);
                }
            }
        }
        let open: Vec<usize> =
            (0..sheets.len()).filter(|order| sheets[*order].placed <= day && !evening.ready(*order)).collect();
        let [standard, learned] = [false, true].map(|learned| forecast(&evening.instance(day, &open, &seen, learned)));
        for ((order, standard), learned) in open.iter().zip(standard).zip(learned) {
            told[*order].push([standard.for_firm(), learned.for_firm()]);
        }
    }
    replayed
}

impl DayError {
    fn add(&mut self, when: Option<When>, came: Day) {
        let when = when.expect("someone can do every step");
        let off = (when.expected.0 - came.0).num_days();
        self.count += 1;
        self.off += off.abs();
        self.bias += off;
        self.in_range += i64::from(when.early <= came && came <= when.late);
        self.width += (when.late.0 - when.early.0).num_days();
    }
}
