//! A worker's time from today on.

use super::instance::Worker;
use crate::split::{after, least};
use crate::values::day::Day;

/// A moment: thousandths of a day since the morning of today, days off and all.
pub(super) type Ticks = i64;

/// Thousandths of a day.
pub(super) const A_DAY: Ticks = 1_000;

/// The farthest that is looked ahead: a year. What is not ready then has no day.
pub(super) const HORIZON: Ticks = 366 * A_DAY;

/// The moment at which a day begins; today where it is past.
pub(super) fn morning(today: Day, day: Day) -> Ticks {
    (day.0 - today.0).num_days().clamp(0, HORIZON / A_DAY) * A_DAY
}

/// The day in which a moment lies; its end is still that day.
pub(super) fn day_of(today: Day, moment: Ticks) -> Day {
    after(today, (moment - 1).max(0) / A_DAY)
}

/// The least moment, up to the horizon, from which something holds.
pub(super) fn first(from: Ticks, holds: impl Fn(Ticks) -> bool) -> Option<Ticks> {
    least(from.min(HORIZON), HORIZON, holds)
}

/// The time that a worker offers, evenly through each of her working days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours {
    pub a_day: i64,
    /// Working days among the first so many from today on.
    worked: [i64; 8],
}

impl Hours {
    pub fn of(worker: &Worker, today: Day) -> Self {
        let mut worked = [0; 8];
        for ahead in 0..7 {
            let off = worker.days_off.contains(after(today, i64::try_from(ahead).unwrap_or_default()));
            worked[ahead + 1] = worked[ahead] + i64::from(!off);
        }
        Self { a_day: worker.a_day.clamp(0, MOST_A_DAY), worked }
    }

    /// Whether she offers any time at all.
    pub const fn any(&self) -> bool {
        self.a_day > 0 && self.worked[7] > 0
    }

    /// Her working days until a moment, in ticks.
    pub fn days(&self, until: Ticks) -> Ticks {
        let (day, part) = (until / A_DAY, until % A_DAY);
        let (weeks, of_week) = (day / 7, usize::try_from(day % 7).unwrap_or_default());
        let today = self.worked[of_week + 1] - self.worked[of_week];
        (weeks * self.worked[7] + self.worked[of_week]) * A_DAY + part * today
    }

    /// What she offers from one moment until another; none where it lies before.
    pub fn time(&self, from: Ticks, until: Ticks) -> i64 {
        (self.days(until) - self.days(from.min(until))) * self.a_day / A_DAY
    }

    /// What she offers in a week.
    pub const fn a_week(&self) -> i64 {
        self.a_day * self.worked[7]
    }
}

/// The minutes of a day.
const MOST_A_DAY: i64 = 24 * 60 * 100;
