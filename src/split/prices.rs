//! Prices: what a piece of each job is worth where time is short, so that everybody does what she is better at than others.
//!
//! Placing as many pieces as can be is a generalised transportation problem. With a price on the pieces of every job that is
//! asked too much (its multiplier), the problem falls apart into one a worker, and the prices follow from what all would then
//! take: subgradient steps (Held, Wolfe and Crowder, "Validation of subgradient optimization", 1974; Fisher, "The Lagrangian
//! relaxation method for solving integer programming problems", 1981). What a worker would take is exact: her due days are
//! nested, so taking the most worth in an hour first is best (a polymatroid; Edmonds, 1970).

use super::sharing::Sharing;

/// What a piece is worth that costs nobody else any.
pub(super) const WORTH: i64 = 1 << 10;

/// Pairs of a worker and a job that are looked at for one split; of a large village the steps are fewer.
const LOOKED_AT: usize = 1_000_000;

/// Steps at most, and at least.
const STEPS: (usize, usize) = (200, 20);

/// What a piece of each job is worth, 1 to [`WORTH`]: less where the one who makes it could have made others instead.
pub(super) fn worths(sharing: &Sharing<'_>) -> Vec<i64> {
    let jobs = sharing.instance.jobs.len();
    let workers = sharing.instance.workers.len();
    let steps = (LOOKED_AT / (jobs * workers).max(1)).clamp(STEPS.1, STEPS.0);
    let mut worths = vec![1.0f64; jobs];
    let mut sums = vec![0.0; jobs];
    for step in 0..steps {
        let taken = taken(sharing, &worths);
        #[expect(clippy::cast_precision_loss, reason = "a direction, no count")]
        for (job, worth) in worths.iter_mut().enumerate() {
            let (taken, left) = (taken[job] as f64, sharing.left[job] as f64);
            let over = (taken - left) / (taken + left).max(1.0);
            // Steps that grow smaller, but not so fast that the prices could not get where they belong.
            *worth = (*worth - over * 0.3 / (1.0 + step as f64 / 8.0)).clamp(1e-3, 1.0);
        }
        // The prices swing about the best ones: their mean over the later half is nearer.
        if step >= steps / 2 {
            sums.iter_mut().zip(&worths).for_each(|(sum, worth)| *sum += worth);
        }
    }
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "0 to WORTH")]
    sums.iter().map(|sum| (sum / (steps - steps / 2) as f64 * WORTH as f64) as i64).map(|worth| worth.max(1)).collect()
}

/// How many pieces of each job all would take, each for herself.
fn taken(sharing: &Sharing<'_>, worths: &[f64]) -> Vec<i64> {
    let mut taken = vec![0; worths.len()];
    let mut offers: Vec<(f64, usize, i64, i64)> = Vec::new();
    for worker in 0..sharing.instance.workers.len() {
        offers.clear();
        for (job, worth) in worths.iter().enumerate() {
            let Some(can) = sharing.free(worker, job) else { continue };
            let most = sharing.space(worker, job, can).min(sharing.left[job]);
            if most > 0 {
                #[expect(clippy::cast_precision_loss, reason = "an order, no count")]
                offers.push((worth / can.pace as f64, job, can.pace, most));
            }
        }
        offers.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut used = vec![0; sharing.dues()];
        for &(_, job, pace, most) in &offers {
            let (first, slack) = sharing.slack_from(worker, job);
            let room = slack.iter().zip(&used[first..]).map(|(slack, used)| slack - used).min().unwrap_or(0);
            let pieces = (room / pace.max(1)).clamp(0, most);
            if pieces > 0 {
                taken[job] += pieces;
                used[first..].iter_mut().for_each(|used| *used += pieces * pace);
            }
        }
    }
    taken
}
