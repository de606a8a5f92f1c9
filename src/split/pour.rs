//! Pouring: a job's pieces, pack by pack, each to the one who is then the least full.
//!
//! For one job this is the whole of the fair split: giving every next pack to the worker whose fill it raises to the lowest
//! level makes the largest fill as small as it can be, then the next largest, and so on, since what a worker's next pack
//! raises her to never depends on the others (the greedy algorithm of resource allocation with separable convex costs; Ibaraki
//! and Katoh, *Resource Allocation Problems*, 1988, chapter 4; Federgruen and Groenevelt, 1986). It is a rule of turns, so it is
//! monotone: more pieces only mean more turns.

use super::fill::Fill;
use super::sharing::{Part, Sharing};
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Steps by which the level is halved down before packs go one by one; more would change nothing that is left to do.
const HALVINGS: u32 = 60;

/// Who is poured to first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// The least full.
    LeastFull,
    /// Anyone who needs the least time for a piece: so more pieces fit where time is short.
    Quickest,
}

/// Gives out what is left of a job, as far as there is room. What stays, stays in `left`.
pub(super) fn pour(sharing: &mut Sharing<'_>, job: usize, first: First) {
    let pack = sharing.instance.jobs[job].pack.0.max(1);
    if first == First::LeastFull {
        bulk(sharing, job, pack);
    }
    let able: Vec<usize> = sharing.able(job).map(|(worker, _)| worker).collect();
    let mut turns: BinaryHeap<Reverse<Turn>> =
        able.iter().filter_map(|&worker| turn(sharing, worker, job, pack, first)).map(Reverse).collect();
    while let Some(Reverse(Turn { worker, pieces, .. })) = turns.pop() {
        let left = sharing.left[job];
        if left >= pieces {
            sharing.give(worker, Part { job, pieces });
        } else if left < pack && !sharing.has_odd(job) && odd_fits(sharing, worker, job, left) {
            // The one share that is no whole number of packs: the next in turn has it.
            sharing.give(worker, Part { job, pieces: left });
        } else {
            // Her smallest share is more than there is.
            continue;
        }
        if sharing.left[job] == 0 {
            return;
        }
        turns.extend(turn(sharing, worker, job, pack, first).map(Reverse));
    }
    odd(sharing, &able, job, pack);
}

/// Who has no room for a pack may have room for a part of one; one share may be so. The roomiest has it.
fn odd(sharing: &mut Sharing<'_>, able: &[usize], job: usize, pack: i64) {
    let left = sharing.left[job].min(pack - 1);
    let fits = |&worker: &usize| {
        let can = sharing.free(worker, job)?;
        let pieces = sharing.space(worker, job, can).min(left);
        (pieces > 0 && odd_fits(sharing, worker, job, pieces)).then_some((
            sharing.space(worker, job, can),
            Reverse(worker),
            pieces,
        ))
    };
    if sharing.has_odd(job) {
        return;
    }
    if let Some((_, Reverse(worker), pieces)) = able.iter().filter_map(fits).max() {
        sharing.give(worker, Part { job, pieces });
    }
}

fn odd_fits(sharing: &Sharing<'_>, worker: usize, job: usize, pieces: i64) -> bool {
    sharing.free(worker, job).is_some_and(|can| sharing.share(worker, job) + pieces >= can.least.0)
}

/// The next that she would get.
struct Turn {
    level: Fill,
    worker: usize,
    pieces: i64,
}

/// Her next turn, if there is room: a pack or, where she has none yet, as many packs as her smallest share asks for.
fn turn(sharing: &Sharing<'_>, worker: usize, job: usize, pack: i64, first: First) -> Option<Turn> {
    let can = sharing.free(worker, job)?;
    let packs = if sharing.share(worker, job) == 0 { (can.least.0 + pack - 1) / pack } else { 1 };
    let pieces = pack.saturating_mul(packs.max(1));
    let level = match first {
        First::LeastFull => sharing.fill_with(worker, can, pieces),
        First::Quickest => Fill { used: can.pace, of: 1 },
    };
    (pieces <= sharing.space(worker, job, can)).then_some(Turn { level, worker, pieces })
}

impl Ord for Turn {
    fn cmp(&self, other: &Self) -> Ordering {
        self.level.cmp(&other.level).then(self.worker.cmp(&other.worker))
    }
}

impl PartialOrd for Turn {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Turn {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Turn {}

/// All turns up to a level at once, where they are many: the highest level, found by halving, that does not ask for more than
/// there is. Every turn up to a level comes before every turn beyond it, so the shares are those that single turns would make.
fn bulk(sharing: &mut Sharing<'_>, job: usize, pack: i64) {
    let free: Vec<usize> = sharing.able(job).filter(|(_, can)| can.least.0 <= pack).map(|(worker, _)| worker).collect();
    if sharing.left[job] / pack <= i64::try_from(free.len()).unwrap_or(i64::MAX) {
        return;
    }
    // Levels are n / 2^HALVINGS of the fullest that anybody would be if she took all that there is room for.
    let top = free.iter().filter_map(|&worker| {
        let can = sharing.free(worker, job)?;
        Some(sharing.fill_with(worker, can, sharing.space(worker, job, can)))
    });
    let Some(top) = top.max() else { return };
    let packs_at = |worker: usize, n: i128| -> i64 {
        let Some(can) = sharing.free(worker, job) else { return 0 };
        let Fill { used, of } = sharing.fill(worker);
        // used + packs × pack × weight ≤ n / 2^H × top.used / top.of × of
        let scale = i128::from(top.of.max(1)) << 24;
        let level = (n * i128::from(top.used)).saturating_mul(i128::from(of)) / scale;
        let packs = (level - i128::from(used)) / (i128::from(pack) * i128::from(sharing.weight(can).max(1)));
        i64::try_from(packs.max(0)).unwrap_or(i64::MAX).min(sharing.space(worker, job, can) / pack)
    };
    let whole = sharing.left[job] / pack;
    let asks = |n: i128| free.iter().fold(0i64, |sum, &worker| sum.saturating_add(packs_at(worker, n)));
    let (mut low, mut high) = (0i128, 1i128 << 24);
    for _ in 0..HALVINGS {
        if high - low <= 1 {
            break;
        }
        let middle = low.midpoint(high);
        if asks(middle) <= whole { low = middle } else { high = middle }
    }
    let given: Vec<(usize, i64)> =
        free.iter().map(|&worker| (worker, packs_at(worker, low))).filter(|(_, packs)| *packs > 0).collect();
    for (worker, packs) in given {
        sharing.give(worker, Part { job, pieces: packs * pack });
    }
}
