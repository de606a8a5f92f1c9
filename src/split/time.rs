//! The time that a worker offers.

use crate::values::day::{Day, DaysOff};
use chrono::Days;

/// Days of a week.
const WEEK: i64 = 7;

/// The farthest that anybody's work is calculated ahead, in days.
const HORIZON: i64 = 40_000;

/// Working days from `from` through `until`; none where it lies before.
#[must_use]
pub fn working_days(off: &DaysOff, from: Day, until: Day) -> i64 {
    let days = (until.0 - from.0).num_days() + 1;
    if days <= 0 {
        return 0;
    }
    let a_week = WEEK - i64::try_from(off.iso_weekdays().count()).unwrap_or(WEEK);
    let rest = (0..days % WEEK).filter(|&ahead| !off.contains(after(from, ahead))).count();
    days / WEEK * a_week + i64::try_from(rest).unwrap_or(0)
}

/// The first day, from `from` on, through which that many working days lie; `None` where there are none, or not within a century.
#[must_use]
pub fn day_of(off: &DaysOff, from: Day, working: i64) -> Option<Day> {
    if working > HORIZON {
        return None;
    }
    least(0, HORIZON, |ahead| working_days(off, from, after(from, ahead)) >= working).map(|ahead| after(from, ahead))
}

/// The least number of a range for which something holds that holds for all larger ones too, found by halving.
#[must_use]
pub fn least(low: i64, high: i64, holds: impl Fn(i64) -> bool) -> Option<i64> {
    if low > high || !holds(high) {
        return None;
    }
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = i64::midpoint(low, high);
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    Some(low)
}

/// So many days after; the day itself where there is no such one.
#[must_use]
pub fn after(day: Day, ahead: i64) -> Day {
    u64::try_from(ahead).ok().and_then(|ahead| day.0.checked_add_days(Days::new(ahead))).map_or(day, Day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn days_off_are_left_out_and_both_ends_count() {
        let off = DaysOff::of([6, 7]);
        // 2026-11-02 is a Monday.
        assert_eq!(working_days(&off, day("2026-11-02"), day("2026-11-20")), 15);
        assert_eq!(working_days(&off, day("2026-11-07"), day("2026-11-08")), 0);
        assert_eq!(working_days(&off, day("2026-11-02"), day("2026-11-01")), 0);
        assert_eq!(day_of(&off, day("2026-11-02"), 6), Some(day("2026-11-09")));
        assert_eq!(day_of(&DaysOff::of(1..=7), day("2026-11-02"), 1), None);
    }

    proptest! {
        #[test]
        fn counted_as_one_counts_on_a_calendar(off in prop::collection::btree_set(1u8..=7, 0..7), ahead in 0i64..400) {
            let (off, from) = (DaysOff::of(off), day("2026-11-04"));
            let counted = (0..=ahead).filter(|&n| !off.contains(after(from, n))).count();
            prop_assert_eq!(working_days(&off, from, after(from, ahead)), i64::try_from(counted).expect("few"));
        }

        #[test]
        fn the_day_of_a_working_day_is_the_first_that_has_it(off in prop::collection::btree_set(1u8..=7, 0..6), n in 1i64..400) {
            let (off, from) = (DaysOff::of(off), day("2026-11-04"));
            let found = day_of(&off, from, n).expect("a day");
            prop_assert_eq!(working_days(&off, from, found), n);
            prop_assert!(!off.contains(found));
        }
    }
}
