//! The weeks that come, gone through many times as the village has been seen to work.

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
const RUNS: u64 = 32;

/// For each order, the days on which it was ready, the earliest first.
pub(super) fn runs(ground: &Ground, learner: Learner<'_>) -> Vec<Vec<i64>> {
    let prospects = Prospects::of(ground, learner);
    let mut days = vec![Vec::new(); ground.orders.len()];
    for number in 0..RUNS {
        let (ready, _) = Run::new(&prospects, Dice::new(number)).go();
        for (days, ready) in days.iter_mut().zip(ready) {
            days.push(ready);
        }
    }
    for days in &mut days {
        days.sort_unstable();
    }
    days
}
