//! `cargo bench --package petalwork-ledger --bench pace --features reading`: what learning paces is worth, on a village's two
//! months (deterministic: errors, not time).
#![allow(clippy::expect_used, reason = "a bench that cannot go on says where")]

extern crate ledger;

#[path = "../src/pace/tests/foretold.rs"]
mod foretold;
#[path = "../src/pace/tests/replay.rs"]
mod replay;
#[expect(dead_code, reason = "the replay of forecasts reads more of it")]
#[path = "../src/pace/tests/village.rs"]
mod village;

use replay::PaceError;

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

/// Prints a line of the table.
fn row(what: &str, measured: &str, wanted: &str) {
    println!("{what:<58} {measured:>14} {wanted:>14}");
}
