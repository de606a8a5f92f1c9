//! `cargo bench --package petalwork-ledger --bench pace --features reading`: what learning paces is worth, on a village's two
//! months (deterministic: errors, not time), and how long a forecast takes.
#![allow(clippy::expect_used, reason = "a bench that cannot go on says where")]
#![allow(clippy::disallowed_methods, reason = "time is what it measures")]

extern crate ledger;

#[path = "../src/forecast/tests/evening.rs"]
mod evening;
#[path = "../src/pace/tests/foretold.rs"]
mod foretold;
#[path = "../src/forecast/tests/replay.rs"]
mod orders;
#[path = "../src/pace/tests/replay.rs"]
mod replay;
#[path = "../src/pace/tests/village.rs"]
mod village;

use ledger::forecast::{AtHome, Instance, Line, Order, Worker, forecast};
use ledger::model::Skill;
use ledger::pace::{History, Pace, Standards};
use ledger::values::day::DaysOff;
use ledger::values::ids::{LineId, OrderId, StepNo, StyleId, WorkerId};
use ledger::values::pieces::Pieces;
use replay::PaceError;
use std::hint::black_box;
use std::time::Instant;

fn main() {
    println!("{:<58} {:>14} {:>14}", "", "measured", "wanted");
    let replayed = replay::replay();
    forecast_error("the day her work in hand is done", replayed.in_hand, "< 1");
    let share = replayed.in_range * 100 / replayed.in_hand.count.max(1);
    row("the day her work in hand is done, within its 80 % range", &format!("{share} %"), ">= 80 %");
    let width = mean(replayed.width, replayed.in_hand.count);
    row("the day her work in hand is done, width of that range", &format!("{width:.2}"), "");
    forecast_error("working days for a hand-in", replayed.hand_ins, "< 1");
    forecast_error("the day an issue is handed in whole", replayed.issues, "");
    let foretold = orders::replay();
    for (by, told) in [("by standard", foretold.by_standard), ("learned", foretold.by_learned)] {
        let what = "the day an order is ready, days off";
        row(&format!("{what}, {by}"), &format!("{:.2}", mean(told.off, told.count)), "");
        row(&format!("{what}, {by}, too early by"), &format!("{:.2}", -mean(told.bias, told.count)), "");
    }
    let village = village_of(500, 50);
    let best = (0..10).map(|_| {
        let start = Instant::now();
        black_box(forecast(black_box(&village)));
        start.elapsed()
    });
    let best = best.min().unwrap_or_default().as_secs_f64() * 1_000.0;
    row("forecast of 50 lines among 500 workers, ms (best of 10)", &format!("{best:.1}"), "< 100");
}

/// The mean errors and their ratio.
fn forecast_error(what: &str, error: PaceError, wanted: &str) {
    let (standard, learned) =
        (mean(error.by_standard, error.count) / 100.0, mean(error.by_learned, error.count) / 100.0);
    row(&format!("{what}, days off, by standard"), &format!("{standard:.2}"), "");
    row(&format!("{what}, days off, learned"), &format!("{learned:.2}"), "");
    row(&format!("{what}, ratio of {}", error.count), &format!("{:.2}", learned / standard), wanted);
}

#[expect(clippy::cast_precision_loss, reason = "read by people, to a few digits")]
fn mean(sum: i64, of: i64) -> f64 {
    sum as f64 / of.max(1) as f64
}

/// Orders of one line of three steps; every worker can do two of three, and has something at home.
fn village_of(workers: i64, orders: i64) -> Instance {
    let today: ledger::values::day::Day = "2026-11-02".parse().expect("a day");
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
        let due = ledger::values::day::Day(today.0 + chrono::Days::new(u64::try_from(id).unwrap_or_default()));
        Order { order: OrderId(id), due, lines: vec![line] }
    };
    let orders = (1..=orders).map(order).collect();
    Instance { today, workers, orders }
}

/// Prints a line of the table.
fn row(what: &str, measured: &str, wanted: &str) {
    println!("{what:<58} {measured:>14} {wanted:>14}");
}
