//! Trades: where time is short, some pieces are given up where more then fit.

use super::chain::Chains;
use super::pour::{First, pour};
use super::sharing::{Part, Sharing};

/// Trades tried out for one split, times the pairs of a job and a worker: of a large village fewer, for each takes longer.
const TRIED: usize = 20_000;

/// Gives up pieces here and there, and keeps what places more.
pub(super) fn trade(sharing: &mut Sharing<'_>, chains: &mut Chains) {
    let jobs = sharing.instance.jobs.len();
    let pairs = (0..jobs).map(|job| sharing.able(job).count()).sum::<usize>().max(1);
    let mut tries = TRIED / pairs;
    for worker in 0..sharing.instance.workers.len() {
        for job in 0..jobs {
            if sharing.free(worker, job).is_none() {
                continue;
            }
            let pack = sharing.instance.jobs[job].pack.0.max(1);
            for size in [1, pack, sharing.share(worker, job) % pack, i64::MAX] {
                let pieces = size.min(sharing.share(worker, job));
                if tries == 0 || sharing.left.iter().all(|left| *left == 0) {
                    return;
                }
                if pieces == 0 {
                    continue;
                }
                tries -= 1;
                let (mark, before) = (sharing.mark(), sharing.placed());
                let others_are_whole = sharing.is_only_odd(worker, job);
                sharing.take(worker, Part { job, pieces });
                if sharing.allowed(worker, job) && others_are_whole {
                    refill(sharing, job, chains);
                }
                if sharing.placed() <= before {
                    sharing.rewind(mark);
                }
            }
        }
    }
}

/// Fills what was freed: with the other jobs first.
fn refill(sharing: &mut Sharing<'_>, last: usize, chains: &mut Chains) {
    let others = (0..sharing.instance.jobs.len()).filter(|&job| job != last);
    for job in others.chain([last]) {
        if sharing.left[job] > 0 {
            pour(sharing, job, First::Quickest);
            while chains.make_room(sharing, job) {}
        }
    }
}
