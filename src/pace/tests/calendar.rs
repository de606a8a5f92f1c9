//! Days counted on a calendar, one by one.

use super::ledger::day::{Day, DaysOff};
use super::ledger::pace::Offered;

/// Working days after one day through another.
pub fn working(off: &DaysOff, since: Day, until: Day) -> i64 {
    let days = since.0.iter_days().skip(1).take_while(|date| *date <= until.0);
    i64::try_from(days.filter(|date| !off.contains(Day(*date))).count()).expect("few")
}

/// The day on which so much work will be done, begun the day after that.
pub fn after(offered: &Offered, day: Day, work: i64) -> Day {
    let days = (work + offered.a_day - 1) / offered.a_day;
    let working = day.0.iter_days().skip(1).map(Day).filter(|day| !offered.days_off.contains(*day));
    working.take(usize::try_from(days).expect("few")).last().unwrap_or(day)
}
