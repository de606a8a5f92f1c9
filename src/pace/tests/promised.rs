//! What holds of every history.

use super::made_up::{history, issued, made, returned, skill, standards};
use crate::pace::{History, Pace, WorkDone};
use crate::values::minutes::Centiminutes;
use proptest::prelude::*;

fn any_done(steps: i64) -> impl Strategy<Value = WorkDone> {
    (0i64..90, 1..=steps, 0i64..120, 0..3).prop_map(|(ahead, step, pieces, what)| match what {
        0 => issued(ahead, step, pieces),
        1 => made(ahead, step, pieces),
        _ => returned(ahead, step, pieces / 4),
    })
}

fn any_history(steps: i64) -> impl Strategy<Value = History> {
    prop::collection::vec(any_done(steps), 0..60).prop_map(history)
}

/// Never more pieces on a day than can be believed of anyone.
fn any_likely_history() -> impl Strategy<Value = History> {
    prop::collection::btree_map(0i64..90, (0i64..15, prop::bool::ANY), 0..60).prop_map(|days| {
        let done = |(ahead, (pieces, in_hand))| if in_hand { issued(ahead, 1, pieces) } else { made(ahead, 1, pieces) };
        history(days.into_iter().map(done).collect())
    })
}

fn learned(history: &History, step: i64) -> i64 {
    let standards = standards();
    Pace::learn(history, &standards).at(skill(step), standards[&skill(step)]).pace.0
}

proptest! {
    #[test]
    fn between_a_quarter_of_the_standard_and_four_times_it(history in any_history(2), standard in 1i64..100_000) {
        let pace = Pace::learn(&history, &standards());
        for step in 1..=3 {
            let learned = pace.at(skill(step), Centiminutes(standard)).pace.0;
            prop_assert!(learned >= 1 && learned >= standard / 4 && learned <= standard * 4);
        }
        let spread = pace.spread();
        prop_assert!((0..=1_000_000).contains(&spread.of_a_day) && (0..=1_000_000).contains(&spread.of_pace));
    }

    #[test]
    fn nothing_known_is_exactly_the_standard(standard in 1i64..1_000_000, step in 1i64..9) {
        let standard = Centiminutes(standard);
        prop_assert_eq!(Pace::learn(&History::default(), &standards()).at(skill(step), standard).pace, standard);
    }

    #[test]
    fn the_order_in_which_it_is_told_does_not_matter(history in any_history(2)) {
        let mut other = history.clone();
        other.done.reverse();
        prop_assert_eq!(Pace::learn(&history, &standards()), Pace::learn(&other, &standards()));
    }

    #[test]
    fn more_that_was_slower_never_makes_her_faster(mut history in any_history(1), pieces in 1i64..40, days in 1i64..40) {
        history.done.push(issued(100, 1, 100_000));
        history.done.push(made(101, 1, 1));
        let before = learned(&history, 1);
        // Slower than now: more days than these pieces take at her pace, a Monday in seven off.
        let slower = days + (pieces * before / 30_000 + 1) * 7 / 6 + 1;
        history.done.push(made(101 + slower, 1, pieces));
        prop_assert!(learned(&history, 1) >= before);
    }

    #[test]
    fn longer_for_the_same_never_makes_her_faster(history in any_likely_history(), at in 0usize..60, later in 1i64..30) {
        let mut longer = history.clone();
        longer.done.sort_by_key(|done| done.day);
        // The same pieces, all from there on counted that much later, with nothing handed in or given in between.
        let from = at.min(longer.done.len());
        let cut = longer.done.get(from).map(|done| done.day);
        let weeks = chrono::Days::new(u64::try_from(later * 7).expect("few"));
        for done in longer.done.iter_mut().filter(|done| Some(done.day) >= cut && cut.is_some()) {
            done.day.0 = done.day.0 + weeks;
        }
        prop_assert!(learned(&longer, 1) >= learned(&history, 1));
    }
}
