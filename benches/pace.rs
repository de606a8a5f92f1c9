//! `cargo bench --package petalwork-ledger --bench pace --features reading`: what learning paces is worth, on a village's
//! two months. Deterministic: it measures errors, not time.

#[path = "../src/pace/tests/calendar.rs"]
mod calendar;
#[path = "../src/pace/tests/replay.rs"]
mod replay;

extern crate ledger;

use replay::Told;

fn main() {
    println!("{:<58} {:>14} {:>14}", "", "measured", "wanted");
    let replayed = replay::replay();
    told("the day her work in hand is done", replayed.in_hand, "< 1");
    told("working days for a hand-in", replayed.hand_ins, "< 1");
    told("the day an issue is handed in whole", replayed.issues, "");
}

/// The mean errors and their ratio.
#[expect(clippy::cast_precision_loss, reason = "read by people, to a few digits")]
fn told(what: &str, told: Told, wanted: &str) {
    let mean = |sum: i64| sum as f64 / 100.0 / told.count.max(1) as f64;
    row(&format!("{what}, days off, by standard"), &format!("{:.2}", mean(told.by_standard)), "");
    row(&format!("{what}, days off, learned"), &format!("{:.2}", mean(told.by_learned)), "");
    let ratio = told.by_learned as f64 / told.by_standard.max(1) as f64;
    row(&format!("{what}, ratio of {}", told.count), &format!("{ratio:.2}"), wanted);
}

/// Prints a line of the table.
fn row(what: &str, measured: &str, wanted: &str) {
    println!("{what:<58} {measured:>14} {wanted:>14}");
}
