//! The split 派活: a pool shared out among workers in proportion to the time that each offers.
//!
//! Shares are apportioned by Webster's method (Sainte-Laguë; Balinski and Young, *Fair
//! Representation*, 1982): packs go one after another to the worker with the largest
//! minutes / (2 × packs so far + 1). As a divisor method it is monotone: more pieces never mean
//! fewer for anyone, which the method of largest remainders cannot promise.

use crate::ids::WorkerId;
use crate::pieces::Pieces;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// A worker who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub worker: WorkerId,
    /// Minutes a day that she offers; with none she is given nothing unless locked.
    pub minutes: i64,
    /// Exactly this many, whatever the others get.
    pub locked: Option<Pieces>,
}

/// Shares out a pool. Shares are whole packs, but for locked ones and at most one more, so that
/// together they are exactly the pool. Ties go to the one earlier in the list.
///
/// Returns a share for each offer, in the same order, and what could not be placed: all that is not
/// locked when nobody unlocked offers time. Locks that are more than the pool leave nothing for the others.
#[must_use]
pub fn by_time(pool: Pieces, pack: Pieces, offers: &[Offer]) -> (Vec<Pieces>, Pieces) {
    let mut shares: Vec<Pieces> = offers.iter().map(|offer| offer.locked.unwrap_or_default()).collect();
    let locked: Pieces = shares.iter().copied().sum();
    let free = Pieces((pool.0 - locked.0).max(0));
    let pack = pack.0.max(1);
    let mut turns: BinaryHeap<Turn> = offers
        .iter()
        .enumerate()
        .filter(|(_, offer)| offer.locked.is_none() && offer.minutes > 0)
        .map(|(index, offer)| Turn { minutes: offer.minutes, packs: 0, index: Reverse(index) })
        .collect();
    let mut left = free.0;
    while left > 0 {
        let Some(mut turn) = turns.pop() else { break };
        let given = left.min(pack);
        if let Some(share) = shares.get_mut(turn.index.0) {
            *share = *share + Pieces(given);
        }
        left -= given;
        turn.packs += 1;
        turns.push(turn);
    }
    (shares, Pieces(left))
}

struct Turn {
    minutes: i64,
    packs: i64,
    index: Reverse<usize>,
}

impl Ord for Turn {
    /// By minutes / (2 × packs + 1), compared without division.
    fn cmp(&self, other: &Self) -> Ordering {
        let mine = i128::from(self.minutes) * i128::from(2 * other.packs + 1);
        let theirs = i128::from(other.minutes) * i128::from(2 * self.packs + 1);
        mine.cmp(&theirs).then(self.index.cmp(&other.index))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn offers(minutes: &[i64]) -> Vec<Offer> {
        (1..).zip(minutes).map(|(id, &minutes)| Offer { worker: WorkerId(id), minutes, locked: None }).collect()
    }

    #[test]
    fn work_follows_time() {
        let (shares, left) = by_time(Pieces(900), Pieces(10), &offers(&[300, 240, 360]));
        assert_eq!((shares, left), (vec![Pieces(300), Pieces(240), Pieces(360)], Pieces::ZERO));
    }

    #[test]
    fn a_locked_share_is_kept_and_the_rest_follows() {
        let mut all = offers(&[100, 100, 100]);
        all[1].locked = Some(Pieces(7));
        assert_eq!(by_time(Pieces(107), Pieces(10), &all).0, vec![Pieces(50), Pieces(7), Pieces(50)]);
    }

    #[test]
    fn who_is_named_first_goes_first_where_all_else_is_equal() {
        assert_eq!(by_time(Pieces(30), Pieces(10), &offers(&[60, 60])).0, vec![Pieces(20), Pieces(10)]);
        assert_eq!(by_time(Pieces(15), Pieces(10), &offers(&[60, 60])).0, vec![Pieces(10), Pieces(5)]);
    }

    #[test]
    fn locks_beyond_the_pool_are_kept_and_leave_nothing() {
        let mut all = offers(&[100, 100]);
        all[0].locked = Some(Pieces(12));
        assert_eq!(by_time(Pieces(10), Pieces(10), &all), (vec![Pieces(12), Pieces::ZERO], Pieces::ZERO));
    }

    #[test]
    fn a_locked_share_needs_no_time() {
        let mut all = offers(&[0, 100]);
        all[0].locked = Some(Pieces(4));
        assert_eq!(by_time(Pieces(10), Pieces(1), &all).0, vec![Pieces(4), Pieces(6)]);
    }

    #[test]
    fn nobody_with_time_leaves_all() {
        assert_eq!(by_time(Pieces(5), Pieces(1), &offers(&[0])), (vec![Pieces::ZERO], Pieces(5)));
    }

    proptest! {
        #[test]
        fn exact_in_packs_and_monotone(pool in 0i64..3000, pack in 1i64..30, minutes in prop::collection::vec(0i64..600, 1..25)) {
            let all = offers(&minutes);
            let (shares, left) = by_time(Pieces(pool), Pieces(pack), &all);
            prop_assert_eq!(shares.iter().copied().sum::<Pieces>() + left, Pieces(pool));
            prop_assert!(shares.iter().filter(|share| share.0 % pack != 0).count() <= 1);
            let (more, _) = by_time(Pieces(pool + 1), Pieces(pack), &all);
            prop_assert!(shares.iter().zip(&more).all(|(before, after)| before <= after));
        }
    }
}
