//! Days as the workshop counts them.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::{fmt, str::FromStr};

/// A day in the workshop's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "NaiveDate")]
pub struct Day(pub NaiveDate);

/// What was read is no day, or none that a workshop could mean (2000 to 2199).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("not a day")]
pub struct BadDay;

impl TryFrom<NaiveDate> for Day {
    type Error = BadDay;

    fn try_from(date: NaiveDate) -> Result<Self, BadDay> {
        if (2000..2200).contains(&date.year()) { Ok(Self(date)) } else { Err(BadDay) }
    }
}

impl FromStr for Day {
    type Err = BadDay;

    /// Reads `2026-09-01`, `2026/9/1`, `2026.9.1`, `2026年9月1日`.
    fn from_str(text: &str) -> Result<Self, BadDay> {
        let text = text.trim();
        ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"]
            .into_iter()
            .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
            .ok_or(BadDay)?
            .try_into()
    }
}

impl fmt::Display for Day {
    /// As ISO 8601, `2026-09-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Day {
    /// The day of that year, month and day of the month.
    #[must_use]
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)?.try_into().ok()
    }

    /// Its year, its month and its day of the month.
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        self.0.succ_opt().map_or(self, Self)
    }

    /// The day before.
    #[must_use]
    pub fn before(self) -> Self {
        self.0.pred_opt().map_or(self, Self)
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn month_start(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        let next = self.month_start().0.checked_add_months(Months::new(1));
        next.map_or(self, |next| Self(next).before())
    }
}

/// ISO weekdays.
const WEEK: RangeInclusive<u8> = 1..=7;

/// Days of the week on which someone does not work: a set of ISO weekdays, 1 = Monday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeSet<u8>")]
pub struct DaysOff(BTreeSet<u8>);

impl TryFrom<BTreeSet<u8>> for DaysOff {
    type Error = BadDay;

    fn try_from(days: BTreeSet<u8>) -> Result<Self, BadDay> {
        if days.iter().all(|day| WEEK.contains(day)) { Ok(Self(days)) } else { Err(BadDay) }
    }
}

impl DaysOff {
    /// Of ISO weekdays; others than 1 to 7 are left out.
    #[must_use]
    pub fn of(days: impl IntoIterator<Item = u8>) -> Self {
        Self(days.into_iter().filter(|day| WEEK.contains(day)).collect())
    }

    /// Whether that day is one of them.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        u8::try_from(day.0.weekday().number_from_monday()).is_ok_and(|iso| self.0.contains(&iso))
    }

    /// The ISO weekdays, in order.
    pub fn iso_weekdays(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        for text in ["2026-09-01", "2026/9/1", "2026.9.1", "2026年9月1日", " 2026-9-1 "] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()), Ok("2026-09-01".to_owned()), "{text}");
        }
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (day, end) in [("2026-02-03", "2026-02-28"), ("2028-02-29", "2028-02-29"), ("2026-12-31", "2026-12-31")] {
            assert_eq!(day.parse::<Day>().map(|day| day.month_end().to_string()), Ok(end.to_owned()), "{day}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "2026-02-30", "2026-13-01", "26-9-1", "tomorrow", "0001-01-01", "99999-01-01"] {
            assert_eq!(text.parse::<Day>(), Err(BadDay), "{text}");
        }
    }

    #[test]
    fn what_comes_as_json_is_looked_at_too() {
        assert_eq!(serde_json::from_str::<Day>("\"2026-09-01\"").ok(), "2026-09-01".parse().ok());
        for bad in ["\"1999-12-31\"", "\"+99999-01-01\"", "\"2026-02-30\"", "7"] {
            assert!(serde_json::from_str::<Day>(bad).is_err(), "{bad}");
        }
        assert_eq!(serde_json::from_str::<DaysOff>("[4,7]").ok(), Some(DaysOff::of([7, 4])));
        assert!(serde_json::from_str::<DaysOff>("[8]").is_err());
    }

    #[test]
    fn a_day_off_comes_every_week() {
        let off = DaysOff::of([4, 7, 9]);
        let days = ["2026-09-03", "2026-09-04", "2026-09-06", "2026-09-10"];
        let told = days.map(|day| off.contains(day.parse().expect("a day")));
        assert_eq!(told, [true, false, true, true]);
        assert_eq!(off.iso_weekdays().collect::<Vec<_>>(), [4, 7]);
    }
}
