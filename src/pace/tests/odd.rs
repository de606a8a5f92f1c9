//! Days as they come, odd ones among them.

use super::made_up::{day, history, issued, made, returned, skill, standards};
use crate::pace::{Offered, Pace, Standards, WorkDone};
use crate::values::day::DaysOff;
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;

fn factor(done: Vec<WorkDone>) -> i64 {
    Pace::learn(&history(done), &standards()).per_mille()
}

/// Twenty days at that many pieces of ten minutes a day: thirty are the standard. She never runs out.
fn steady(a_day: i64) -> Vec<WorkDone> {
    let mut done = vec![issued(0, 1, 10_000)];
    // Mondays are left out.
    done.extend((1..=20).filter(|ahead| ahead % 7 != 6).map(|ahead| made(ahead, 1, a_day)));
    done
}

#[test]
fn steady_work_is_learned() {
    assert_eq!(factor(steady(30)), 1000);
    // 20 made in the time of 30: on its way to 1,500.
    assert!((1_400..1_500).contains(&factor(steady(20))), "{}", factor(steady(20)));
    assert!((680..720).contains(&factor(steady(45))), "{}", factor(steady(45)));
    let pace = Pace::learn(&history(steady(20)), &standards());
    assert_eq!(pace.at(skill(1), Centiminutes(1000)).from_pieces, Pieces(20 * 17));
    // A step that she never did has the pace of her others.
    let other = pace.at(skill(2), Centiminutes(500));
    assert_eq!((other.from_pieces, other.pace.0), (Pieces::ZERO, pace.per_mille() * 500 / 1000));
}

#[test]
fn who_has_no_work_does_not_grow_slow() {
    // Given a few pieces now and then, all handed in, days later.
    let done = (0..10).flat_map(|n| [issued(n * 5, 1, 6), made(n * 5 + 3, 1, 6)]).collect();
    assert_eq!(factor(done), 1000);
    // Between handing in the last and being given more, days do not count.
    let mut gap = steady(30);
    gap.extend([returned(21, 1, 10_000), issued(60, 1, 100), made(61, 1, 30)]);
    assert_eq!(factor(gap), 1000);
}

#[test]
fn a_fortnight_of_illness_is_no_pace() {
    let mut ill = steady(30);
    ill.push(made(36, 1, 30));
    let factor = factor(ill);
    assert!((1_000..1_060).contains(&factor), "{factor}");
}

#[test]
fn a_slip_of_the_pen_that_was_corrected_does_little() {
    // 300 for 30, put right on the next day, on which 30 more were counted.
    let mut slip = steady(30);
    slip.retain(|done| done.day != day(10) && done.day != day(11));
    slip.extend([made(10, 1, 300), made(11, 1, -300), made(11, 1, 30), made(11, 1, 30)]);
    let factor = factor(slip);
    assert!((900..1_000).contains(&factor), "{factor}");
}

#[test]
fn the_day_of_the_issue_and_days_off_bound_her_time() {
    // Issued in the morning, handed in at night: a day's work, no more.
    assert_eq!(factor(vec![issued(0, 1, 20), made(0, 1, 20)]), 1000);
    assert!(factor(vec![issued(0, 1, 60), made(0, 1, 60)]) < 900);
    // A Monday worked, though she has it off: neither slow nor idle for it.
    let mut monday = steady(30);
    monday.push(made(6, 1, 30));
    assert_eq!(factor(monday), 1000);
}

#[test]
fn steps_share_a_stretch_by_what_they_should_have_taken() {
    let mut done = vec![issued(0, 1, 10_000), issued(0, 2, 10_000)];
    for ahead in (1..=60).filter(|ahead| ahead % 7 != 6) {
        // 150 + 75 standard minutes in 300.
        done.extend([made(ahead, 1, 15), made(ahead, 2, 15)]);
    }
    let pace = Pace::learn(&history(done), &standards());
    let (first, second) = (pace.at(skill(1), Centiminutes(1000)), pace.at(skill(2), Centiminutes(500)));
    assert!((1_300..1_345).contains(&first.pace.0), "{first:?}");
    assert!((650..667).contains(&second.pace.0), "{second:?}");
}

#[test]
fn the_minutes_of_each_day_are_those_offered_then() {
    let mut history = history(steady(30));
    // From the tenth day on she offers twice the time, and makes as much as before.
    history.offered.push(Offered { from: day(10), a_day: 60_000, days_off: DaysOff::of([1]) });
    let slower = Pace::learn(&history, &standards()).per_mille();
    assert!((1_250..1_500).contains(&slower), "{slower}");
    history.offered.reverse();
    assert_eq!(Pace::learn(&history, &standards()).per_mille(), slower);
}

#[test]
fn a_window_that_begins_in_the_midst_is_understood() {
    // Nothing issued in it at all.
    let done = (1..=20).filter(|ahead| ahead % 7 != 6).map(|ahead| made(ahead, 1, 20)).collect();
    let factor = factor(done);
    assert!((1_380..1_500).contains(&factor), "{factor}");
}

#[test]
fn what_makes_no_sense_says_nothing() {
    assert_eq!(factor(vec![]), 1000);
    assert_eq!(factor(vec![made(0, 1, -5), issued(0, 1, -7), returned(1, 2, i64::MIN), made(2, 1, i64::MAX)]), 1000);
    // Nothing offered: there is no telling how long it took.
    let mut idle = history(steady(10));
    idle.offered[0].a_day = 0;
    assert_eq!(Pace::learn(&idle, &standards()).per_mille(), 1000);
    idle.offered.clear();
    assert_eq!(Pace::learn(&idle, &standards()).per_mille(), 1000);
    // A step without a standard.
    assert_eq!(Pace::learn(&history(steady(10)), &Standards::new()).per_mille(), 1000);
}

#[test]
fn spread_falls_as_more_is_known_and_grows_with_unsteady_days() {
    let nothing = Pace::learn(&history(vec![]), &standards()).spread();
    let steady = Pace::learn(&history(steady(30)), &standards()).spread();
    assert!(steady.of_a_day < nothing.of_a_day && steady.of_pace < nothing.of_pace, "{steady:?} {nothing:?}");
    let mut done = vec![issued(0, 1, 10_000)];
    done.extend((1..=20).filter(|ahead| ahead % 7 != 6).map(|ahead| made(ahead, 1, 20 + 20 * (ahead % 2))));
    let unsteady = Pace::learn(&history(done), &standards()).spread();
    assert!(unsteady.of_a_day > steady.of_a_day, "{unsteady:?} {steady:?}");
}
