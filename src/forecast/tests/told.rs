//! What is told of small villages.

use super::made_up::{at_home, day, expected, forecasts, order, skill, worker};
use crate::forecast::{Bottleneck, Help, Standing, Unknown, When, Worker};
use crate::model;
use crate::pace::{History, Pace};
use crate::values::day::DaysOff;
use crate::values::ids::{LineId, StepNo, WorkerId};
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::text::{Code, Name};

/// Nothing that would help.
const NONE: Help = Help { minutes: None, hers: None, promise: None, hand_over: None };

#[test]
fn nothing_left_is_ready_today() {
    let all = forecasts(vec![], vec![order(1, -3, &[0])]);
    assert_eq!(all[0].standing, Standing::Ready);
    assert_eq!(all[0].for_firm(), Some(When { expected: day(0), early: day(0), late: day(0) }));
    assert_eq!((all[0].help, all[0].bottleneck), (None, None));
}

#[test]
fn a_pool_is_shared_by_all_who_can_do_it() {
    // 100 pieces, ten a day each.
    let days = |workers| expected(&forecasts(workers, vec![order(1, 30, &[100])])[0]);
    assert_eq!(days(vec![worker(1, &[1])]), Some(9));
    assert_eq!(days(vec![worker(1, &[1]), worker(2, &[1])]), Some(4));
    // One who cannot do it, one who takes no more.
    let mut last = worker(3, &[1]);
    last.active = false;
    assert_eq!(days(vec![worker(1, &[1]), worker(2, &[2]), last]), Some(9));
    // Days off: Tuesday to Sunday.
    let mut monday = worker(1, &[1]);
    monday.days_off = DaysOff::of(2..=7);
    assert_eq!(days(vec![monday]), Some(63));
    // Today was counted already.
    let mut counted = worker(1, &[1]);
    counted.from = day(1);
    assert_eq!(days(vec![counted]), Some(10));
}

#[test]
fn what_is_at_home_comes_first_and_the_order_due_first_before_others() {
    let mut later = order(1, 30, &[0]);
    later.lines[0].at_home = vec![at_home(1, 1, 20)];
    let mut sooner = order(2, 10, &[50]);
    sooner.lines[0].at_home = vec![at_home(1, 1, 30)];
    let all = forecasts(vec![worker(1, &[1])], vec![later, sooner]);
    // 30, then 20, then the pool's 50.
    assert_eq!(expected(&all[0]), Some(4));
    assert_eq!(expected(&all[1]), Some(9));
}

#[test]
fn who_has_the_last_of_it_is_named_but_not_to_the_firm() {
    let mut one = order(1, 30, &[100]);
    one.lines[0].at_home = vec![at_home(1, 1, 120)];
    let all = forecasts(vec![worker(1, &[1]), worker(2, &[1])], vec![one.clone()]);
    assert_eq!(all[0].waits_for, Some(WorkerId(1)));
    one.lines[0].pools[0].1.0 = 300;
    let all = forecasts(vec![worker(1, &[1]), worker(2, &[1])], vec![one]);
    assert_eq!(all[0].waits_for, None);
}

#[test]
fn the_late_end_does_not_trust_the_order_in_which_a_pile_is_done() {
    let mut first = order(1, 10, &[0]);
    first.lines[0].at_home = vec![at_home(1, 1, 20)];
    let mut other = order(2, 60, &[0]);
    other.lines[0].at_home = vec![at_home(1, 1, 180)];
    let all = forecasts(vec![worker(1, &[1])], vec![first, other]);
    let when = all[0].when.expect("known");
    assert_eq!((when.expected, all[0].standing), (day(1), Standing::AtRisk));
    assert!(when.late >= day(19), "{when:?}");
}

#[test]
fn the_last_pack_goes_through_every_step() {
    // Each step has somebody of its own: ten days, and a day for each step after the first.
    let workers = vec![worker(1, &[1]), worker(2, &[2]), worker(3, &[3])];
    let all = forecasts(workers, vec![order(1, 30, &[100, 0, 0])]);
    assert_eq!(expected(&all[0]), Some(11));
    // Packs as large as the order, and nothing overlaps.
    let workers = vec![worker(1, &[1]), worker(2, &[2]), worker(3, &[3])];
    let mut whole = order(1, 40, &[100, 0, 0]);
    whole.lines[0].pack.0 = 1_000;
    assert_eq!(expected(&forecasts(workers, vec![whole])[0]), Some(29));
}

#[test]
fn late_at_risk_and_in_time() {
    let standing = |due| {
        let all = forecasts(vec![worker(1, &[1])], vec![order(1, due, &[200])]);
        (all[0].standing, all[0].help)
    };
    // Expected on day 19, with a deviation of some 6 %.
    assert_eq!(standing(30), (Standing::InTime, None));
    let (risky, help) = standing(19);
    assert_eq!(risky, Standing::AtRisk);
    assert_eq!(help, Some(Help { promise: Some(day(21)), ..NONE }));
    let (late, help) = standing(9);
    assert_eq!(late, Standing::Late);
    // Half of it is done on the tenth day: as much again is wanted.
    assert_eq!(help, Some(Help { minutes: Some(10_000), promise: Some(day(21)), ..NONE }));
    assert_eq!(standing(-1).1, Some(Help { promise: Some(day(21)), ..NONE }));
}

