//! The best split of a small village, by trying all.

use crate::split::Instance;
use crate::split::fill::Fill;
use crate::split::time::working_days;

/// What the best split comes to.
#[derive(Debug)]
pub struct Best {
    pub placed: i64,
    /// The largest fill of all who offer time.
    pub largest: Option<Fill>,
}

/// Tries every split of whole packs, with at most one odd share a job.
pub fn best(instance: &Instance) -> Best {
    let mut shares = vec![vec![0i64; instance.jobs.len()]; instance.workers.len()];
    let mut best = Best { placed: -1, largest: None };
    job(instance, 0, &mut shares, &mut best);
    best
}

fn job(instance: &Instance, at: usize, shares: &mut Vec<Vec<i64>>, best: &mut Best) {
    let Some(asked) = instance.jobs.get(at) else { return look(instance, shares, best) };
    let locked = instance.locked(at).0;
    worker(instance, at, 0, asked.pieces.0 - locked, true, shares, best);
}

fn worker(
    instance: &Instance,
    at: usize,
    who: usize,
    left: i64,
    odd_free: bool,
    shares: &mut Vec<Vec<i64>>,
    best: &mut Best,
) {
    let Some(her) = instance.workers.get(who) else { return job(instance, at + 1, shares, best) };
    let pack = instance.jobs[at].pack.0;
    let Some(can) = &her.can[at] else { return worker(instance, at, who + 1, left, odd_free, shares, best) };
    if let Some(locked) = can.locked {
        shares[who][at] = locked.0;
        worker(instance, at, who + 1, left, odd_free, shares, best);
        shares[who][at] = 0;
        return;
    }
    for pieces in 0..=left {
        let is_odd = pieces % pack != 0;
        if (is_odd && !odd_free) || can.most.is_some_and(|most| pieces > most.0) || (0 < pieces && pieces < can.least.0)
        {
            continue;
        }
        shares[who][at] = pieces;
        if pieces > 0 && !in_time(instance, who, shares) {
            break;
        }
        worker(instance, at, who + 1, left - pieces, odd_free && !is_odd, shares, best);
    }
    shares[who][at] = 0;
}

/// Whether what she has fits, looked at on the days by which something free is due.
fn in_time(instance: &Instance, who: usize, shares: &[Vec<i64>]) -> bool {
    let her = &instance.workers[who];
    let free = |job: usize| her.can[job].as_ref().is_some_and(|can| can.locked.is_none()) && shares[who][job] > 0;
    instance.jobs.iter().map(|job| job.due).all(|until| {
        let due = || (0..instance.jobs.len()).filter(move |&job| instance.jobs[job].due <= until);
        // Locks of jobs that were not come to yet count too.
        let pieces =
            |job: usize| her.can[job].as_ref().and_then(|can| can.locked).map_or(shares[who][job], |locked| locked.0);
        let asked: i64 = due().map(|job| pieces(job) * her.can[job].as_ref().map_or(0, |can| can.pace)).sum();
        !due().any(free) || asked + her.in_hand <= working_days(&her.days_off, instance.today, until) * her.a_day
    })
}

fn look(instance: &Instance, shares: &[Vec<i64>], best: &mut Best) {
    let placed = shares.iter().flatten().sum();
    let last = instance.last_due();
    let fill = |(her, shares): (&crate::split::Worker, &Vec<i64>)| {
        let given: i64 =
            her.can.iter().zip(shares).map(|(can, pieces)| can.as_ref().map_or(0, |can| can.pace) * pieces).sum();
        let of = her.worked + working_days(&her.days_off, instance.today, last) * her.a_day;
        (of > 0).then_some(Fill { used: her.worked + her.in_hand + given, of })
    };
    let largest = instance.workers.iter().zip(shares).filter_map(fill).max();
    let better = placed > best.placed || (placed == best.placed && largest < best.largest);
    if better {
        *best = Best { placed, largest };
    }
}
