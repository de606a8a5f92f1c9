//! `cargo bench --package petalwork-ledger --bench forecast --features reading`: on which day orders were foretold to be ready,
//! and when they were, on a village's two months and in made-up villages (deterministic: errors, not time); and how long a
//! forecast takes. With the word `forecast-trying` in the villages to try things on.
#![allow(clippy::expect_used, reason = "a bench that cannot go on says where")]
#![allow(clippy::disallowed_methods, reason = "time is what it measures")]

extern crate ledger;

#[path = "../src/forecast/tests/books.rs"]
mod books;
#[path = "../src/forecast/tests/evening.rs"]
mod evening;
#[path = "../src/forecast/tests/notebook_books.rs"]
mod notebook_books;
#[path = "../src/forecast/tests/replay.rs"]
mod replay;
#[expect(dead_code, reason = "the replay of paces reads more of it")]
#[path = "../src/pace/tests/village.rs"]
mod village;
#[path = "../src/forecast/tests/villages/mod.rs"]
mod villages;

use ledger::forecast::{
    AtHome, Deed, DeedKind, Instance, Line, Order, Past, PastLine, PastOrder, Worker, forecast, forecast_from,
};
use ledger::model::Skill;
use ledger::pace::{History, Pace, Standards};
use ledger::values::day::{Day, DaysOff};
use ledger::values::ids::{FirmId, LineId, OrderId, StepNo, StyleId, WorkerId};
use ledger::values::minutes::Centiminutes;
use ledger::values::pieces::Pieces;
use ledger::values::text::Code;
use replay::{DayError, ForecastReplay, replay};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;
use villages::{JUDGING, VILLAGES, live};

/// The numbers of the villages to try things on.
const TRYING: std::ops::RangeInclusive<u64> = 1..=8;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let trying = words.iter().any(|word| word == "forecast-trying");
    let only = words.iter().find_map(|word| word.strip_prefix("forecast="));
    println!(
        "{:<34} {:>6} {:>5} {:>8} {:>6} {:>7} {:>9} {:>8} {:>7} {:>6} {:>9} {:>6} {:>6} {:>8} {:>6}",
        "",
        "orders",
        "never",
        "evenings",
        "due",
        "(bias)",
        "standard",
        "learned",
        "habits",
        "bias",
        "in range",
        "width",
        "worst",
        "month 1",
        "later"
    );
    if only.is_none_or(|only| "notebook".starts_with(only)) {
        row("the notebook of tests/data", &[replay(&notebook_books::read(), 1)]);
    }
    if only.is_none() || only == Some("speed") {
        speed();
    }
    for habits in VILLAGES.iter().filter(|habits| only.is_none_or(|only| habits.name.contains(only))) {
        let numbers = if trying { TRYING } else { JUDGING };
        let replayed: Vec<_> = numbers.map(|number| replay(&live(habits, number), 1)).collect();
        row(habits.name, &replayed);
        if only.is_some() {
            for replayed in replayed {
                row("", &[replayed]);
            }
        }
    }
}

fn row(name: &str, replayed: &[ForecastReplay]) {
    let sum =
        |of: fn(&ForecastReplay) -> DayError| replayed.iter().map(of).fold(DayError::default(), |sum, one| sum + one);
    let [due, standard, learned] = [sum(|of| of.due), sum(|of| of.by_standard), sum(|of| of.by_learned)];
    let habits = sum(|of| of.by_habits);
    let early = sum(|of| of.at_first);
    let orders: i64 = replayed.iter().map(|of| of.orders).sum();
    let never: i64 = replayed.iter().map(|of| of.never).sum();
    let worst = replayed.iter().map(|of| mean(of.by_habits.off, of.by_habits.count)).fold(0.0, f64::max);
    println!(
        "{name:<34} {orders:>6} {never:>5} {:>8} {:>6.2} {:>+7.2} {:>9.2} {:>8.2} {:>7.2} {:>+6.2} {:>7.0} % {:>6.1} {worst:>6.2} {:>8.2} {:>6.2}",
        habits.count,
        mean(due.off, due.count),
        mean(due.bias, due.count),
        mean(standard.off, standard.count),
        mean(learned.off, learned.count),
        mean(habits.off, habits.count),
        mean(habits.bias, habits.count),
        100.0 * mean(habits.in_range, habits.count),
        mean(habits.width, habits.count),
        mean(early.off, early.count),
        mean(habits.off - early.off, habits.count - early.count),
    );
}

