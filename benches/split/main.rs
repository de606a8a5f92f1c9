//! `cargo xtask bench split`: how good the split is, against an exact solver, and how fast, against it and a plain baseline.
#![allow(clippy::expect_used, reason = "a bench that cannot go on says where")]
#![allow(clippy::disallowed_methods, reason = "time is what it measures")]
#![allow(clippy::cast_precision_loss, reason = "read by people, to a few digits")]

mod against_highs;
mod baseline;
mod growth;
mod highs;
mod large;
mod made_up;

use growth::Counting;
use std::time::{Duration, Instant};

#[global_allocator]
static MEMORY: Counting = Counting;

fn main() {
    // `cargo bench` passes its own flags; words select what to measure: `split` all of it, `split-large` a part.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let measure =
        |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == "split" || *word == format!("split-{name}"));
    println!("{:<58} {:>14} {:>14}", "", "measured", "wanted");
    if measure("large") {
        large::measure();
    }
    if measure("growth") {
        growth::measure();
    }
    if measure("highs") {
        against_highs::measure();
    }
}

/// Prints a line of the table.
fn row(what: &str, measured: &str, wanted: &str) {
    println!("{what:<58} {measured:>14} {wanted:>14}");
}

/// How long something takes, the shortest of a few times: the machine may be doing other things besides.
fn timed<T>(times: u32, work: impl Fn() -> T) -> (T, Duration) {
    let once = || {
        let start = Instant::now();
        let made = work();
        (made, start.elapsed())
    };
    (1..times).fold(once(), |(made, least), _| {
        let (_, took) = once();
        (made, least.min(took))
    })
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}
