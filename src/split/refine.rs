//! Where time is short: shares by prices, then the shares of two, and of three, at a time made again as long as that places more.

use super::prices::{WORTH, worths};
use super::refit::{Tries, refit};
use super::sharing::Sharing;

/// Tries for one split, at most and at least, and for one refitting.
const IN_ALL: (usize, usize) = (3_000_000, 400_000);
const A_TEAM: usize = 500;

/// Pairs of a worker and a job beyond which the village is large.
const PAIRS: usize = 3_000;

/// Tries with three at a time, at most, and for one refitting.
const OF_THREE: (usize, usize) = (3_000_000, 3_000);

/// Pairs of a worker and a job up to which threes get all these tries.
const A_VILLAGE: usize = 600;

/// Gives out what is left by prices; then, two by two, first still by prices, then by pieces with prices mixed in, then by pieces
/// alone but for ties: what is looked for first is not the next piece but that everybody does what she is best at.
pub(super) fn by_prices(sharing: &mut Sharing<'_>) {
    let worths = worths(sharing);
    // Of a large village fewer: each takes longer there.
    let pairs = sharing.instance.workers.len() * sharing.instance.jobs.len();
    let in_all = (IN_ALL.0 / pairs.max(1)).saturating_mul(PAIRS).clamp(IN_ALL.1, IN_ALL.0);
    let mut tries = Tries { left: in_all, a_team: A_TEAM };
    for worker in 0..sharing.instance.workers.len() {
        refit(sharing, &[worker], &worths, &mut tries);
    }
    let mut best = sharing.clone();
    for a_piece in [0, WORTH, WORTH << 6] {
        let worths: Vec<i64> = worths.iter().map(|worth| a_piece + worth).collect();
        two_by_two(sharing, &worths, &mut tries);
        if sharing.placed() > best.placed() {
            best = sharing.clone();
        }
    }
    *sharing = best;
    // Two cannot do what three can, passing work round; there are so many threes that only a village has time for them.
    let left = (OF_THREE.0 / pairs.max(1)).saturating_mul(A_VILLAGE).min(OF_THREE.0);
    let worths: Vec<i64> = worths.iter().map(|worth| (WORTH << 6) + worth).collect();
    three_by_three(sharing, &worths, &mut Tries { left, a_team: OF_THREE.1 });
}

/// Refits all pairs of workers, until none is left whose shares could be worth more.
fn two_by_two(sharing: &mut Sharing<'_>, worths: &[i64], tries: &mut Tries) {
    let workers = sharing.instance.workers.len();
    let mut changed = vec![true; workers];
    while changed.contains(&true) {
        let before = std::mem::replace(&mut changed, vec![false; workers]);
        let is_new = |changed: &[bool], worker: usize| before[worker] || changed[worker];
        for apart in 1..workers {
            for one in 0..workers - apart {
                let other = one + apart;
                if tries.left == 0 || sharing.left.iter().all(|left| *left == 0) {
                    return;
                }
                if (is_new(&changed, one) || is_new(&changed, other))
                    && (refit(sharing, &[one, other], worths, tries) || refit(sharing, &[other, one], worths, tries))
                {
                    (changed[one], changed[other]) = (true, true);
                }
            }
        }
    }
}

/// Refits all threes of workers, as far as the tries go, until none is left whose shares could be worth more.
fn three_by_three(sharing: &mut Sharing<'_>, worths: &[i64], tries: &mut Tries) {
    let workers = sharing.instance.workers.len();
    let mut changed = vec![true; workers];
    while changed.contains(&true) {
        let before = std::mem::replace(&mut changed, vec![false; workers]);
        for apart in 1..workers {
            for further in 1..workers - apart {
                for one in 0..workers - apart - further {
                    if tries.left == 0 || sharing.left.iter().all(|left| *left == 0) {
                        return;
                    }
                    let team = [one, one + apart, one + apart + further];
                    let is_new = team.iter().any(|&worker| before[worker] || changed[worker]);
                    if is_new && refit(sharing, &team, worths, tries) {
                        team.into_iter().for_each(|worker| changed[worker] = true);
                    }
                }
            }
        }
    }
}
