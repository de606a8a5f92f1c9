//! When scrap is made again.

use crate::forecast::ground::weekday;
use crate::forecast::odds::{CERTAIN, Odds, leaning, odds};

/// Days after which nobody counts on it any more.
pub const GIVEN_UP: i64 = 21;

/// Pieces by day of the week: put into the pool again, and left for another day. And those that were given up.
#[derive(Clone, Debug, Default)]
pub struct Replacing {
    week: [(i64, i64); 7],
    given_up: i64,
}

impl Replacing {
    pub fn replaced(&mut self, day: i64, pieces: i64) {
        self.week[weekday(day)].0 += pieces;
    }

    pub fn left(&mut self, day: i64, pieces: i64) {
        self.week[weekday(day)].1 += pieces;
    }

    pub fn given_up(&mut self, pieces: i64) {
        self.given_up += pieces;
    }

    /// The chance that what is owed is put into the pool on a day of the week.
    pub fn odds(&self) -> [Odds; 7] {
        let (put, left) = self.week.iter().fold((0, 0), |(put, left), day| (put + day.0, left + day.1));
        let overall = odds(put + 1, put + left + 1);
        self.week.map(|(put, left)| leaning(put, put + left, overall, 5))
    }

    /// The chance that scrap is made again at all.
    pub fn ever(&self) -> Odds {
        let put: i64 = self.week.iter().map(|day| day.0).sum();
        leaning(put, put + self.given_up, CERTAIN, 1)
    }
}
