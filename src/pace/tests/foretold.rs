//! When something will be done: counted on a calendar, day by day, and as the forecast has it.

use super::ledger::forecast::{AtHome, Instance, Line, Order, When, Worker, forecast};
use super::ledger::model::Skill;
use super::ledger::pace::{Offered, Pace};
use super::ledger::values::day::{Day, DaysOff};
use super::ledger::values::ids::{LineId, OrderId, StepNo, StyleId, WorkerId};
use super::ledger::values::pieces::Pieces;

/// Working days after one day through another.
pub fn working(off: &DaysOff, since: Day, until: Day) -> i64 {
    let days = since.0.iter_days().skip(1).take_while(|date| *date <= until.0);
    i64::try_from(days.filter(|date| !off.contains(Day(*date))).count()).expect("few")
}

/// The day on which so much work will be done, begun the day after that.
pub fn after(offered: &Offered, day: Day, work: i64) -> Day {
    let days = (work + offered.a_day - 1) / offered.a_day;
    let working = day.0.iter_days().skip(1).map(Day).filter(|day| !offered.days_off.contains(*day));
    working.take(usize::try_from(days).expect("few")).last().unwrap_or(day)
}

/// The forecast of so much work that she has at home, begun the day after that: as an order of pieces that take her a
/// hundredth of a minute each.
pub fn foretold(offered: &Offered, pace: &Pace, day: Day, work: i64) -> Option<When> {
    let (worker, step, style) = (WorkerId(1), StepNo(1), StyleId(1));
    let woman = Worker {
        worker,
        from: Day(day.0.succ_opt()?),
        a_day: offered.a_day,
        days_off: offered.days_off.clone(),
        pace: [(Skill { style, step }, 1)].into(),
        active: true,
        spread: pace.spread(),
    };
    let line = Line {
        line: LineId(1),
        style,
        last_step: step,
        pack: Pieces(1),
        pools: Vec::new(),
        at_home: vec![AtHome { worker, step, pieces: Pieces(work) }],
    };
    let order = Order { order: OrderId(1), due: day, lines: vec![line] };
    forecast(&Instance { today: day, workers: vec![woman], orders: vec![order] }).first()?.for_firm()
}
