//! Days, months and moments as each language writes them, in the workshop's zone.

use chrono::{DateTime, Datelike, Utc};
use ledger::values::clock::Zone;
use ledger::values::day::Day;
use leptos::prelude::use_context;

use super::language;
use crate::language::Language;

/// The workshop's present day, provided with each request. It decides whether a year is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today(pub Day);

impl Today {
    /// The day provided with the request being answered.
    pub(super) fn of_request() -> Option<Today> {
        use_context::<Today>()
    }

    fn is_in_year_of(self, day: Day) -> bool {
        self.0.0.year() == day.0.year()
    }
}

const ZH_WEEKDAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/// A day with its weekday in the request's language: `11月20日 周五` or `Fri 20 Nov`, with the year if not the present one.
pub fn day(day: Day) -> String {
    day_in(language(), day, Today::of_request())
}

/// Its weekday alone, at the head of a column: `周五` or `Fri`.
pub fn weekday(day: Day) -> String {
    let weekday = day.0.weekday();
    match (language(), ZH_WEEKDAYS.get(weekday.num_days_from_monday() as usize)) {
        (Language::ZhCn, Some(words)) => (*words).to_owned(),
        _ => weekday.to_string(),
    }
}

/// A day without its weekday, for tables: `11月20日` or `20 Nov`.
pub fn short_day(day: Day) -> String {
    short_day_in(language(), day, Today::of_request())
}

/// A day as a leaf of a calendar: its month, `11月` or `Nov`, and its number.
pub fn calendar_leaf(day: Day) -> (String, u32) {
    let month = match language() {
        Language::ZhCn => format!("{}月", day.0.month()),
        Language::En => day.0.format("%b").to_string(),
    };
    (month, day.0.day())
}

/// A month: `2026年11月` or `November 2026`.
pub fn month(day: Day) -> String {
    month_in(language(), day)
}

/// A moment in the workshop's zone, to the minute: `11月20日 14:05` or `20 Nov 14:05`.
pub fn moment(at: DateTime<Utc>) -> String {
    moment_in(language(), at, Today::of_request())
}

/// [`day`] outside a request.
pub fn day_in(language: Language, day: Day, today: Option<Today>) -> String {
    let short = short_day_in(language, day, today);
    match language {
        Language::ZhCn => {
            let weekday = day.0.weekday().num_days_from_monday() as usize;
            match ZH_WEEKDAYS.get(weekday) {
                Some(weekday) => format!("{short} {weekday}"),
                None => short,
            }
        }
        Language::En => format!("{} {short}", day.0.weekday()),
    }
}

/// [`short_day`] outside a request.
pub fn short_day_in(language: Language, day: Day, today: Option<Today>) -> String {
    let this_year = today.is_some_and(|today| today.is_in_year_of(day));
    let date = day.0;
    match (language, this_year) {
        (Language::ZhCn, true) => format!("{}月{}日", date.month(), date.day()),
        (Language::ZhCn, false) => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        (Language::En, true) => date.format("%-d %b").to_string(),
        (Language::En, false) => date.format("%-d %b %Y").to_string(),
    }
}

/// [`month`] outside a request.
pub fn month_in(language: Language, day: Day) -> String {
    let date = day.0;
    match language {
        Language::ZhCn => format!("{}年{}月", date.year(), date.month()),
        Language::En => date.format("%B %Y").to_string(),
    }
}

/// [`moment`] outside a request.
pub fn moment_in(language: Language, at: DateTime<Utc>, today: Option<Today>) -> String {
    let wall = Zone::china().wall(at);
    format!("{} {}", short_day_in(language, Day(wall.date()), today), wall.format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> Day {
        Day(NaiveDate::from_ymd_opt(year, month, day).expect("a day that exists"))
    }

    #[test]
    fn a_day_of_this_year_has_no_year() {
        let today = Some(Today(date(2026, 11, 23)));
        assert_eq!(day_in(Language::ZhCn, date(2026, 11, 20), today), "11月20日 周五");
        assert_eq!(day_in(Language::En, date(2026, 11, 20), today), "Fri 20 Nov");
        assert_eq!(day_in(Language::ZhCn, date(2027, 1, 3), today), "2027年1月3日 周日");
        assert_eq!(day_in(Language::En, date(2027, 1, 3), today), "Sun 3 Jan 2027");
        assert_eq!(day_in(Language::En, date(2026, 11, 20), None), "Fri 20 Nov 2026");
    }

    #[test]
    fn a_moment_is_told_in_the_workshop_s_zone() {
        let late = date(2026, 11, 20).0.and_hms_opt(17, 5, 59).expect("a time that exists").and_utc();
        let today = Some(Today(date(2026, 11, 23)));
        assert_eq!(moment_in(Language::ZhCn, late, today), "11月21日 01:05");
        assert_eq!(moment_in(Language::En, late, today), "21 Nov 01:05");
    }

    #[test]
    fn a_month_always_has_its_year() {
        assert_eq!(month_in(Language::ZhCn, date(2026, 11, 1)), "2026年11月");
        assert_eq!(month_in(Language::En, date(2026, 11, 1)), "November 2026");
    }
}
