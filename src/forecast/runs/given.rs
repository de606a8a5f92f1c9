//! What a woman is given in a run.

use super::run::Run;
use crate::forecast::habits::load_place;

impl Run<'_> {
    /// She may be given work; whether she had any this morning.
    pub(super) fn is_given(&mut self, woman: usize, had: bool) {
        let load = had.then(|| self.load(woman));
        let odds = self.learned.given[woman][load_place(load)];
        if !self.dice.happens(odds) {
            return;
        }
        while let Some(pool) = self.pool_for(woman) {
            self.issue(woman, pool);
            let more = self.learned.one_more[woman][load_place(Some(self.load(woman)))];
            if !self.dice.happens(more) {
                break;
            }
        }
    }

    /// What she has at home, in thousandths of her day.
    fn load(&self, woman: usize) -> i64 {
        self.at.load(&self.ground, woman).saturating_mul(1_000) / self.learned.capacity[woman]
    }

    /// The pool that she is given something of.
    fn pool_for(&mut self, woman: usize) -> Option<usize> {
        let able = |spot: &usize| self.shut[*spot] <= self.today && self.ground.can(woman, *spot);
        let pools: Vec<usize> = self.at.filled.iter().copied().filter(able).collect();
        match self.pool_rule {
            Some((rule, keeps)) if pools.len() > 1 && self.dice.happens(keeps) => {
                pools.into_iter().min_by_key(|pool| rule.key(&self.ground, &self.at, *pool))
            }
            _ => self.dice.one_of(&pools).copied(),
        }
    }

    /// Whole packs, as much of a day's work as is given out here at once.
    fn issue(&mut self, woman: usize, pool: usize) {
        let spot = &self.ground.spots[pool];
        let size = self.dice.one_of(&self.learned.sizes[woman]).copied().unwrap_or(2_000);
        let time = size.saturating_mul(self.ground.a_day(woman)) / 1_000;
        let a_pack = spot.minutes.saturating_mul(spot.pack);
        let packs = ((time + a_pack / 2) / a_pack).max(1);
        let pieces = packs.saturating_mul(spot.pack).min(self.at.pool[pool]);
        self.at.take(pool, pieces);
        self.at.give(woman, pool, pieces, 0);
    }
}
