//! Villages made up.

use crate::forecast::{AtHome, Forecast, Instance, Line, Order, Worker, forecast};
use crate::model::Skill;
use crate::pace::Spread;
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::pieces::Pieces;
use chrono::Days;

/// A Monday.
pub fn today() -> Day {
    "2026-11-02".parse().expect("a day")
}

pub fn day(ahead: i64) -> Day {
    let week = u64::try_from(ahead + 7).expect("no more than a week ago");
    Day(today().0 - Days::new(7) + Days::new(week))
}

pub const fn skill(step: i64) -> Skill {
    Skill { style: StyleId(1), step: StepNo(step) }
}

/// A worker of 100 minutes a day who takes ten minutes for a piece of each of these steps of style 1.
pub fn worker(id: i64, steps: &[i64]) -> Worker {
    let pace = steps.iter().map(|step| (skill(*step), 1_000)).collect();
    Worker {
        worker: WorkerId(id),
        from: today(),
        a_day: 10_000,
        days_off: DaysOff::default(),
        pace,
        active: true,
        spread: Spread { of_a_day: 22_500, of_pace: 2_500 },
    }
}

/// An order of one line of style 1, with so many pieces in the pool of each step.
pub fn order(id: i64, due: i64, pools: &[i64]) -> Order {
    let pools: Vec<_> = (1..).zip(pools).map(|(step, pieces)| (StepNo(step), Pieces(*pieces))).collect();
    let last_step = pools.last().map_or(StepNo(1), |(step, _)| *step);
    let (line, style) = (LineId(id), StyleId(1));
    let line = Line { line, style, last_step, pack: Pieces(10), pools, at_home: Vec::new() };
    Order { order: OrderId(id), due: day(due), lines: vec![line] }
}

pub fn at_home(worker: i64, step: i64, pieces: i64) -> AtHome {
    AtHome { worker: WorkerId(worker), step: StepNo(step), pieces: Pieces(pieces) }
}

pub fn forecasts(workers: Vec<Worker>, orders: Vec<Order>) -> Vec<Forecast> {
    forecast(&Instance { today: today(), workers, orders })
}

/// In how many days an order is expected to be ready.
pub fn expected(forecast: &Forecast) -> Option<i64> {
    forecast.when.ok().map(|when| (when.expected.0 - today().0).num_days())
}
