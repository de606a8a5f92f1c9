//! What a forecast is worth in villages of different habits, of those numbers that judge.
//!
//! A debug build has time for some evenings of some villages only; `cargo xtask bench forecast` goes through all.

use super::notebook::mean;
use super::replay::{DayError, replay};
use super::villages::{JUDGING, VILLAGES, live};

/// All but the last are foretold within three days on all evenings of all numbers; of these few a little more is allowed.
const WANTED: i64 = 330;

#[test]
fn habits_foretell_orders_within_about_three_days_and_better_than_any_plan() {
    for habits in &VILLAGES {
        let (mut due, mut plan, mut by_habits) = (DayError::default(), DayError::default(), DayError::default());
        for number in JUDGING.take(3) {
            let replayed = replay(&live(habits, number), 8);
            due = due + replayed.due;
            plan = plan + replayed.by_learned;
            by_habits = by_habits + replayed.by_habits;
        }
        let (off, in_range) = mean(by_habits);
        let told = format!("{}: {off} {in_range} % {by_habits:?}", habits.name);
        assert!(by_habits.count > 60 && off < mean(due).0.min(mean(plan).0), "{told}");
        assert!((65..=95).contains(&in_range), "{told}");
        assert!(off <= WANTED || habits.hands_in > 1, "{told}");
    }
}

#[test]
fn the_same_number_is_the_same_village() {
    let [one, same, other] = [5, 5, 6].map(|number| live(&VILLAGES[0], number).deeds);
    assert_eq!(one, same);
    assert_ne!(one, other);
}
