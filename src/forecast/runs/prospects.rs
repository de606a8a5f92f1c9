//! What the coming weeks are drawn from.

use crate::forecast::ground::{Ground, Whereabouts};
use crate::forecast::habits::{Habits, Learner, PileRanks, PileRule, PoolRule, Waits, Weighed};
use crate::forecast::odds::Odds;

/// A village's habits, ready to be drawn from; times in hundredths of a minute, days' work in thousandths.
#[derive(Clone, Debug)]
pub struct Prospects {
    pub ground: Ground,
    pub at: Whereabouts,
    pub gone: Vec<i64>,
    pub piles: Vec<Weighed<PileRule>>,
    pub ranks: PileRanks,
    pub pools: Vec<Weighed<PoolRule>>,
    /// By working days since she last came.
    pub visits: Vec<Odds>,
    /// By woman, and by load.
    pub given: Vec<Vec<Odds>>,
    /// By woman, and by load after the last issue.
    pub one_more: Vec<Vec<Odds>>,
    /// By woman, the issues to draw from.
    pub sizes: Vec<Vec<i64>>,
    /// By woman, what her days may be like.
    pub days: Vec<Vec<i64>>,
    /// By woman, the standard time of what she makes on a day.
    pub capacity: Vec<i64>,
    pub sent_back: Odds,
    pub scrapped: Odds,
    pub scrapped_again: Odds,
    pub soon: Odds,
    /// By day of the week, that scrap is put into the pool to be made again; and that it is at all.
    pub replaced: [Odds; 7],
    pub replaced_ever: Odds,
    pub waits: Waits,
    pub stop: Odds,
    pub still_stopped: i64,
    /// Days between known orders.
    pub gaps: Vec<i64>,
}

impl Prospects {
    pub fn of(ground: &Ground, learner: Learner<'_>) -> Self {
        let (habits, gone): (Habits, Vec<i64>) = (learner.habits, learner.gone);
        let women = 0..ground.women.len();
        let capacity = |woman: usize| ground.a_day(woman).saturating_mul(habits.output.pace(woman)) / 1_000;
        let placed = ground.orders.iter().map(|order| order.placed);
        Self {
            at: learner.at,
            gone,
            piles: habits.piles.rules(),
            pools: habits.pools.rules(),
            visits: habits.visits.odds().into(),
            given: women.clone().map(|woman| habits.giving.odds(woman).into()).collect(),
            one_more: women.clone().map(|woman| habits.giving.more(woman).into()).collect(),
            sizes: women.clone().map(|woman| habits.sizes.latest(woman)).collect(),
            days: women.clone().map(|woman| habits.output.days(woman)).collect(),
            capacity: women.map(|woman| capacity(woman).max(1)).collect(),
            sent_back: habits.quality.sent_back(),
            scrapped: habits.quality.scrapped(),
            scrapped_again: habits.quality.scrapped_again(),
            soon: habits.quality.soon(),
            replaced: habits.replacing.odds(),
            replaced_ever: habits.replacing.ever(),
            stop: habits.stops.odds(),
            still_stopped: habits.stops.still(),
            gaps: placed.clone().zip(placed.skip(1)).map(|(one, next)| next - one).collect(),
            ground: ground.clone(),
            ranks: habits.piles.ranks,
            waits: habits.waits,
        }
    }
}
