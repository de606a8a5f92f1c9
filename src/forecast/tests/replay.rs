//! A village's books gone through day by day: on which day each order was foretold to be ready, and when it was.
//!
//! Every evening, of each order that was placed and is not yet ready, from what was written until then. Orders that the books do
//! not see ready are left out. Read by the tests of `forecast` and by benches; `ledger` is what either calls the ledger.

use super::books::VillageBooks;
use super::evening::{ByOrder, Evening};
use super::ledger::forecast::{Forecast, When, forecast, forecast_from};
use super::ledger::values::day::Day;
use super::ledger::values::ids::WorkerId;
use std::collections::BTreeSet;

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

/// What each way to foretell came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ForecastReplay {
    /// Orders that were seen ready.
    pub orders: i64,
    pub evenings: i64,
    /// Always the due day.
    pub due: DayError,
    /// By plan with standard minutes.
    pub by_standard: DayError,
    /// By plan with learned paces.
    pub by_learned: DayError,
    /// By what the village does.
    pub by_habits: DayError,
}

/// Goes through the books, foretelling on one of so many evenings.
pub fn replay(books: &VillageBooks, one_of: usize) -> ForecastReplay {
    let mut evening = Evening::before(books);
    let mut deeds = books.deeds.iter().peekable();
    let mut told: ByOrder<Vec<[When; 4]>> = ByOrder::new();
    let mut replayed = ForecastReplay::default();
    let mut over = BTreeSet::new();
    for (number, day) in books.evenings.iter().enumerate() {
        let mut seen = BTreeSet::<WorkerId>::new();
        while let Some(deed) = deeds.next_if(|deed| deed.day <= *day) {
            evening.deed(deed);
            seen.extend(deed.worker.filter(|_| deed.day == *day));
        }
        let ready = books.orders.iter().filter(|order| order.placed <= *day && evening.ready(order));
        for order in ready.filter(|order| over.insert(order.order)).collect::<Vec<_>>() {
            replayed.orders += 1;
            for told in told.remove(&order.order).into_iter().flatten() {
                replayed.add(told, *day);
            }
        }
        let open: Vec<_> =
            books.orders.iter().filter(|order| order.placed <= *day && !over.contains(&order.order)).collect();
        if number % one_of > 0 || open.is_empty() {
            continue;
        }
        replayed.evenings += 1;
        let by_standard = forecast(&evening.instance(*day, &open, &seen, false));
        let learned = evening.instance(*day, &open, &seen, true);
        let by_habits = forecast_from(&learned, &books.past(*day));
        for ((standard, learned), habits) in by_standard.iter().zip(forecast(&learned)).zip(by_habits) {
            let due = When { expected: standard.due, early: standard.due, late: standard.due };
            let when = |forecast: &Forecast| forecast.for_firm().expect("someone can do every step");
            let of_order = told.entry(standard.order).or_default();
            of_order.push([due, when(standard), when(&learned), when(&habits)]);
        }
    }
    replayed
}

impl ForecastReplay {
    fn add(&mut self, [due, standard, learned, habits]: [When; 4], came: Day) {
        self.due.add(due, came);
        self.by_standard.add(standard, came);
        self.by_learned.add(learned, came);
        self.by_habits.add(habits, came);
    }
}

impl DayError {
    fn add(&mut self, when: When, came: Day) {
        let off = (when.expected.0 - came.0).num_days();
        self.count += 1;
        self.off += off.abs();
        self.bias += off;
        self.in_range += i64::from(when.early <= came && came <= when.late);
        self.width += (when.late.0 - when.early.0).num_days();
    }

    /// The mean error in hundredths of a day, and per cent of days within the range.
    pub fn mean(&self) -> (i64, i64) {
        (self.off * 100 / self.count.max(1), self.in_range * 100 / self.count.max(1))
    }
}