#[expect(clippy::cast_precision_loss, reason = "read by people, to a few digits")]
fn mean(sum: i64, of: i64) -> f64 {
    sum as f64 / of.max(1) as f64
}

/// How long the forecasts of a large village take.
fn speed() {
    let village = village_of(500, 50);
    let past = past_of(&village, 180);
    let best = |run: &dyn Fn() -> usize| {
        let took = (0..5).map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        });
        took.min().unwrap_or_default().as_secs_f64() * 1_000.0
    };
    let plan = best(&|| forecast(black_box(&village)).len());
    let habits = best(&|| forecast_from(black_box(&village), black_box(&past)).len());
    println!(
        "50 lines among 500 workers, ms (best of 5): {plan:.1} by plan, {habits:.0} with the habits of {} deeds of 180 days",
        past.deeds.len()
    );
}

/// Every worker hands in and is given some pieces of a line on every day, and the orders were placed one after another.
fn past_of(village: &Instance, days: u64) -> Past {
    let mut orders = Vec::new();
    for (number, order) in (0..).zip(&village.orders) {
        let placed = Day(village.today.0 - chrono::Days::new(days * (number + 1) / 50));
        let lines = order.lines.iter().map(|line| PastLine {
            line: line.line,
            style: line.style,
            last_step: line.last_step,
            pieces: Pieces(8_000),
            pack: line.pack,
        });
        let code = Code::parse(&format!("AB-{number}")).expect("a code");
        let firm = FirmId(order.order.0 % 5);
        orders.push(PastOrder { order: order.order, firm, code, placed, due: order.due, lines: lines.collect() });
    }
    let mut deeds = Vec::new();
    for ahead in (0..days).rev() {
        let day = Day(village.today.0 - chrono::Days::new(ahead));
        for worker in &village.workers {
            let skills: Vec<&Skill> = worker.pace.keys().collect();
            let turn =
                usize::try_from(worker.worker.0).expect("a place") * 7 + usize::try_from(ahead).expect("few") / 3;
            let skill = skills[turn % skills.len()];
            let (worker, line, pieces) = (Some(worker.worker), LineId(skill.style.0), Pieces(20));
            for kind in [DeedKind::Accepted, DeedKind::Issued] {
                deeds.push(Deed { day, kind, worker, line, step: skill.step, pieces });
            }
        }
    }
    let skills = village.workers.iter().flat_map(|worker| worker.pace.keys().copied());
    let standards = skills.map(|skill| (skill, Centiminutes(700))).collect();
    Past { orders, deeds, styles: BTreeMap::new(), standards, today_is_over: true }
}

/// Orders of one line of three steps; every worker can do two of three, and has something at home.
fn village_of(workers: i64, orders: i64) -> Instance {
    let today: Day = "2026-11-02".parse().expect("a day");
    let spread = Pace::learn(&History::default(), &Standards::new()).spread();
    let worker = |id: i64| {
        let can = |style: i64| (1..=3).filter(move |step| (id + style + step) % 3 > 0).map(move |step| (style, step));
        let skills =
            (1..=orders).flat_map(can).map(|(style, step)| Skill { style: StyleId(style), step: StepNo(step) });
        Worker {
            worker: WorkerId(id),
            from: today,
            a_day: 12_000 + id % 5 * 6_000,
            days_off: DaysOff::of([u8::try_from(id % 8).unwrap_or_default()]),
            pace: skills.map(|skill| (skill, 500 + id * 37 % 700)).collect(),
            active: true,
            spread,
        }
    };
    let workers: Vec<Worker> = (1..=workers).map(worker).collect();
    let order = |id: i64| {
        let able = |step: i64| workers.iter().filter(move |worker| (worker.worker.0 + id + step) % 3 > 0);
        let at_home = able(1).skip(usize::try_from(id).unwrap_or_default() * 6).take(10);
        let at_home = at_home.map(|worker| AtHome { worker: worker.worker, step: StepNo(1), pieces: Pieces(20) });
        let line = Line {
            line: LineId(id),
            style: StyleId(id),
            last_step: StepNo(3),
            pack: Pieces(10),
            pools: vec![(StepNo(1), Pieces(600)), (StepNo(2), Pieces(200)), (StepNo(3), Pieces(200))],
            at_home: at_home.collect(),
        };
        let due = Day(today.0 + chrono::Days::new(u64::try_from(id).unwrap_or_default()));
        Order { order: OrderId(id), due, lines: vec![line] }
    };
    let orders = (1..=orders).map(order).collect();
    Instance { today, workers, orders }
}
