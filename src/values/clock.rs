//! Time comes from a clock that is passed in, so that rules and tests choose it.

use crate::values::day::Day;
use chrono::{DateTime, FixedOffset, Utc};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The time now, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    fn now(&self) -> DateTime<Utc> {
        std::time::SystemTime::now().into()
    }
}

/// A clock that stands still.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Minutes by which a workshop's day is ahead of UTC.
///
/// China has one zone, UTC+8 without summer time, so an offset says all that a zone's name would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(FixedOffset);

impl Zone {
    /// UTC+8.
    #[must_use]
    pub fn china() -> Self {
        const EIGHT_HOURS: i32 = 8 * 3600;
        Self(FixedOffset::east_opt(EIGHT_HOURS).unwrap_or_else(|| unreachable!("eight hours is a lawful offset")))
    }

    /// The day that it is there at that time.
    #[must_use]
    pub fn day(self, at: DateTime<Utc>) -> Day {
        Day(at.with_timezone(&self.0).date_naive())
    }

    /// The wall clock there at that time.
    #[must_use]
    pub fn wall(self, at: DateTime<Utc>) -> chrono::NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_the_village() {
        let late = "2026-11-01T15:59:59Z".parse::<DateTime<Utc>>().expect("a time");
        let later = "2026-11-01T16:00:00Z".parse::<DateTime<Utc>>().expect("a time");
        assert_eq!(Zone::china().day(late).to_string(), "2026-11-01");
        assert_eq!(Zone::china().day(later).to_string(), "2026-11-02");
    }
}
