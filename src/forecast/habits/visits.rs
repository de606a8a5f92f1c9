//! Whether a woman comes on a working day.

use crate::forecast::odds::{Odds, leaning, odds};

/// So many working days since she last came are told apart.
pub const MOST: usize = 7;

/// How often they came of how often they could have, by working days since they last did.
#[derive(Clone, Debug, Default)]
pub struct Visits([(i64, i64); MOST]);

impl Visits {
    /// On a working day of hers on which she has something at home, the so-manieth since she last came.
    pub fn day(&mut self, since: i64, came: bool) {
        if let Some((days, all)) = self.0.get_mut(place(since)) {
            *days += i64::from(came);
            *all += 1;
        }
    }

    /// The chance that one comes, by working days since she last did.
    pub fn odds(&self) -> [Odds; MOST] {
        let (came, all) = self.0.iter().fold((2, 2), |(came, all), of| (came + of.0, all + of.1));
        self.0.map(|(days, among)| leaning(days, among, odds(came, all), 2))
    }
}

/// Where the so-manieth day stands.
pub fn place(since: i64) -> usize {
    usize::try_from(since.clamp(1, 7) - 1).unwrap_or_default()
}
