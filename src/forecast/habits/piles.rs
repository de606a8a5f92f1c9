//! In which order a woman makes what she has at home.

use super::ranks::Ranks;
use super::weight::{Weighed, weigh};
use crate::forecast::ground::{Ground, Pile};
use crate::forecast::odds::CERTAIN;

/// A rule by which piles may be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PileRule {
    /// The order due first.
    Due,
    /// The order placed first.
    Placed,
    /// By the orders' numbers, then the styles', as text: as they stand in a book.
    Code,
    EarlyStep,
    LateStep,
    /// What she has had longest.
    Oldest,
    Newest,
    /// One firm before another.
    Firm,
    /// One kind of work before another.
    Skill,
}

impl PileRule {
    pub const ALL: [Self; 9] = [
        Self::Due,
        Self::Placed,
        Self::Code,
        Self::EarlyStep,
        Self::LateStep,
        Self::Oldest,
        Self::Newest,
        Self::Firm,
        Self::Skill,
    ];

    /// What she makes first has the least.
    pub fn key(self, ground: &Ground, ranks: &PileRanks, pile: &Pile) -> [i64; 3] {
        let Some(spot) = ground.spots.get(pile.spot) else { return [0; 3] };
        let Some(order) = ground.orders.get(spot.order) else { return [0; 3] };
        let place = i64::try_from(pile.spot).unwrap_or_default();
        match self {
            Self::Due => [order.due, order.placed, place],
            Self::Placed => [order.placed, place, 0],
            Self::Code => [order.code, spot.style, spot.step],
            Self::EarlyStep => [spot.step, pile.got, 0],
            Self::LateStep => [-spot.step, pile.got, 0],
            Self::Oldest => [pile.got, 0, 0],
            Self::Newest => [-pile.got, 0, 0],
            Self::Firm => [-ranks.firms.of(order.firm), pile.got, 0],
            Self::Skill => [-ranks.skills.of(skill(spot.skill)), pile.got, 0],
        }
    }
}

fn skill(skill: usize) -> i64 {
    i64::try_from(skill).unwrap_or_default()
}

/// Which firm, and which kind of work, goes before others.
#[derive(Clone, Debug, Default)]
pub struct PileRanks {
    firms: Ranks,
    skills: Ranks,
}

/// What was seen of it.
#[derive(Clone, Debug, Default)]
pub struct Piles {
    /// How often each rule was kept and broken.
    seen: [(i64, i64); PileRule::ALL.len()],
    pub ranks: PileRanks,
}

impl Piles {
    /// She has handed in of one pile what she has not of another.
    pub fn preferred(&mut self, ground: &Ground, first: &Pile, then: &Pile) {
        for (rule, (kept, broken)) in PileRule::ALL.iter().zip(&mut self.seen) {
            let [first, then] = [first, then].map(|pile| rule.key(ground, &self.ranks, pile));
            *(if first <= then { kept } else { broken }) += 1;
        }
        let of = |pile: &Pile| {
            let spot = ground.spots.get(pile.spot)?;
            Some((ground.orders.get(spot.order)?.firm, skill(spot.skill)))
        };
        if let Some(((firm, kind), (other_firm, other_kind))) = of(first).zip(of(then)) {
            self.ranks.firms.before(firm, other_firm);
            self.ranks.skills.before(kind, other_kind);
        }
    }

    /// Ends a day: ranks are those of all days before, so that no rule is scored with what it has just been told.
    pub fn day_ends(&mut self, day: i64) {
        self.ranks.firms.learn(day);
        self.ranks.skills.learn(day);
    }

    pub fn rules(&self) -> Vec<Weighed<PileRule>> {
        let seen = PileRule::ALL.into_iter().zip(&self.seen);
        weigh(seen.map(|(rule, (kept, broken))| (rule, *kept, *broken)), CERTAIN / 2)
    }
}

/// Each two fresh piles of a day of which she preferred one: it was touched and the other was not, or it alone was finished.
pub fn preferences(had: &[Pile], made: impl Fn(usize) -> i64) -> Vec<(Pile, Pile)> {
    let mut preferences = Vec::new();
    let fresh: Vec<Pile> = had.iter().copied().filter(|pile| pile.fresh > 0).collect();
    for (place, one) in fresh.iter().enumerate() {
        for other in fresh.iter().skip(place + 1) {
            let [one_made, other_made] = [one, other].map(|pile| made(pile.spot));
            let [one_done, other_done] = [one_made >= one.fresh, other_made >= other.fresh];
            if (one_made > 0) == (other_made > 0) && (one_made == 0 || one_done == other_done) {
                continue;
            }
            let one_first = one_made > 0 && (other_made == 0 || one_done);
            preferences.push(if one_first { (*one, *other) } else { (*other, *one) });
        }
    }
    preferences
}
