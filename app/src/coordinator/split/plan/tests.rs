use super::board::{Board, BoardWorker};
use super::{Choices, SplitOutcome, find_days_for_the_late};
use ledger::split::{Job, Policy};
use ledger::values::day::DaysOff;
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// One job for each number of pieces, packs of ten, six minutes a piece; a person for each number of minutes a day.
fn board(pools: &[i64], minutes: &[i64]) -> Board {
    let day = |text: &str| text.parse().expect("a day");
    let job = |&pool: &i64| Job { pieces: Pieces(pool), pack: Pieces(10), due: day("2026-11-20"), rate: Fen(220) };
    let person = |(id, &minutes): (i64, &i64)| BoardWorker {
        id: WorkerId(id),
        minutes,
        days_off: DaysOff::default(),
        in_hand: 0,
        worked: 0,
        pace: vec![Some(600); pools.len()],
        takes: minutes > 0,
    };
    Board {
        today: day("2026-11-02"),
        jobs: pools.iter().map(job).collect(),
        people: (1..).zip(minutes).map(person).collect(),
    }
}

/// Fields as a browser sends them.
fn sent(fields: &[(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    move |name| fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
}

fn shares(board: &Board, choices: &Choices) -> Vec<i64> {
    let outcome = SplitOutcome::of(board, choices);
    (0..board.people.len()).map(|person| outcome.pieces(person, 0)).collect()
}

#[test]
fn who_has_no_time_takes_no_part_at_first() {
    let board = board(&[100], &[100, 0, 100]);
    assert_eq!(shares(&board, &Choices::none(&board)), [50, 0, 50]);
}

#[test]
fn what_was_typed_is_kept_though_nobody_ticked_it() {
    let board = board(&[100], &[100, 100]);
    let fields = sent(&[
        ("takes[1]", "true"),
        ("was[w1-0]", "50"),
        ("pieces[w1-0]", "20"),
        ("takes[2]", "true"),
        ("was[w2-0]", "50"),
        ("pieces[w2-0]", "50"),
    ]);
    let choices = Choices::read(&board, fields);
    assert_eq!((choices.kept(0, 0), choices.kept(1, 0)), (Some(Pieces(20)), None));
    assert_eq!(shares(&board, &choices), [20, 80]);
}

#[test]
fn who_is_not_ticked_gets_nothing_whatever_was_kept_for_her() {
    let board = board(&[100], &[100, 100]);
    let fields = sent(&[("pieces[w1-0]", "70"), ("kept[w1-0]", "true"), ("takes[2]", "true"), ("pieces[w2-0]", "30")]);
    assert_eq!(shares(&board, &Choices::read(&board, fields)), [0, 100]);
}

#[test]
fn more_kept_than_waits_is_said_and_leaves_the_others_nothing() {
    let board = board(&[100], &[100, 100]);
    let fields = sent(&[("takes[1]", "true"), ("kept[w1-0]", "true"), ("pieces[w1-0]", "130"), ("takes[2]", "true")]);
    let choices = Choices::read(&board, fields);
    assert_eq!(shares(&board, &choices), [130, 0]);
    assert_eq!(SplitOutcome::of(&board, &choices).left(0), -30);
}

#[test]
fn a_kept_share_that_is_no_number_and_a_day_that_is_none_are_known() {
    let board = board(&[100], &[100]);
    for (pieces, due, unread, bad_day) in [
        ("2o", "2026-11-09", true, false),
        ("", "", false, false),
        ("20", "2026-11-01", false, true),
        ("20", "2026-02-30", false, true),
        ("20", "9.11.", false, true),
    ] {
        let fields = [("takes[1]", "true"), ("kept[w1-0]", "true"), ("pieces[w1-0]", pieces), ("due[0]", due)];
        let choices = Choices::read(&board, sent(&fields));
        assert_eq!((choices.all_unread().next().is_some(), choices.bad_day), (unread, bad_day), "{pieces} {due}");
    }
}

#[test]
fn a_day_that_is_chosen_is_the_one_that_is_planned_for() {
    let board = board(&[100], &[60]);
    let fields = sent(&[("takes[1]", "true"), ("due[0]", "2026-11-03"), ("policy", "even")]);
    let choices = Choices::read(&board, fields);
    assert_eq!(choices.policy, Policy::Even);
    let outcome = SplitOutcome::of(&board, &choices);
    assert_eq!((outcome.pieces(0, 0), outcome.left(0)), (20, 80), "two days of ten pieces");
}

#[test]
fn late_jobs_are_planned_one_after_the_other() {
    let mut late = board(&[40, 40, 10], &[120, 120]);
    for job in &mut late.jobs[..2] {
        job.due = "2026-10-20".parse().expect("a day");
    }
    find_days_for_the_late(&mut late);
    let days: Vec<_> = late.jobs.iter().map(|job| job.due.to_string()).collect();
    assert_eq!(days, ["2026-11-02", "2026-11-03", "2026-11-20"], "two women make forty a day");
    let outcome = SplitOutcome::of(&late, &Choices::none(&late));
    assert_eq!([0, 1, 2].map(|job| outcome.left(job)), [0, 0, 0], "and so all of them fit together");
}