#[test]
fn what_one_woman_has_too_much_of_at_home_can_go_to_others() {
    let mut late = order(1, 9, &[0]);
    late.lines[0].at_home = vec![at_home(1, 1, 200)];
    let help = |workers| forecasts(workers, vec![late.clone()])[0].help.expect("it is late");
    let alone = help(vec![worker(1, &[1]), worker(2, &[2])]);
    assert_eq!((alone.minutes, alone.hers, alone.hand_over), (Some(10_000), Some(WorkerId(1)), None));
    assert_eq!(help(vec![worker(1, &[1]), worker(2, &[1])]).hand_over, Some(WorkerId(1)));
    // Pieces that wait for all are not hers.
    let mut both = late.clone();
    both.lines[0].pools[0].1.0 = 200;
    let all = forecasts(vec![worker(1, &[1]), worker(2, &[1])], vec![both]);
    assert_eq!(all[0].help.expect("it is late").hers, None);
    // Who offers no time will never be done.
    let mut idle = worker(1, &[1]);
    idle.a_day = 0;
    let all = forecasts(vec![idle, worker(2, &[1])], vec![late]);
    assert_eq!((all[0].standing, all[0].waits_for), (Standing::Unknown, Some(WorkerId(1))));
    assert_eq!(all[0].help, Some(Help { hand_over: Some(WorkerId(1)), ..NONE }));
}

#[test]
fn no_time_makes_steps_shorter_than_their_lag() {
    let all = forecasts(vec![worker(1, &[1, 2, 3])], vec![order(1, 1, &[5, 0, 0])]);
    assert_eq!(all[0].standing, Standing::Late);
    assert_eq!(all[0].help.and_then(|help| help.minutes), None);
}

#[test]
fn the_step_with_the_most_work_for_those_able_holds_it_up() {
    let workers = vec![worker(1, &[1]), worker(2, &[1]), worker(3, &[2])];
    let all = forecasts(workers, vec![order(1, 30, &[60, 40])]);
    let bottleneck = Bottleneck { line: LineId(1), step: StepNo(2), work: 100_000, a_day: 10_000 };
    assert_eq!(all[0].bottleneck, Some(bottleneck));
}

#[test]
fn why_nobody_can_tell() {
    let why = |workers, order| forecasts(workers, vec![order])[0].when;
    let (line, step) = (LineId(1), StepNo(2));
    let mut idle = worker(2, &[2]);
    idle.a_day = 0;
    assert_eq!(why(vec![worker(1, &[1]), idle.clone()], order(1, 30, &[5, 0])), Err(Unknown::Nobody { line, step }));
    let mut stuck = order(1, 30, &[0, 0]);
    stuck.lines[0].at_home = vec![at_home(2, 2, 5)];
    assert_eq!(why(vec![worker(1, &[2]), idle], stuck.clone()), Err(Unknown::Stuck { line, step }));
    // With someone who is not in the list.
    assert_eq!(why(vec![worker(1, &[2])], stuck), Err(Unknown::Stuck { line, step }));
    let all = forecasts(vec![worker(1, &[1])], vec![order(1, 30, &[1_000_000]), order(2, 40, &[1])]);
    assert_eq!((all[0].when, all[1].when), (Err(Unknown::TooFar), Err(Unknown::TooFar)));
    assert_eq!(all[0].standing, Standing::Unknown);
    // 31 days at 10 pieces are no more than 310 of a million.
    assert_eq!(all[0].help.and_then(|help| help.minutes), Some((1_000_000 - 310) * 1_000 / 31 + 1));
}

#[test]
fn what_one_woman_holds_is_less_sure_than_what_many_share() {
    let mut alone = order(1, 60, &[0]);
    alone.lines[0].at_home = vec![at_home(1, 1, 300)];
    let alone = forecasts(vec![worker(1, &[1])], vec![alone]);
    let many = forecasts((1..=10).map(|id| worker(id, &[1])).collect(), vec![order(1, 60, &[3_000])]);
    let width = |when: Result<When, _>| when.map(|when| (when.late.0 - when.early.0).num_days());
    assert_eq!((expected(&alone[0]), expected(&many[0])), (Some(29), Some(29)));
    // 30 days × √(0.0225 / 30 + 0.0025) × 1.28 either way: 4.4 days.
    assert_eq!(width(alone[0].when), Ok(5));
    assert_eq!(width(many[0].when), Ok(1));
}

#[test]
fn a_worker_of_the_books_has_the_paces_that_were_learned() {
    let (known, held, other) = (skill(1), skill(2), skill(3));
    let books = model::Worker {
        id: WorkerId(7),
        number: Code::parse("W07").expect("a code"),
        name: Name::parse("关桂兰").expect("a name"),
        minutes_a_day: Minutes(120),
        days_off: DaysOff::default(),
        skills: [known].into(),
        active: true,
    };
    let standards = [(known, 1_100), (held, 600), (other, 900)].map(|(skill, time)| (skill, Centiminutes(time))).into();
    let pace = Pace::learn(&History::default(), &standards);
    let worker = Worker::of(&books, &pace, &standards, [held, skill(4)], day(1));
    assert_eq!((worker.a_day, worker.from, worker.spread), (12_000, day(1), pace.spread()));
    assert_eq!(worker.pace, [(known, 1_100), (held, 600)].into());
}
