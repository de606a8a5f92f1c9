//! A plain baseline: every job apportioned by what each offers, the largest remainders rounded up, whatever else she has.

use ledger::split::Instance;

/// Everybody's packs, by job: neither due days, nor skill beyond "can", nor limits.
pub fn apportioned(instance: &Instance) -> Vec<Vec<i64>> {
    let last = instance.last_due();
    let offers: Vec<i64> = instance.workers.iter().map(|worker| instance.offered(worker, last)).collect();
    let shares = instance.jobs.iter().enumerate().map(|(at, job)| {
        let able = |worker: usize| instance.workers[worker].can[at].is_some();
        let all: i128 = (0..offers.len()).filter(|&worker| able(worker)).map(|worker| i128::from(offers[worker])).sum();
        let packs = job.pieces.0 / job.pack.0;
        let mut shares = vec![0; offers.len()];
        let mut rests = Vec::new();
        for worker in (0..offers.len()).filter(|&worker| able(worker) && all > 0) {
            let exact = i128::from(packs) * i128::from(offers[worker]);
            shares[worker] = (exact / all) as i64;
            rests.push((-(exact % all), worker));
        }
        rests.sort_unstable();
        let over = packs - shares.iter().sum::<i64>();
        for (_, worker) in rests.into_iter().take(usize::try_from(over).unwrap_or(0)) {
            shares[worker] += 1;
        }
        shares
    });
    shares.collect()
}
