//! Which days.

use crate::values::day::Day;

/// Days from one through another; without bounds, all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    from: Option<Day>,
    until: Option<Day>,
}

/// It ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends ({until}) before it begins ({from})")]
pub struct BadPeriod {
    pub from: Day,
    pub until: Day,
}

impl Period {
    /// Both days count.
    ///
    /// # Errors
    /// [`BadPeriod`] when it ends before it begins.
    pub fn of(from: Option<Day>, until: Option<Day>) -> Result<Self, BadPeriod> {
        match (from, until) {
            (Some(from), Some(until)) if until < from => Err(BadPeriod { from, until }),
            _ => Ok(Self { from, until }),
        }
    }

    /// Its first day, where it has one.
    #[must_use]
    pub const fn from(self) -> Option<Day> {
        self.from
    }

    /// Whether that day is one of them.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        !self.is_after(day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it begins after that day.
    #[must_use]
    pub fn is_after(self, day: Day) -> bool {
        self.from.is_some_and(|from| day < from)
    }
}
