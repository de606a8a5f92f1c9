//! Working a split out: place as many pieces as can be made in time, then level.

use super::chain::Chains;
use super::instance::{Instance, Policy};
use super::pour::{First, pour};
use super::refine::by_prices;
use super::search::search;
use super::sharing::Sharing;
use super::time::after;
use super::trade::trade;
use crate::values::day::Day;

/// Times that all workers are gone through, the fullest first.
const ROUNDS: usize = 3;

/// The shares of all.
pub(super) fn work_out(instance: &Instance) -> Sharing<'_> {
    let last = instance.last_due();
    let mut sharing = placed(instance, last);
    if instance.policy == Policy::Fastest {
        let (mut low, mut high) = (0, (last.0 - instance.today.0).num_days().max(0));
        let most = sharing.placed();
        while low < high {
            let middle = i64::midpoint(low, high);
            let earlier = placed(instance, after(instance.today, middle));
            if earlier.placed() >= most {
                (high, sharing) = (middle, earlier);
            } else {
                low = middle + 1;
            }
        }
    }
    if !pouring_is_exact(instance) {
        level(&mut sharing);
    }
    sharing
}

/// As many pieces as there is time for, with no job due later than `latest`.
fn placed(instance: &Instance, latest: Day) -> Sharing<'_> {
    let mut jobs: Vec<usize> = (0..instance.jobs.len()).collect();
    jobs.sort_by_key(|&job| (instance.jobs[job].due, job));
    let mut fair = Sharing::locked(instance, latest);
    fill_up(&mut fair, &jobs, First::LeastFull);
    let left = |sharing: &Sharing<'_>| sharing.left.iter().any(|left| *left > 0);
    if !left(&fair) || pouring_is_exact(instance) {
        return fair;
    }
    // Where time is short, everybody does what she is better at than others.
    let mut priced = Sharing::locked(instance, latest);
    by_prices(&mut priced);
    fill_up(&mut priced, &jobs, First::Quickest);
    let better = if priced.placed() > fair.placed() { priced } else { fair };
    if left(&better) { search(Sharing::locked(instance, latest), better) } else { better }
}

/// Pours what is left, by chains where there is no room, and trades.
fn fill_up(sharing: &mut Sharing<'_>, jobs: &[usize], first: First) {
    for &job in jobs {
        pour(sharing, job, first);
    }
    if !pouring_is_exact(sharing.instance) {
        let mut chains = Chains::new(sharing);
        for &job in jobs {
            while chains.make_room(sharing, job) {}
            pour(sharing, job, first);
        }
        trade(sharing, &mut chains);
    }
}

/// Whether pouring alone makes the best split: of one job, without smallest shares.
fn pouring_is_exact(instance: &Instance) -> bool {
    let mut can = instance.workers.iter().flat_map(|worker| worker.can.iter().flatten());
    instance.jobs.len() <= 1 && can.all(|can| can.least.0 <= 1)
}

/// Makes the largest fill as small as it can be, then the next largest, and so on.
fn level(sharing: &mut Sharing<'_>) {
    let mut chains = Chains::new(sharing);
    for _ in 0..ROUNDS {
        let mut settled = vec![false; sharing.instance.workers.len()];
        let mut any = false;
        loop {
            let fullest = (0..settled.len()).filter(|&worker| !settled[worker]);
            let fullest =
                fullest.max_by(|one, other| sharing.fill(*one).cmp(&sharing.fill(*other)).then(other.cmp(one)));
            let Some(worker) = fullest else { break };
            if chains.relieve(sharing, worker) {
                any = true;
            } else {
                settled[worker] = true;
            }
        }
        if !any {
            return;
        }
    }
}
