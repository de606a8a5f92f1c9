//! A village's books gone through day by day: on which day each order was foretold to be ready, and when it was.
//!
//! Every evening, of each order that was placed and is not yet ready, from what was written until then. Orders that the books do
//! not see ready are left out. Read by the tests of `forecast` and by benches; `ledger` is what either calls the ledger.

use super::books::VillageBooks;
use super::evening::{ByOrder, Evening};
use super::ledger::forecast::{Forecast, PastOrder, When, forecast, forecast_from};
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
    /// Orders that were foretold and not seen ready.
    pub never: i64,
    pub evenings: i64,
    /// Always the due day.
    pub due: DayError,
    /// By plan with standard minutes.
    pub by_standard: DayError,
    /// By plan with learned paces.
    pub by_learned: DayError,
    /// By what the village does.
    pub by_habits: DayError,
    /// The same, told on the first thirty evenings, when little is known.
    pub at_first: DayError,
}

/// Goes through the books, foretelling on one of so many evenings.
pub fn replay(books: &VillageBooks, one_of: usize) -> ForecastReplay {
    let mut evening = Evening::before(books);
    let mut deeds = books.deeds.iter().peekable();
    let mut told: ByOrder<Vec<(bool, [When; 4])>> = ByOrder::new();
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
            replayed.orders += i64::from(told.contains_key(&order.order));
            for (early, told) in told.remove(&order.order).into_iter().flatten() {
                if early {
                    replayed.at_first.told(told[3], *day);
                }
                replayed.add(told, *day);
            }
        }
        let open: Vec<_> =
            books.orders.iter().filter(|order| order.placed <= *day && !over.contains(&order.order)).collect();
        let judges = |order: &&&PastOrder| order.placed <= books.judges_until;
        if number % one_of > 0 || !open.iter().any(|order| judges(&order)) {
            continue;
        }
        replayed.evenings += 1;
        let by_standard = forecast(&evening.instance(*day, &open, &seen, false));
        let learned = evening.instance(*day, &open, &seen, true);
        let by_habits = forecast_from(&learned, &books.past(*day));
        for ((standard, learned), habits) in by_standard.iter().zip(forecast(&learned)).zip(by_habits) {
            let due = When { expected: standard.due, early: standard.due, late: standard.due };
            let when = |forecast: &Forecast| forecast.for_firm().expect("someone can do every step");
            if open.iter().filter(judges).any(|order| order.order == standard.order) {
                let of_order = told.entry(standard.order).or_default();
                of_order.push((number < 30, [due, when(standard), when(&learned), when(&habits)]));
            }
        }
    }
    replayed.never = i64::try_from(told.len()).expect("few");
    replayed
}

impl ForecastReplay {
    fn add(&mut self, [due, standard, learned, habits]: [When; 4], came: Day) {
        self.due.told(due, came);
        self.by_standard.told(standard, came);
        self.by_learned.told(learned, came);
        self.by_habits.told(habits, came);
    }
}

impl DayError {
    fn told(&mut self, when: When, came: Day) {
        let off = (when.expected.0 - came.0).num_days();
        self.count += 1;
        self.off += off.abs();
        self.bias += off;
        self.in_range += i64::from(when.early <= came && came <= when.late);
        self.width += (when.late.0 - when.early.0).num_days();
    }
}

impl std::ops::Add for DayError {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            off: self.off + other.off,
            bias: self.bias + other.bias,
            in_range: self.in_range + other.in_range,
            width: self.width + other.width,
        }
    }
}
