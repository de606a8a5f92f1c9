use crate::journal::Account;
use crate::journal::*;
use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::{ONE, Village, note};
use crate::values::ids::*;
use crate::values::money::*;
use crate::values::text::*;

fn none() -> Note {
    Note::default()
}

/// Fang has earned ¥22.00.
fn village_with_earnings() -> Village {
    let mut village = Village::new();
    village.roses_in_stock("HR-1", 10);
    village
}

#[test]
fn owed_is_earned_and_bonus_less_deducted_advanced_and_paid() {
    let mut village = village_with_earnings();
    let worker = village.fang;
    assert_eq!(village.owed(worker), 2200);
    village.done(Bonus { worker, fen: Fen(500), note: none() });
    assert_eq!(village.owed(worker), 2700);
    village.done(Deduct { worker, fen: Fen(100), reason: note("丢了一包铁丝") });
    assert_eq!(village.owed(worker), 2600);
    village.done(Advance { worker, fen: Fen(1000), note: none() });
    assert_eq!(village.owed(worker), 1600);
    village.done(Pay { worker, fen: Fen(1500), note: none(), seen: None, ahead: false });
    assert_eq!(village.owed(worker), 100);
    assert_eq!(village.owed(village.mei), 0);
    assert_eq!(village.books.balance(Account::Wages), Fen(2200 + 500 - 100));
    assert_eq!(village.books.balance(Account::Cash), Fen(-2500));
}

#[test]
fn never_more_is_paid_than_is_owed() {
    let mut village = village_with_earnings();
    let worker = village.fang;
    let pay = |fen| Pay { worker, fen: Fen(fen), note: none(), seen: None, ahead: false };
    assert_eq!(village.refused(pay(2201)), Refusal::MoreThanOwed { owed: Fen(2200) });
    village.done(pay(2200));
    assert_eq!(village.refused(pay(1)), Refusal::MoreThanOwed { owed: Fen::ZERO });
}

#[test]
fn what_was_paid_meanwhile_is_not_paid_again() {
    let mut village = village_with_earnings();
    let worker = village.fang;
    let pay = Pay { worker, fen: Fen(700), note: none(), seen: Some(Fen(2200)), ahead: false };
    village.done(pay.clone());
    assert_eq!(village.refused(pay), Refusal::OwedChanged { seen: Fen(2200), now: Fen(1500) });
}

#[test]
fn an_advance_is_worked_off_before_she_is_paid_again() {
    let mut village = Village::new();
    let worker = village.fang;
    village.done(Advance { worker, fen: Fen(3000), note: none() });
    assert_eq!(village.owed(worker), -3000);
    let pay = Pay { worker, fen: Fen(1), note: none(), seen: None, ahead: false };
    assert_eq!(
        village.refused(pay.clone()),
        Refusal::MoreThanOwed { owed: Fen::ZERO },
        "not less than nothing is owed"
    );
    let line = village.order("HR-1", village.rose, 20);
    let issue = village.issue(line, ONE, worker, 20);
    village.count(issue, 20, 0, 0);
    assert_eq!(village.owed(worker), 1400);
    village.done(Pay { fen: Fen(1400), ..pay });
}

#[test]
fn what_is_meant_as_an_advance_is_handed_over_and_undone_with_the_wages() {
    let mut village = village_with_earnings();
    let worker = village.fang;
    let pay = Pay { worker, fen: Fen(3000), note: none(), seen: Some(Fen(2200)), ahead: true };
    let handed = village.ask(pay.clone()).expect("paid");
    let parts: Vec<_> = handed.transfers.iter().map(|part| (part.purpose, part.fen.0)).collect();
    assert_eq!(parts, [(Purpose::Paid, 2200), (Purpose::Advance, 800)]);
    assert_eq!(village.owed(worker), -800);
    // The whole of it is one entry, and it was handed over by what was owed then.
    assert_eq!(village.refused(pay.clone()), Refusal::OwedChanged { seen: Fen(2200), now: Fen(-800) });
    let more = village.ask(Pay { fen: Fen(100), seen: Some(Fen(-800)), ..pay.clone() }).expect("advanced");
    let parts: Vec<_> = more.transfers.iter().map(|part| (part.purpose, part.fen.0)).collect();
    assert_eq!(parts, [(Purpose::Advance, 100)], "nothing is owed");
    village.done(crate::model::Correct { event: more.id, reason: note("没给") });
    village.done(crate::model::Correct { event: handed.id, reason: note("没给") });
    assert_eq!(village.owed(worker), 2200);
    let less = village.ask(Pay { fen: Fen(2200), seen: None, ..pay }).expect("paid");
    assert_eq!(less.transfers.len(), 1, "no more than was owed");
}

#[test]
fn a_deduction_needs_its_reason() {
    let mut village = village_with_earnings();
    let ask = Deduct { worker: village.fang, fen: Fen(100), reason: none() };
    assert_eq!(village.refused(ask), Refusal::ReasonMissing);
}

#[test]
fn a_firm_may_pay_what_it_owes_or_ahead() {
    let mut village = village_with_earnings();
    let line = crate::values::ids::LineId(village.books.lines.keys().last().expect("a line").0);
    let sent = village.deliver(line, 10);
    village.answer(sent, line, [10, 0, 0]);
    assert_eq!(village.owes(village.huarui), 3500);
    village.done(FirmPays { firm: village.huarui, fen: Fen(5000), note: none() });
    assert_eq!(village.owes(village.huarui), -1500);
    assert_eq!(village.books.balance(Account::Cash), Fen(5000));
    assert_eq!(
        village.refused(FirmPays { firm: FirmId(777), fen: Fen(1), note: none() }),
        Refusal::unknown(Thing::Firm)
    );
}

#[test]
fn money_is_for_someone_and_more_than_nothing() {
    let mut village = village_with_earnings();
    let (fang, nobody) = (village.fang, WorkerId(777));
    for (worker, fen, refusal) in [
        (fang, 0, Refusal::Nothing),
        (fang, -1, Refusal::OutOfRange),
        (fang, i64::MIN, Refusal::OutOfRange),
        (fang, 1_000_000_001, Refusal::OutOfRange),
        (nobody, 1, Refusal::unknown(Thing::Worker)),
    ] {
        let fen = Fen(fen);
        assert_eq!(village.refused(Bonus { worker, fen, note: none() }), refusal);
        assert_eq!(village.refused(Deduct { worker, fen, reason: note("有因") }), refusal);
        assert_eq!(village.refused(Advance { worker, fen, note: none() }), refusal);
        assert_eq!(village.refused(Pay { worker, fen, note: none(), seen: None, ahead: false }), refusal);
    }
    assert_eq!(village.owed(fang), 2200);
}
