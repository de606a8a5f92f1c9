//! The weeks that come, gone through many times as the village has been seen to work.
//!
//! A run draws a rule for the piles at home and one for the pools, by their weights; how long each untouched pool stays shut; and
//! the day of the next order. Then, day by day until all orders are ready:
//!
//! 1. New orders come as known ones did, and are like those.
//! 2. If the village has stopped, nothing else happens; maybe it stops.
//! 3. Each woman who works that day, in any order: if she has something at home she comes, or not; makes what the drawn part of her
//!    time since she last came is enough for, what was sent back first, then pile by pile; and hands it in. Then she is given work,
//!    or not, by her load; out of a pool by the rule, or any; as much as is given at once here; and maybe once more.
//! 4. Scrap may be put into the first pool again.
//!
//! An order is ready on the day on which its last piece is. The median of the runs is what is expected, and one run in ten lies
//! before and after the range. The runs are drawn from the same numbers every time, so that a forecast changes only with the books.
//!
//! Discrete-event simulation with resampled inputs (Efron, *Bootstrap methods*, Annals of Statistics 7, 1979), rather than a
//! formula: the last piece of an order is late by what happens to a few pieces, not by what happens to the mean.
//!
//! Tried without success: 96 runs instead of 48 (0.03 days); a range widened by how far off finished orders were (wider where it
//! was good, hardly better where it was not); orders of a typical size among those that come while few are known (notebook +0.4);
//! a chance of stops of 1 % a day (notebook +0.1).

mod arrivals;
mod at_home;
mod dice;
mod given;
mod prospects;
mod run;

use super::ground::Ground;
use super::habits::Learner;
use dice::Dice;
use prospects::Prospects;
use run::Run;

/// How often they are gone through.
const RUNS: u64 = 48;

/// At least so often.
const FEWEST: u64 = 8;

/// Where a village is so large that more than this had to be looked at, women times pools, further runs are left out.
const LOOKS: usize = 20_000_000;

/// For each order, the days on which it was ready, the earliest first, none for never within a year.
pub(super) fn runs(ground: &Ground, learner: Learner<'_>) -> Vec<Vec<Option<i64>>> {
    let prospects = Prospects::of(ground, learner);
    let mut days = vec![Vec::new(); ground.orders.len()];
    let mut looks: usize = 0;
    for number in 0..RUNS {
        if looks > LOOKS && number >= FEWEST || looks > LOOKS * 4 {
            break;
        }
        let (ready, looked) = Run::new(&prospects, Dice::new(number)).go();
        looks = looks.saturating_add(looked);
        for (days, ready) in days.iter_mut().zip(ready) {
            days.push(ready);
        }
    }
    for days in &mut days {
        days.sort_unstable_by_key(|day| day.unwrap_or(i64::MAX));
    }
    days
}
