//! Where time is short and the village small, trying all: whole packs make "as many as can be" a matter of filling knapsacks, and
//! chains of moves may miss a piece.

use super::sharing::{Part, Sharing};

/// Shares tried out for one split; when they run out, what chains had found stands.
const TRIED: usize = 50_000;

/// The most pairs of a job and a worker who can do it for which trying all has a chance to come to its end.
const MOST_PAIRS: usize = 24;

/// Places more than `found`, if that can be done and is found within the limit.
pub(super) fn search<'i>(start: Sharing<'i>, found: Sharing<'i>) -> Sharing<'i> {
    let jobs = 0..start.instance.jobs.len();
    let pairs: Vec<(usize, usize)> =
        jobs.flat_map(|job| start.able(job).map(move |(worker, _)| (job, worker)).collect::<Vec<_>>()).collect();
    if pairs.len() > MOST_PAIRS {
        return found;
    }
    let mut search = Search { pairs, best: found, tries: TRIED };
    let mut sharing = start;
    search.go(&mut sharing, 0);
    search.best
}

struct Search<'i> {
    /// Job and worker, in the order in which shares are chosen.
    pairs: Vec<(usize, usize)>,
    best: Sharing<'i>,
    tries: usize,
}

impl<'i> Search<'i> {
    fn go(&mut self, sharing: &mut Sharing<'i>, at: usize) {
        if sharing.placed() > self.best.placed() {
            self.best = sharing.clone();
        }
        let Some(&(job, worker)) = self.pairs.get(at) else { return };
        // All that could still come, if there were room for it: pairs stand job by job.
        let hope: i64 = sharing.left[job..].iter().sum();
        if sharing.placed() + hope <= self.best.placed() {
            return;
        }
        let Some(can) = sharing.free(worker, job) else { return };
        let pack = sharing.instance.jobs[job].pack.0.max(1);
        let most = sharing.space(worker, job, can).min(sharing.left[job]);
        for pieces in (0..=most).rev() {
            if (pieces % pack != 0 && sharing.has_odd(job)) || (0 < pieces && pieces < can.least.0) {
                continue;
            }
            if self.tries == 0 {
                return;
            }
            self.tries -= 1;
            let mark = sharing.mark();
            sharing.give(worker, Part { job, pieces });
            self.go(sharing, at + 1);
            sharing.rewind(mark);
        }
    }
}
