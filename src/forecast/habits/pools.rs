//! Out of which pool a woman is given work.

use super::weight::{Weighed, weigh};
use crate::forecast::ground::{Ground, Whereabouts};
use crate::forecast::odds::{CERTAIN, Odds, odds};

/// A rule by which a pool may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolRule {
    /// The order due first.
    Due,
    /// The order placed first.
    Placed,
    /// By the orders' numbers, then the styles', as text.
    Code,
    LateStep,
    EarlyStep,
    /// The one with the most pieces.
    Big,
    Small,
    /// The one that has waited longest.
    Longest,
}

impl PoolRule {
    pub const ALL: [Self; 8] =
        [Self::Due, Self::Placed, Self::Code, Self::LateStep, Self::EarlyStep, Self::Big, Self::Small, Self::Longest];

    /// What is given out first has the least.
    pub fn key(self, ground: &Ground, at: &Whereabouts, pool: usize) -> ([i64; 4], usize) {
        let Some(spot) = ground.spots.get(pool) else { return ([0; 4], pool) };
        let Some(order) = ground.orders.get(spot.order) else { return ([0; 4], pool) };
        let line = i64::try_from(spot.line).unwrap_or_default();
        let pieces = || at.pool.get(pool).copied().unwrap_or_default();
        let key = match self {
            Self::Due => [order.due, order.placed, line, -spot.step],
            Self::Placed => [order.placed, line, -spot.step, 0],
            Self::Code => [order.code, spot.style, spot.step, 0],
            Self::LateStep => [-spot.step, order.due, line, 0],
            Self::EarlyStep => [spot.step, order.due, line, 0],
            Self::Big => [-pieces(), 0, 0, 0],
            Self::Small => [pieces(), 0, 0, 0],
            Self::Longest => [at.since.get(pool).copied().unwrap_or_default(), 0, 0, 0],
        };
        (key, pool)
    }
}

/// What was seen of it.
#[derive(Clone, Debug, Default)]
pub struct Pools {
    /// How often each rule named the pool that was taken.
    hits: [i64; PoolRule::ALL.len()],
    picks: i64,
    /// How often it would have been named by chance.
    by_chance: Odds,
    /// Looked at today.
    today: usize,
}

/// So many issues of a day are looked at: more say hardly more, and cost a large village seconds.
const A_DAY: usize = 40;

impl Pools {
    /// That pool was taken, of all those that she could have been given something of.
    pub fn picked(&mut self, ground: &Ground, at: &Whereabouts, pools: &[usize], taken: usize) {
        if pools.len() < 2 || self.today >= A_DAY || !pools.contains(&taken) {
            return;
        }
        self.today += 1;
        self.picks += 1;
        self.by_chance += odds(1, i64::try_from(pools.len()).unwrap_or(i64::MAX));
        for (rule, hits) in PoolRule::ALL.iter().zip(&mut self.hits) {
            *hits += i64::from(Self::best(*rule, ground, at, pools) == Some(taken));
        }
    }

    pub const fn day_ends(&mut self) {
        self.today = 0;
    }

    /// The pool that a rule names.
    pub fn best(rule: PoolRule, ground: &Ground, at: &Whereabouts, pools: &[usize]) -> Option<usize> {
        pools.iter().copied().min_by_key(|pool| rule.key(ground, at, *pool))
    }

    pub fn rules(&self) -> Vec<Weighed<PoolRule>> {
        let chance = if self.picks > 0 { self.by_chance / self.picks } else { CERTAIN / 2 };
        weigh(PoolRule::ALL.into_iter().zip(&self.hits).map(|(rule, hits)| (rule, *hits, self.picks - hits)), chance)
    }
}
