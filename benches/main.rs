//! `make bench`: how fast and how large, as ratios against plain baselines measured in the same run.
#![allow(clippy::expect_used, reason = "a bench that cannot go on says where")]
#![allow(clippy::disallowed_methods, reason = "time is what it measures")]
#![allow(clippy::cast_precision_loss, reason = "read by people, to a few digits")]

mod flood;
mod history;
mod importing;
mod load;
mod memory;
mod pages;
mod posting;
mod scene;
mod settling;
mod weight;

use scene::Scene;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    // `cargo bench` passes its own flags; words select what to measure.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let measure = |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == name);
        println!("{:<58} {:>14} {:>14}", "", "measured", "wanted");
        if measure("posting") {
            posting::measure().await;
        }
        if measure("importing") {
            importing::measure().await;
        }
        if measure("weight") {
            weight::measure(&Scene::demo().await).await;
        }
        if measure("pages") {
            pages::measure().await;
        }
        if measure("settling") {
            settling::measure().await;
        }
        if measure("memory") {
            memory::measure().await;
        }
        let mut faults = Vec::new();
        if measure("flood") {
            faults.extend(flood::measure().await.err().unwrap_or_default());
        }
        if measure("load") {
            faults.extend(load::measure(&wanted).await.err().unwrap_or_default());
        }
        faults.iter().for_each(|fault| eprintln!("{fault}"));
        if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    })
}

/// A wait that is shorter is the machine's own: it gives its two cores to others for a few milliseconds at a time.
const SLICE: Duration = Duration::from_millis(5);

/// A crowd that waited longer is measured again, so often: what the machine did beside it passes, what holds everybody up does not.
const TRIES: usize = 3;

/// What 99 in 100 of these took at most, which are in order.
fn slowest(times: &[Duration]) -> Duration {
    times[(times.len() * 99 / 100).min(times.len() - 1)]
}

/// Prints a line of the table.
fn row(what: &str, measured: &str, wanted: &str) {
    println!("{what:<58} {measured:>14} {wanted:>14}");
}
