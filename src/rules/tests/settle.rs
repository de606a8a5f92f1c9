use crate::journal::Event;
use crate::model::{Bonus, Correct, Entity, Pay, SetRate, Verdict};
use crate::model::{Settle, Slip, Tally};
use crate::rules::refusal::Refusal;
use crate::testing::village::{ONE, Village, day, note};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;

fn settle(v: &mut Village, until: &str) -> Result<Event, Refusal> {
    let workers = [v.fang].into();
    v.ask(Settle { until: day(until), workers })
}

fn slip(event: &Event) -> Slip {
    match event.entities.as_slice() {
        [Entity::Slip(slip)] => slip.clone(),
        other => panic!("one slip: {other:?}"),
    }
}

/// Fang was promised ten yuan on the 3rd and paid four of it on the 5th.
fn village() -> Village {
    let mut v = Village::new();
    let (worker, note) = (v.fang, note("全勤"));
    v.ask_on("2026-09-03", Bonus { worker, fen: Fen(1_000), note: note.clone() }).expect("a bonus");
    v.ask_on("2026-09-05", Pay { worker, fen: Fen(400), note, seen: None, ahead: false }).expect("she is owed it");
    v
}

#[test]
fn a_slip_says_how_what_is_owed_came_about() {
    let mut v = village();
    let first = slip(&settle(&mut v, "2026-09-04").expect("settled"));
    assert_eq!((first.from, first.until, first.carried), (day("2026-09-03"), day("2026-09-04"), Fen::ZERO));
    assert_eq!((first.tally, first.owed()), (Tally { bonus: Fen(1_000), ..Tally::default() }, Fen(1_000)));
    let second = slip(&settle(&mut v, "2026-09-09").expect("settled"));
    assert_eq!((second.from, second.carried), (day("2026-09-05"), Fen(1_000)), "it begins where the last ended");
    assert_eq!((second.tally, second.owed()), (Tally { paid: Fen(400), ..Tally::default() }, Fen(600)));
    assert_eq!(v.books.owed_to(v.fang), Fen(600));
}

#[test]
fn a_period_is_settled_once_and_not_before_it_is_over() {
    let mut v = village();
    settle(&mut v, "2026-09-08").expect("settled");
    let fang = v.books.workers[&v.fang].name.to_string();
    for until in ["2026-09-08", "2026-09-04"] {
        let again = Refusal::SettledWith { worker: fang.clone(), until: day("2026-09-08") };
        assert_eq!(settle(&mut v, until), Err(again), "{until}");
    }
    for until in ["2026-09-10", "2026-09-11"] {
        let ahead = Refusal::NotOver { day: day(until), today: day("2026-09-10") };
        assert_eq!(settle(&mut v, until), Err(ahead), "{until}");
    }
    assert_eq!(v.ask(Settle { until: day("2026-09-09"), workers: [].into() }), Err(Refusal::Nobody));
}

#[test]
fn what_was_settled_is_corrected_later_and_stays_as_it_was() {
    let mut v = village();
    let bonus = v.events.iter().find(|event| !event.transfers.is_empty()).expect("the bonus").id;
    let first = slip(&settle(&mut v, "2026-09-04").expect("settled"));
    let (worker, fen) = (v.fang, Fen(50));
    let late = v.ask_on("2026-09-04", Bonus { worker, fen, note: note("补记") });
    assert!(matches!(late, Err(Refusal::Settled { .. })), "{late:?}");
    let late = v.ask_on("2026-09-04", Correct { event: bonus, reason: note("记错") });
    assert!(matches!(late, Err(Refusal::Settled { .. })), "nor by a correction: {late:?}");
    v.ask_on("2026-09-04", Bonus { worker: v.mei, fen, note: note("补记") }).expect("Mei has not settled");
    v.ask(Correct { event: bonus, reason: note("记错") }).expect("corrected today");
    v.today = day("2026-09-12");
    let second = slip(&settle(&mut v, "2026-09-11").expect("settled"));
    assert_eq!(v.books.slips[&(worker, day("2026-09-04"))], first);
    assert_eq!((second.carried, second.tally.bonus, second.owed()), (Fen(1_000), Fen(-1_000), Fen(-400)));
}

#[test]
fn a_settlement_itself_cannot_be_undone_nor_a_rate_begin_in_it() {
    let mut v = village();
    let event = settle(&mut v, "2026-09-08").expect("settled").id;
    assert_eq!(v.ask(Correct { event, reason: note("重来") }), Err(Refusal::NothingToUndo));
    let (style, step, rate) = (v.rose, ONE, Fen(230));
    let set = |from: &str| SetRate { style, step, from: day(from), rate };
    assert_eq!(v.ask(set("2026-09-08")), Err(Refusal::RateSettled { until: day("2026-09-08") }));
    v.ask(set("2026-09-09")).expect("a later day is free");
}

#[test]
fn who_disputes_a_count_settles_when_she_is_answered_and_the_others_now() {
    let mut v = village();
    let count = v.reviewed_count(Verdict::Wrong { accepted: Pieces(21), words: note("少数一枝") });
    let fang = v.books.workers[&v.fang].name.to_string();
    assert_eq!(settle(&mut v, "2026-09-08"), Err(Refusal::Disputed { worker: fang }));
    v.ask(Settle { until: day("2026-09-08"), workers: [v.mei].into() }).expect("not the others");
    v.ask(crate::model::AnswerDispute { event: count, worker: None, answer: note("重数过，是对的") })
        .expect("answered");
    settle(&mut v, "2026-09-08").expect("settled");
}

#[test]
fn a_verdict_that_it_is_right_is_no_dispute() {
    let mut v = village();
    let count = v.reviewed_count(Verdict::Right);
    assert!(v.books.reviews.contains_key(&(count, v.fang, 1)));
    settle(&mut v, "2026-09-08").expect("settled");
}
