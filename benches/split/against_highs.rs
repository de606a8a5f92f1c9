//! Against HiGHS: as many placed, and the largest fill as small, to a pack?

use crate::highs::{Answer, answers};
use crate::made_up::Village;
use crate::{row, timed};
use ledger::split::exchange::Named;
use ledger::split::{Plan, split};
use std::time::Duration;

/// HiGHS stops after so many seconds for an instance, proof or none.
const SECONDS: u32 = 60;

/// Kinds of villages: what they are called, workers, jobs, load, seeds.
const KINDS: [(&str, usize, usize, i64, u64); 7] = [
    ("one job among 22", 22, 1, 70, 3),
    ("22 x 5, loose", 22, 5, 60, 3),
    ("22 x 5, short", 22, 5, 105, 4),
    ("22 x 5, very short", 22, 5, 130, 4),
    ("60 x 10, loose", 60, 10, 60, 2),
    ("60 x 10, short", 60, 10, 110, 2),
    ("60 x 10, very short", 60, 10, 135, 2),
];

/// One village, both ways.
struct Both {
    named: Named,
    plan: Plan,
    time: Duration,
    highs: Answer,
}

impl Both {
    /// Pieces that HiGHS placed more.
    fn fewer(&self) -> i64 {
        self.highs.placed - self.plan.measures.placed.0
    }

    /// The same in packs of the job whose packs are smallest.
    fn fewer_packs(&self) -> f64 {
        let pack = self.named.instance.jobs.iter().map(|job| job.pack.0).min().unwrap_or(1);
        self.fewer() as f64 / pack as f64
    }

    fn fuller(&self) -> f64 {
        self.plan.measures.largest_fill - self.highs.largest_fill.unwrap_or(f64::NAN)
    }

    /// The largest fill's difference in packs of the fullest woman: of the pack that takes her longest.
    fn fuller_packs(&self) -> f64 {
        let instance = &self.named.instance;
        let last = instance.last_due();
        let packs = instance.workers.iter().enumerate().filter_map(|(worker, who)| {
            let of = who.worked + instance.offered(who, last);
            let given: i64 =
                self.plan.shares.iter().filter(|share| share.worker == worker).map(|share| share.time).sum();
            let longest =
                who.can.iter().zip(&instance.jobs).filter_map(|(can, job)| Some(can.as_ref()?.pace * job.pack.0));
            let fill = (who.worked + who.in_hand + given) as f64 / of.max(1) as f64;
            Some((fill, longest.max()? as f64 / of.max(1) as f64)).filter(|_| of > 0)
        });
        packs.max_by(|one, other| one.0.total_cmp(&other.0)).map_or(0.0, |(_, pack)| self.fuller() / pack)
    }
}

pub fn measure() {
    let villages: Vec<(&str, Named, serde_json::Value)> = KINDS
        .into_iter()
        .flat_map(|(name, workers, jobs, load, seeds)| {
            (0..seeds).map(move |seed| (name, Village { workers, jobs, load, seed }))
        })
        .map(|(name, village)| {
            let (named, json) = village.made();
            (name, named, json)
        })
        .collect();
    eprintln!("Asking HiGHS about {} villages, up to {SECONDS} s each", villages.len());
    let jsons: Vec<serde_json::Value> = villages.iter().map(|(_, _, json)| json.clone()).collect();
    let highs = answers(&jsons, SECONDS);
    let mut all = Vec::new();
    for ((name, named, _), highs) in villages.into_iter().zip(highs) {
        let (plan, time) = timed(3, || split(&named.instance));
        all.push((name, Both { named, plan, time, highs }));
    }
    for (name, ..) in KINDS {
        let of_kind: Vec<&Both> = all.iter().filter(|(kind, _)| *kind == name).map(|(_, both)| both).collect();
        report(name, &of_kind);
    }
    report("all villages", &all.iter().map(|(_, both)| both).collect::<Vec<_>>());
}

fn report(name: &str, all: &[&Both]) {
    let asked: i64 = all.iter().flat_map(|both| &both.named.instance.jobs).map(|job| job.pieces.0).sum();
    let placed: i64 = all.iter().map(|both| both.highs.placed).sum();
    let missing = 100.0 * (asked - placed) as f64 / asked as f64;
    row(&format!("against HiGHS, {name}: villages"), &all.len().to_string(), "");
    row("  of the work does not fit (HiGHS)", &format!("{missing:.1} %"), "");
    let proved: Vec<&&Both> = all.iter().filter(|both| both.highs.placed_proved).collect();
    row("  placed: proved the most", &format!("{} of {}", proved.len(), all.len()), "");
    difference("  proved: pieces fewer", "", proved.iter().map(|both| both.fewer() as f64));
    difference("  proved: the same in packs", "<= 1", proved.iter().map(|both| both.fewer_packs()));
    let open = || all.iter().filter(|both| !both.highs.placed_proved);
    if open().next().is_some() {
        difference("  not proved: pieces fewer", "", open().map(|both| both.fewer() as f64));
        difference(
            "  not proved: pieces below the bound",
            "",
            open().map(|both| both.highs.placed_bound - both.plan.measures.placed.0 as f64),
        );
    }
    let proved: Vec<&&Both> = all.iter().filter(|both| both.highs.placed_proved && both.highs.fill_proved).collect();
    row("  largest fill: proved the least", &format!("{} of {}", proved.len(), all.len()), "");
    difference("  proved: fuller", "", proved.iter().map(|both| both.fuller()));
    difference("  proved: the same in packs of the fullest", "<= 1", proved.iter().map(|both| both.fuller_packs()));
    let open = || all.iter().filter(|both| !(both.highs.placed_proved && both.highs.fill_proved));
    if open().next().is_some() {
        difference(
            "  not proved: fuller than the bound",
            "",
            open().map(|both| both.plan.measures.largest_fill - both.highs.fill_bound),
        );
    }
    let ratios = all.iter().map(|both| both.highs.seconds.iter().sum::<f64>() / both.time.as_secs_f64());
    let least = ratios.clone().fold(f64::INFINITY, f64::min);
    let (ours, theirs) = all.iter().fold((0.0, 0.0), |(ours, theirs), both| {
        (ours + both.time.as_secs_f64(), theirs + both.highs.seconds.iter().sum::<f64>())
    });
    row("  ours takes, on average", &format!("{:.2} ms", 1e3 * ours / all.len() as f64), "");
    row("  times faster than HiGHS: least / all together", &format!("{least:.0} / {:.0}", theirs / ours), ">= 10");
}

/// Prints the greatest and the mean of some differences.
fn difference(what: &str, wanted: &str, all: impl Iterator<Item = f64>) {
    let all: Vec<f64> = all.collect();
    if all.is_empty() {
        return row(what, "none", wanted);
    }
    let most = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    row(&format!("{what}: most / mean"), &format!("{most:.3} / {mean:.3}"), wanted);
}
