//! When the village does other things: a harvest, a feast, a flood.

use crate::forecast::odds::{Odds, odds};

/// From the third idle day on it is a stop, and not some women's leisure.
const A_STOP: i64 = 3;

/// Days gone through, stops seen, and idle days in a row up to now.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    days: i64,
    stops: i64,
    idle: i64,
}

impl Stops {
    pub fn day(&mut self, idle: bool) {
        self.days += 1;
        self.idle = if idle { self.idle + 1 } else { 0 };
        self.stops += i64::from(self.idle == A_STOP);
    }

    /// The chance that one begins on a day: twice a year, until something is seen.
    pub fn odds(&self) -> Odds {
        odds(self.stops + 1, self.days + 180)
    }

    /// Days that one which is on still lasts: half of what it has.
    pub const fn still(&self) -> i64 {
        (self.idle + 1) / 2
    }
}
