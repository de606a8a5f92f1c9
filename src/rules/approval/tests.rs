use crate::Command;
use crate::journal::Event;
use crate::model::*;
use crate::model::{
    Actor, Bonus, Correct, LetIn, Pay, Reissue, RepairPay, SetMinimumWage, SetRate, SetTerms, Settle, Verdict,
};
use crate::rules::decision::Newcomer;
use crate::rules::refusal::Refusal;
use crate::testing::village::{COORDINATOR, ONE, SECOND, Village, day, note};
use crate::values::ids::{EventId, UserId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;

/// A village that asks for a second coordinator, and in which Fang is owed ten yuan.
fn village() -> Village {
    let mut v = Village::new();
    let fang = v.fang;
    v.ask_on("2026-09-08", Bonus { worker: fang, fen: Fen(1_000), note: note("全勤") }).expect("a bonus");
    v.done(SetApproval { on: true });
    v
}

fn pay(v: &Village, fen: i64) -> Pay {
    Pay { worker: v.fang, fen: Fen(fen), note: note("现金"), seen: Some(v.books.owed_to(v.fang)), ahead: false }
}

fn approve(v: &mut Village, proposal: EventId) -> Result<Event, Refusal> {
    v.ask_as(SECOND, v.today, Approve { proposal })
}

#[test]
fn a_payment_waits_until_another_approves_it() {
    let mut v = village();
    let asked = v.ask(pay(&v, 600)).expect("proposed");
    assert_eq!((asked.kind(), asked.transfers.len(), v.owed(v.fang)), ("propose", 0, 1_000));
    assert_eq!(v.refused(Approve { proposal: asked.id }), Refusal::OwnProposal);
    let done = approve(&mut v, asked.id).expect("approved");
    assert_eq!((done.kind(), done.note.as_str(), v.owed(v.fang)), ("pay", "现金", 400));
    assert_eq!(approve(&mut v, asked.id), Err(Refusal::ProposalClosed), "once only");
    let closed = v.books.proposals[&asked.id].closed;
    assert_eq!(closed, Some(Closed { end: End::Approved, event: done.id }));
}

#[test]
fn rates_and_corrections_wait_too_and_all_else_goes_on() {
    let mut v = village();
    let line = v.order("HR-1", v.rose, 30);
    let hers = v.issue(line, ONE, v.fang, 10);
    let count = v.count(hers, 10, 0, 0);
    let rate = v.done(SetRate { style: v.rose, step: ONE, from: v.today, rate: Fen(300) });
    let correction = v.done(Correct { event: count, reason: note("数错了") });
    assert_eq!((v.books.rate_on(v.rose, ONE, v.today), v.owed(v.fang)), (Some(Fen(220)), 3_200));
    approve(&mut v, rate).expect("approved");
    let undone = approve(&mut v, correction).expect("approved");
    assert_eq!((v.books.rate_on(v.rose, ONE, v.today), v.owed(v.fang)), (Some(Fen(300)), 1_000));
    assert_eq!((undone.reverses, undone.kind()), (Some(count), "correct"));
    assert_eq!(v.refused(Correct { event: undone.id, reason: note("又错了") }), Refusal::IsCorrection);
}

#[test]
fn the_rules_look_again_by_the_books_of_then() {
    let mut v = village();
    let asked = v.done(pay(&v, 600));
    let line = v.order("HR-1", v.rose, 30);
    let hers = v.issue(line, ONE, v.fang, 10);
    v.count(hers, 10, 0, 0);
    let changed = Refusal::OwedChanged { seen: Fen(1_000), now: Fen(3_200) };
    assert_eq!(approve(&mut v, asked), Err(changed));
    assert!(v.books.proposals[&asked].is_open(), "it waits on");
    v.done(Withdraw { proposal: asked });
    let again = v.done(pay(&v, 600));
    approve(&mut v, again).expect("approved");
    assert_eq!(v.refused(pay(&v, 9_900)), Refusal::MoreThanOwed { owed: Fen(2_600) }, "and at once, when it is asked");
}

#[test]
fn an_approved_payment_can_be_corrected_by_two() {
    let mut v = village();
    let asked = v.done(pay(&v, 600));
    let paid = approve(&mut v, asked).expect("approved").id;
    let correction = v.done(Correct { event: paid, reason: note("没给她") });
    approve(&mut v, correction).expect("approved");
    assert_eq!(v.owed(v.fang), 1_000);
    assert_eq!(v.refused(Correct { event: asked, reason: note("提错了") }), Refusal::NothingToUndo);
}

#[test]
fn who_asked_withdraws_and_others_decline_with_a_word() {
    let mut v = village();
    let asked = v.done(pay(&v, 600));
    let decline = |reason: &str| Decline { proposal: asked, reason: note(reason) };
    let withdraw = Withdraw { proposal: asked };
    assert_eq!(v.refused(decline("不对")), Refusal::OwnProposal);
    assert_eq!(v.ask_as(SECOND, v.today, withdraw.clone()), Err(Refusal::NotYours));
    assert_eq!(v.ask_as(SECOND, v.today, decline("")), Err(Refusal::ReasonMissing));
    let said = v.ask_as(SECOND, v.today, decline("等下月")).expect("declined");
    assert_eq!((said.note.as_str(), v.owed(v.fang)), ("等下月", 1_000));
    assert_eq!(v.refused(withdraw), Refusal::ProposalClosed);
    let asked = v.done(pay(&v, 600));
    v.done(Withdraw { proposal: asked });
    assert_eq!(approve(&mut v, asked), Err(Refusal::ProposalClosed));
}

#[test]
fn a_repair_waits_where_it_does_not_pay_by_the_rule() {
    let mut v = village();
    v.roses_in_stock("HR-1", 10);
    let line = *v.books.lines.keys().last().expect("a line");
    let delivery = v.deliver(line, 10);
    v.answer(delivery, line, [4, 6, 0]);
    let repair = |fen| Reissue { delivery, line, worker: v.fang, pieces: Pieces(1), rate: Fen(fen), note: note("") };
    let (agreed, by_rule) = (repair(9_900), repair(220));
    assert_eq!(
        v.ask(by_rule.clone()).expect("done").kind(),
        "reissue",
        "as much as making it, where nothing was decided"
    );
    let asked = v.ask(agreed).expect("proposed");
    assert_eq!((asked.kind(), asked.moves.len()), ("propose", 0));
    let done = approve(&mut v, asked.id).expect("approved");
    assert_eq!((done.kind(), done.moves.len()), ("reissue", 1));
    let half = v.done(SetTerms { share_shown: false, repair: RepairPay::Half, phone: None });
    assert_eq!(v.ask(by_rule.clone()).expect("done").kind(), "reissue", "the rule waits too");
    approve(&mut v, half).expect("approved");
    assert_eq!(v.ask(by_rule).expect("proposed").kind(), "propose");
}

#[test]
fn what_rates_are_held_beside_and_who_comes_in_wait_too() {
    let mut v = village();
    let wage = SetMinimumWage { from: v.today, fen: Fen(1_900), source: note("县公告") };
    let asked = v.ask(wage).expect("proposed");
    assert_eq!(asked.kind(), "propose");
    let invited = v
        .ask(LetIn { name: crate::values::text::Name::parse("林带头人").expect("a name"), helper: false })
        .expect("proposed");
    assert_eq!(invited.kind(), "propose");
    assert_eq!(approve(&mut v, invited.id).expect("approved").kind(), "let_in");
}

#[test]
fn it_is_not_turned_off_while_something_waits() {
    let mut v = village();
    let fang = v.fang;
    let bonus = v.done(Bonus { worker: fang, fen: Fen(500), note: note("快") });
    assert_eq!(v.refused(SetApproval { on: false }), Refusal::OthersWait);
    v.done(Withdraw { proposal: bonus });
    let off = v.done(SetApproval { on: false });
    let bonus = v.done(Bonus { worker: fang, fen: Fen(500), note: note("快") });
    assert_eq!(approve(&mut v, off), Err(Refusal::OthersWait), "nor by what was asked for before");
    approve(&mut v, bonus).expect("approved");
    approve(&mut v, off).expect("approved");
    assert!(!v.books.approval);
}

#[test]
fn the_same_does_not_wait_twice() {
    let mut v = village();
    let first = v.done(pay(&v, 600));
    assert_eq!(v.refused(pay(&v, 300)), Refusal::Proposed, "whatever the amount");
    let others = Pay { worker: v.mei, ..pay(&v, 1) };
    assert!(matches!(v.refused(others), Refusal::OwedChanged { .. }), "another's is looked at");
    approve(&mut v, first).expect("approved");
    v.done(pay(&v, 300));
    let bonus = Bonus { worker: v.fang, fen: Fen(5), note: note("快") };
    v.done(bonus.clone());
    assert_eq!(v.refused(bonus.clone()), Refusal::Proposed);
    v.ask_on("2026-09-08", bonus).expect("of another day it is another bonus");
    let rate = |fen| SetRate { style: v.rose, step: ONE, from: day("2026-09-20"), rate: Fen(fen) };
    let (rate, dearer) = (rate(230), rate(240));
    v.done(rate);
    assert_eq!(v.refused(dearer), Refusal::Proposed, "a day has one rate");
}

#[test]
fn rows_of_a_notebook_may_be_several_payments() {
    let mut v = village();
    let row = |fen| Pay { worker: v.fang, fen: Fen(fen), note: note("现金"), seen: None, ahead: false };
    let (one, other) = (row(100), row(200));
    let ids = [v.done(one), v.done(other)];
    for id in ids {
        approve(&mut v, id).expect("approved");
    }
    assert_eq!(v.owed(v.fang), 700);
}

#[test]
fn turning_it_off_needs_two_and_turning_it_on_needs_two_who_can_sign_in() {
    let mut v = Village::new();
    v.coordinators = 1;
    assert_eq!(v.refused(SetApproval { on: true }), Refusal::OneCoordinator);
    v.coordinators = 2;
    assert_eq!(v.refused(SetApproval { on: false }), Refusal::SetAlready);
    v.done(SetApproval { on: true });
    assert_eq!(v.refused(SetApproval { on: true }), Refusal::SetAlready);
    let off = v.done(SetApproval { on: false });
    assert!(v.books.approval, "one alone does not turn it off");
    assert_eq!(v.refused(Approve { proposal: off }), Refusal::OwnProposal);
    approve(&mut v, off).expect("approved");
    assert!(!v.books.approval);
    v.done(Bonus { worker: v.fang, fen: Fen(100), note: note("") });
    assert_eq!(v.owed(v.fang), 100, "at once");
}

#[test]
fn what_waits_happens_on_its_approval_or_on_the_earlier_day_that_was_named() {
    let mut v = village();
    let (today, named) = (v.today, day("2026-09-09"));
    let bonus = |fen| Bonus { worker: v.fang, fen: Fen(fen), note: note("快") };
    let (now, earlier) = (bonus(1), bonus(2));
    let now = v.ask(now).expect("proposed").id;
    let earlier = v.ask_as(COORDINATOR, named, earlier).expect("proposed");
    assert_eq!(earlier.day, today, "it was asked for today");
    let ahead = v.ask_on("2026-09-11", Bonus { worker: v.fang, fen: Fen(3), note: note("") });
    assert!(matches!(ahead, Err(Refusal::DayAhead { .. })), "{ahead:?}");
    v.today = day("2026-09-12");
    let day_of = |v: &mut Village, id| approve(v, id).expect("approved").day;
    assert_eq!((day_of(&mut v, now), day_of(&mut v, earlier.id)), (v.today, named));
}

#[test]
fn a_day_that_was_settled_since_is_closed_to_what_waited() {
    let mut v = village();
    let late = Bonus { worker: v.fang, fen: Fen(50), note: note("补记") };
    let asked = v.ask_on("2026-09-09", late).expect("proposed").id;
    v.done(Settle { until: day("2026-09-09"), workers: [v.fang].into() });
    assert_eq!(approve(&mut v, asked), Err(Refusal::Settled { until: day("2026-09-09") }));
    v.done(Withdraw { proposal: asked });
}

#[test]
fn nobody_but_a_coordinator_answers() {
    let mut v = village();
    let proposal = v.done(pay(&v, 600));
    let (worker, firm) = (v.fang, v.huarui);
    for actor in [Actor::Operator, Actor::Worker { worker }, Actor::Firm { firm }] {
        for ask in [Command::from(Approve { proposal }), Withdraw { proposal }.into()] {
            assert_eq!(v.ask_as(actor, v.today, ask).err(), Some(Refusal::NotYours), "{actor:?}");
        }
    }
    let by_command_line = v.ask_as(Actor::Operator, v.today, Bonus { worker, fen: Fen(1), note: note("") });
    assert_eq!(by_command_line.expect("it may ask").kind(), "propose");
}

#[test]
fn a_correction_that_answers_a_dispute_waits_as_any() {
    let mut v = village();
    let count = v.reviewed_count(Verdict::Wrong { accepted: Pieces(19), words: note("多数了") });
    let asked = v.done(Correct { event: count, reason: note("她说得对") });
    assert!(v.books.entries[&count].reversed_by.is_none());
    let done = approve(&mut v, asked).expect("approved");
    assert_eq!(v.books.entries[&count].reversed_by, Some(done.id));
}

#[test]
fn a_newcomer_does_not_approve_what_is_asked_by_the_one_who_let_her_in() {
    let mut v = Village::new();
    v.done(SetApproval { on: true });
    let asked = v.done(Bonus { worker: v.fang, fen: Fen(100), note: note("") });
    let Actor::Coordinator { user } = COORDINATOR else { panic!("a coordinator") };
    let until = day("2026-09-12");
    v.coordinators = 3;
    for let_in_by in [[Some(user), None], [None, Some(user)]] {
        v.newcomer = Some(Newcomer { let_in_by, until });
        assert_eq!(approve(&mut v, asked).expect_err("refused"), Refusal::LetInByAsker { until });
    }
    v.newcomer = Some(Newcomer { let_in_by: [Some(UserId(99)), None], until });
    approve(&mut v, asked).expect("let in by somebody else");
    assert_eq!(v.owed(v.fang), 100);
}

#[test]
fn of_two_coordinators_the_newcomer_approves_for_there_is_nobody_else() {
    let mut v = Village::new();
    v.done(SetApproval { on: true });
    let asked = v.done(Bonus { worker: v.fang, fen: Fen(100), note: note("") });
    v.newcomer = Some(Newcomer { let_in_by: [Some(UserId(1)), None], until: day("2026-09-12") });
    approve(&mut v, asked).expect("approved");
}
