//! 50 jobs among 500 workers.

use crate::baseline::apportioned;
use crate::made_up::Village;
use crate::{milliseconds, row, timed};
use ledger::split::split;
use std::hint::black_box;
use std::time::Duration;

/// Villages of each kind.
const SEEDS: u64 = 20;

/// The longest that nineteen of twenty may take.
const WANTED: Duration = Duration::from_millis(200);

pub fn measure() {
    for (name, load) in [("loose", 60), ("tight", 95), ("too much", 130)] {
        let mut times = Vec::new();
        let mut plain = Duration::ZERO;
        let (mut placed, mut asked) = (0, 0);
        for seed in 0..SEEDS {
            let (named, _) = Village { workers: 500, jobs: 50, load, seed }.made();
            let (plan, time) = timed(2, || split(&named.instance));
            placed += plan.measures.placed.0;
            asked += named.instance.jobs.iter().map(|job| job.pieces.0).sum::<i64>();
            times.push(time);
            plain += timed(2, || black_box(apportioned(&named.instance))).1;
        }
        times.sort_unstable();
        let all: Duration = times.iter().sum();
        let at = |hundredth: usize| times[(times.len() * hundredth).div_ceil(100) - 1];
        let what = format!("split 50 x 500, {name}: p50");
        row(&what, &milliseconds(at(50)), "");
        row("  p95", &milliseconds(at(95)), &format!("<= {} ms", WANTED.as_millis()));
        row("  of the pieces placed", &format!("{:.1} %", 100.0 * placed as f64 / asked as f64), "");
        row("  times a plain apportionment's", &format!("{:.0}", all.as_secs_f64() / plain.as_secs_f64()), "");
    }
}
