//! One run of the coming weeks.

use super::dice::Dice;
use super::prospects::Prospects;
use crate::forecast::ground::{Ground, Opened, Whereabouts, weekday};
use crate::forecast::habits::{PileRule, PoolRule, Weighed, visit_place};
use crate::forecast::odds::Odds;

/// The farthest that a run looks ahead, in days.
const HORIZON: i64 = 366;

/// The village as a run goes on.
pub struct Run<'p> {
    pub(super) learned: &'p Prospects,
    /// With the orders that come in the run.
    pub(super) ground: Ground,
    pub(super) at: Whereabouts,
    pub(super) dice: Dice,
    pub(super) pile_rule: Option<(PileRule, Odds)>,
    pub(super) pool_rule: Option<(PoolRule, Odds)>,
    /// By spot, the day from which its pool is given out.
    pub(super) shut: Vec<i64>,
    /// The day on which the next order comes.
    pub(super) next_order: Option<i64>,
    gone: Vec<i64>,
    /// By order, pieces still to be made.
    left: Vec<i64>,
    open: usize,
    ready: Vec<Option<i64>>,
    pub(super) today: i64,
}

impl<'p> Run<'p> {
    pub fn new(learned: &'p Prospects, mut dice: Dice) -> Self {
        let (ground, at) = (learned.ground.clone(), learned.at.clone());
        let mut left = vec![0; ground.orders.len()];
        let pools = at.pool.iter().copied().enumerate();
        let homes = at.home.iter().flatten().map(|pile| (pile.spot, pile.pieces()));
        let owed = at.owed.iter().map(|owed| owed.0).enumerate();
        for (spot, pieces) in pools.chain(homes).chain(owed).filter(|(_, pieces)| *pieces > 0) {
            if let Some(left) = ground.spots.get(spot).and_then(|spot| left.get_mut(spot.order)) {
                *left += pieces;
            }
        }
        let mut shut = vec![i64::MIN; at.pool.len()];
        for spot in &at.filled {
            if let Opened::On(since) = at.opened[*spot] {
                let waited = ground.today - since;
                let longer = learned.waits.longer(&ground.spots[*spot], waited);
                shut[*spot] = since + dice.one_of(longer).copied().unwrap_or(waited + 1);
            }
        }
        let mut run = Self {
            pile_rule: drawn(&mut dice, &learned.piles),
            pool_rule: drawn(&mut dice, &learned.pools),
            shut,
            next_order: None,
            gone: learned.gone.clone(),
            open: left.iter().filter(|left| **left > 0).count(),
            ready: vec![None; left.len()],
            left,
            today: ground.today,
            learned,
            ground,
            at,
            dice,
        };
        run.first_order();
        run
    }

    /// The day on which each order of now is ready, none where it is not within the horizon; and how much had to be gone through.
    pub fn go(mut self) -> (Vec<Option<i64>>, usize) {
        let today = self.ground.today;
        self.today = if self.ground.over { today } else { today - 1 };
        let mut stopped = self.today + self.learned.still_stopped;
        let mut women: Vec<usize> = (0..self.ground.women.len()).collect();
        let mut looks = 0;
        while self.open > 0 && self.today < today + HORIZON {
            self.today += 1;
            self.new_orders();
            if self.today <= stopped {
                continue;
            }
            if self.dice.happens(self.learned.stop) {
                stopped = self.today + 2 + self.dice.below(7);
                continue;
            }
            self.dice.shuffle(&mut women);
            looks += women.len() * (self.at.filled.len() + 1);
            for woman in &women {
                self.her_day(*woman);
            }
            self.replace();
        }
        (self.ready, looks)
    }

    fn her_day(&mut self, woman: usize) {
        let comes = self.today > self.ground.today || self.ground.women[woman].comes_today;
        if !comes || !self.ground.works(woman, self.today) {
            return;
        }
        let has = !self.at.home[woman].is_empty();
        if has {
            self.gone[woman] += 1;
            let since = self.gone[woman];
            if !self.dice.happens(self.learned.visits[visit_place(since)]) {
                return;
            }
            self.gone[woman] = 0;
            let day = self.dice.one_of(&self.learned.days[woman]).copied().unwrap_or_default();
            let time = self.ground.a_day(woman).saturating_mul(since).saturating_mul(day) / 1_000;
            self.makes(woman, time);
        }
        self.is_given(woman, has);
    }

    /// What is owed goes into the pool again.
    fn replace(&mut self) {
        let odds = self.learned.replaced[weekday(self.today)];
        for line in 0..self.at.owed.len() {
            let owed = self.at.owed[line].0;
            if owed > 0 && self.dice.happens(odds) {
                self.at.owed[line].0 = 0;
                self.put(line, owed);
            }
        }
    }

    /// Puts pieces into a pool; a new one stays shut for a while.
    pub(super) fn put(&mut self, spot: usize, pieces: i64) {
        if pieces <= 0 {
            return;
        }
        if self.at.opened[spot] == Opened::Never {
            let waits = self.learned.waits.longer(&self.ground.spots[spot], -1);
            self.shut[spot] = self.today + self.dice.one_of(waits).copied().unwrap_or_default();
        }
        self.at.put(spot, pieces, self.today);
    }

    /// So many pieces of an order need no more work.
    pub(super) fn done(&mut self, order: usize, pieces: i64) {
        let Some(left) = self.left.get_mut(order).filter(|left| **left > 0) else { return };
        *left -= pieces;
        if *left <= 0 {
            self.open -= 1;
            self.ready[order] = Some(self.today);
        }
    }
}

/// One of several rules, by their weights.
fn drawn<R: Copy>(dice: &mut Dice, rules: &[Weighed<R>]) -> Option<(R, Odds)> {
    let mut place = dice.below(rules.iter().map(|rule| rule.weight).sum());
    let chosen = rules.iter().find(|rule| {
        place -= rule.weight;
        place < 0
    });
    chosen.map(|rule| (rule.rule, rule.keeps))
}
