//! What a woman did on a day, and what she could have been given.

use crate::forecast::ground::{Ground, Opened, Pile, Whereabouts};
use std::collections::BTreeMap;

/// A woman's day.
#[derive(Clone, Debug, Default)]
pub struct HerDay {
    /// What she had in the morning.
    pub had: Vec<Pile>,
    pub load: i64,
    /// Standard time of all that she handed in.
    pub made_time: i64,
    /// Fresh pieces that she handed in, by spot.
    pub made: BTreeMap<usize, i64>,
    pub made_again: i64,
    /// Standard time of each issue.
    pub issues: Vec<i64>,
    /// The pools that she could have been given more of when she left; of one who did nothing, the most at any time of the day.
    pub left_behind: Vec<usize>,
    /// At how many of the moments that were looked at she could have been given something, of one that was opened before.
    pub chances: i64,
    pub looks: i64,
}

impl HerDay {
    /// Looks at what she could be given now.
    pub fn look(&mut self, ground: &Ground, at: &Whereabouts, woman: usize) {
        let pools: Vec<usize> = could_have(ground, at, woman).collect();
        self.looks += 1;
        self.chances += i64::from(pools.iter().any(|spot| at.opened[*spot] == Opened::Given));
        if pools.len() > self.left_behind.len() {
            self.left_behind = pools;
        }
    }
}

/// The pools that have pieces which she can make.
pub fn could_have<'a>(ground: &'a Ground, at: &'a Whereabouts, woman: usize) -> impl Iterator<Item = usize> + 'a {
    at.filled.iter().copied().filter(move |spot| ground.can(woman, *spot))
}
