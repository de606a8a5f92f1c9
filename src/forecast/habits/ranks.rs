//! Which of several kinds goes before the others.

use crate::forecast::odds::CERTAIN;
use std::collections::BTreeMap;

/// How few sights of two kinds say little.
const DOUBT: i64 = 5;

/// More pairs of kinds than these are many.
const MANY: usize = 1_000;

/// How often each kind went before each other, and how clearly it does so on the whole.
#[derive(Clone, Debug, Default)]
pub struct Ranks {
    wins: BTreeMap<(i64, i64), i64>,
    ranks: BTreeMap<i64, i64>,
}

impl Ranks {
    pub fn before(&mut self, first: i64, then: i64) {
        if first != then {
            *self.wins.entry((first, then)).or_default() += 1;
        }
    }

    /// `Σ (wins - losses) / (both + 5)` over all others; of many kinds once a week.
    pub fn learn(&mut self, day: i64) {
        if self.wins.len() > MANY && day % 7 > 0 {
            return;
        }
        self.ranks.clear();
        for ((first, then), wins) in &self.wins {
            let losses = self.wins.get(&(*then, *first)).copied().unwrap_or_default();
            if losses > 0 && first > then {
                // Was added the other way round.
                continue;
            }
            let ahead = (wins - losses) * CERTAIN / (wins + losses + DOUBT);
            *self.ranks.entry(*first).or_default() += ahead;
            *self.ranks.entry(*then).or_default() -= ahead;
        }
    }

    /// The higher, the sooner it is done.
    pub fn of(&self, kind: i64) -> i64 {
        self.ranks.get(&kind).copied().unwrap_or_default()
    }
}
