//! The files' days, moved so that the village has worked until now.

use chrono::{DateTime, Duration, Utc};
use ledger::import::File;
use ledger::values::clock::Zone;
use ledger::values::day::Day;

/// The last day of which a file says what happened.
pub(super) fn last(file: &File) -> Option<Day> {
    let File::Notebook(read) = file else { return None };
    read.rows.iter().map(|row| row.day).max()
}

/// By how much days are moved, of which this is the last: whole weeks, for a day off is a weekday. It is then today or less than a week ago;
/// never earlier than it was written.
pub(super) fn moved(last: Day, now: DateTime<Utc>) -> Duration {
    let today = Zone::china().wall(now).date();
    Duration::weeks((today - last.0).num_days().div_euclid(7).max(0))
}

/// The same file with its days moved.
pub(super) fn later(mut file: File, by: Duration) -> File {
    let later = |day: &mut Day| day.0 = day.0.checked_add_signed(by).unwrap_or(day.0);
    match &mut file {
        File::Styles(read) => read.rows.iter_mut().for_each(|row| later(&mut row.from)),
        File::Workers(_) => {}
        File::Orders(read) => read.rows.iter_mut().for_each(|order| {
            later(&mut order.placed);
            later(&mut order.due);
        }),
        File::Notebook(read) => read.rows.iter_mut().for_each(|row| later(&mut row.day)),
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_less_than_a_week_ago() {
        let last: Day = "2026-10-31".parse().expect("a day");
        for (now, ago) in [("2026-10-31", 0), ("2026-11-06", 6), ("2026-11-07", 0), ("2027-03-03", 4)] {
            let now: Day = now.parse().expect("a day");
            let noon = now.0.and_hms_opt(4, 0, 0).expect("noon").and_utc();
            assert_eq!((now.0 - (last.0 + moved(last, noon))).num_days(), ago, "{now:?}");
        }
        let before = "2026-09-30T04:00:00Z".parse().expect("a time");
        assert_eq!(moved(last, before), Duration::zero());
    }
}
