//! How long a new pool is left alone before anything of it is given out.
//!
//! A pool that nobody was given anything of may only have stood behind others. So a wait is believed where the pool was passed
//! over: where by the village's own habits it should have been taken by then; or where it was hardly one at all.

use super::weight::Weighed;
use super::{PoolRule, Pools};
use crate::forecast::ground::{Ground, Opened, Spot, Whereabouts};
use crate::forecast::odds::{CERTAIN, Odds, share};

/// A wait of so many days is hardly one.
const HARDLY: i64 = 1;

/// How often it should have been taken before it is believed that it was left alone: by chance alone that is one pool in twenty.
const PASSED_OVER: i64 = 3;

/// Days from the first pieces to the first issue, in first and in later steps; sorted.
#[derive(Clone, Debug, Default)]
pub struct Waits {
    days: [Vec<i64>; 2],
    /// By spot, how often it should have been taken before it first was.
    passed_over: Vec<Odds>,
}

impl Waits {
    /// A woman was given work, with that chance, of these pools by that rule.
    pub fn chance(
        &mut self,
        ground: &Ground,
        at: &Whereabouts,
        pools: &[usize],
        rule: Option<&Weighed<PoolRule>>,
        given: Odds,
    ) {
        let new = |spot: &usize| matches!(at.opened.get(*spot), Some(Opened::On(_)));
        if !pools.iter().any(new) {
            return;
        }
        self.passed_over.resize(ground.spots.len(), 0);
        let keeps = rule.map_or(0, |rule| rule.keeps);
        let best = rule.and_then(|rule| Pools::best(rule.rule, ground, at, pools));
        let by_chance = (CERTAIN - keeps) / i64::try_from(pools.len()).unwrap_or(i64::MAX).max(1);
        for spot in pools.iter().filter(|spot| new(spot)) {
            let taken = by_chance + if best == Some(*spot) { keeps } else { 0 };
            self.passed_over[*spot] = self.passed_over[*spot].saturating_add(share(given, taken));
        }
    }

    /// The first of a pool was given out, after so many days.
    pub fn waited(&mut self, place: usize, spot: &Spot, days: i64) {
        let passed_over = self.passed_over.get(place).copied().unwrap_or_default();
        let days = match passed_over >= PASSED_OVER * CERTAIN {
            true => days,
            false if days <= HARDLY => 0,
            false => return,
        };
        let waits = &mut self.days[usize::from(spot.step > 0)];
        let place = waits.partition_point(|wait| *wait <= days);
        waits.insert(place, days);
    }

    /// Those that were longer than what has passed already.
    pub fn longer(&self, spot: &Spot, than: i64) -> &[i64] {
        let waits = &self.days[usize::from(spot.step > 0)];
        waits.get(waits.partition_point(|wait| *wait <= than)..).unwrap_or_default()
    }
}
