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
#[path = "../src/pace/tests/village.rs"]
mod village;
#[path = "../src/forecast/tests/villages/mod.rs"]
mod villages;

use replay::{DayError, ForecastReplay, replay};
use villages::{JUDGING, TRYING, VILLAGES, live};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let trying = words.iter().any(|word| word == "forecast-trying");
    let only = words.iter().find_map(|word| word.strip_prefix("forecast="));
    println!(
        "{:<34} {:>6} {:>8} {:>6} {:>9} {:>8} {:>7} {:>6} {:>9} {:>6} {:>6}",
        "", "orders", "evenings", "due", "standard", "learned", "habits", "bias", "in range", "width", "worst"
    );
    if only.is_none_or(|only| "notebook".starts_with(only)) {
        row("the notebook of tests/data", &[replay(&notebook_books::read(), 1)]);
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
    let sum = |of: fn(&ForecastReplay) -> DayError| {
        replayed.iter().map(of).fold(DayError::default(), |sum, one| DayError {
            count: sum.count + one.count,
            off: sum.off + one.off,
            bias: sum.bias + one.bias,
            in_range: sum.in_range + one.in_range,
            width: sum.width + one.width,
        })
    };
    let [due, standard, learned] = [sum(|of| of.due), sum(|of| of.by_standard), sum(|of| of.by_learned)];
    let habits = sum(|of| of.by_habits);
    let orders: i64 = replayed.iter().map(|of| of.orders).sum();
    let worst = replayed.iter().map(|of| mean(of.by_habits.off, of.by_habits.count)).fold(0.0, f64::max);
    println!(
        "{name:<34} {orders:>6} {:>8} {:>6.2} {:>9.2} {:>8.2} {:>7.2} {:>+6.2} {:>7.0} % {:>6.1} {worst:>6.2}",
        habits.count,
        mean(due.off, due.count),
        mean(standard.off, standard.count),
        mean(learned.off, learned.count),
        mean(habits.off, habits.count),
        mean(habits.bias, habits.count),
        100.0 * mean(habits.in_range, habits.count),
        mean(habits.width, habits.count),
    );
}

#[expect(clippy::cast_precision_loss, reason = "read by people, to a few digits")]
fn mean(sum: i64, of: i64) -> f64 {
    sum as f64 / of.max(1) as f64
}
