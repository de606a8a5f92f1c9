//! Those who can do a step, and how they get through its pieces.

use super::finish::{Finish, deviation, variance};
use super::hours::{Hours, Ticks, first};
use super::instance::Worker;
use crate::model::Skill;

/// Parts into which a piece is divided in the making.
pub(super) const PARTS: i64 = 1_024;

/// A worker as the forecast goes on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand<'a> {
    pub worker: &'a Worker,
    pub hours: Hours,
    /// The moment at which her work begins.
    pub begins: Ticks,
    /// From when on she is free.
    pub free: Ticks,
}

impl Hand<'_> {
    /// Her time for a piece, if she can do it and offers any time.
    pub fn pace(&self, skill: Skill) -> Option<i64> {
        let pace = self.worker.pace.get(&skill).filter(|_| self.hours.any())?;
        Some((*pace).max(1))
    }

    /// How sure a finish of hers is.
    pub fn finish(&self, at: Ticks) -> Finish {
        let days = self.hours.days(at) - self.hours.days(self.begins.min(at));
        let off = deviation(at - self.begins, [(1, variance(self.worker.spread, days))].into_iter());
        Finish { at, deviation: off }
    }
}

/// Those who can do a step: their places among the workers, and the pace of each.
#[derive(Clone, Debug)]
pub(super) struct Crew(Vec<(usize, i64)>);

impl Crew {
    /// Those who take new work and can do that.
    pub fn able(hands: &[Hand<'_>], skill: Skill) -> Self {
        let able = hands.iter().enumerate().filter(|(_, hand)| hand.worker.active);
        Self(able.filter_map(|(index, hand)| Some((index, hand.pace(skill)?))).collect())
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there are others than the one at that place.
    pub fn has_others(&self, place: Option<usize>) -> bool {
        self.0.iter().any(|(index, _)| Some(*index) != place)
    }

    fn each<'h>(&self, hands: &'h [Hand<'h>]) -> impl Iterator<Item = (&'h Hand<'h>, i64)> {
        self.0.iter().filter_map(|(index, pace)| Some((hands.get(*index)?, *pace)))
    }

    /// The parts of pieces that they make in their free time until a moment.
    fn made(&self, hands: &[Hand<'_>], until: Ticks) -> i64 {
        self.each(hands).map(|(hand, pace)| hand.hours.time(hand.free, until) * PARTS / pace).sum()
    }

    /// When they will have made so many pieces, if all who are free do nothing else; `None` beyond the horizon.
    pub fn done(&self, hands: &[Hand<'_>], pieces: i64) -> Option<Ticks> {
        first(0, |moment| self.made(hands, moment) >= pieces.saturating_mul(PARTS))
    }

    /// Keeps them busy until then.
    pub fn occupy(&self, hands: &mut [Hand<'_>], until: Ticks) {
        for (index, _) in &self.0 {
            if let Some(hand) = hands.get_mut(*index) {
                hand.free = hand.free.max(until);
            }
        }
    }

    /// How sure it is that they are done then: those who were free before have worked all their time until then, at this or
    /// at what came before it.
    pub fn finish(&self, hands: &[Hand<'_>], at: Ticks) -> Finish {
        let free = || self.each(hands).filter(|(hand, _)| hand.free < at);
        let workers = free().map(|(hand, pace)| {
            let amount = hand.hours.time(hand.begins, at) * PARTS / pace;
            let days = hand.hours.days(at) - hand.hours.days(hand.begins);
            (amount, variance(hand.worker.spread, days))
        });
        let begins = free().map(|(hand, _)| hand.begins).min().unwrap_or(at);
        Finish { at, deviation: deviation(at - begins, workers) }
    }

    /// Pieces that are not made by a moment, as time at the pace of all of them together.
    pub fn short(&self, hands: &[Hand<'_>], pieces: i64, moment: Ticks) -> i64 {
        let left = pieces.saturating_mul(PARTS).saturating_sub(self.made(hands, moment.max(0))).max(0);
        let (offered, parts) = self.a_week(hands);
        // Rounded up, and at least one where anything is left.
        let time = (i128::from(left) * i128::from(offered) + i128::from(parts) - 1) / i128::from(parts.max(1));
        i64::try_from(time.max(0)).unwrap_or(i64::MAX)
    }

    /// What they offer in a week, and the parts of pieces that they could make in it.
    pub fn a_week(&self, hands: &[Hand<'_>]) -> (i64, i64) {
        self.each(hands).fold((0, 0), |(time, parts), (hand, pace)| {
            let a_week = hand.hours.a_week();
            (time + a_week, parts + a_week * PARTS / pace)
        })
    }

    /// The least working time, in ticks, that anyone of them takes for so many pieces.
    pub fn quickest(&self, hands: &[Hand<'_>], pieces: i64) -> Option<Ticks> {
        let took = |(hand, pace): (&Hand<'_>, i64)| {
            pieces.saturating_mul(pace).saturating_mul(super::hours::A_DAY) / hand.hours.a_day.max(1)
        };
        self.each(hands).map(took).min()
    }
}
