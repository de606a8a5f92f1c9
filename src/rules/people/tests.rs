use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::{COORDINATOR, ONE, TWO, Village, code, idle_worker, issue, name};
use crate::values::ids::*;
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Minutes;

#[test]
fn a_worker_is_added_and_changed() {
    let mut village = Village::new();
    village.done(SaveWorker {
        worker: Some(village.lan),
        number: code("W03"),
        name: name("吴丽兰"),
        ..idle_worker(&[(village.rose, ONE), (village.peony, TWO)])
    });
    let lan = village.books.workers.get(&village.lan).expect("Lan");
    assert!(lan.skills.contains(&Skill { style: village.peony, step: TWO }));
    assert_eq!(village.books.workers.len(), 3);
}

#[test]
fn a_number_names_one_worker() {
    let mut village = Village::new();
    let ask = SaveWorker { number: code("W01"), ..idle_worker(&[]) };
    assert_eq!(village.refused(ask.clone()), Refusal::Exists { thing: Thing::Worker, code: "W01".to_owned() });
    village.done(SaveWorker { worker: Some(village.fang), ..ask.clone() });
    let unknown = SaveWorker { worker: Some(WorkerId(777)), number: code("W77"), ..ask };
    assert_eq!(village.refused(unknown), Refusal::unknown(Thing::Worker));
}

#[test]
fn she_offers_no_more_minutes_than_a_day_has() {
    let mut village = Village::new();
    for minutes_a_day in [-1, 1441, i64::MAX].map(Minutes) {
        assert_eq!(village.refused(SaveWorker { minutes_a_day, ..idle_worker(&[]) }), Refusal::BadMinutes);
    }
    village.done(SaveWorker { minutes_a_day: Minutes(0), ..idle_worker(&[]) });
    village.done(SaveWorker { minutes_a_day: Minutes(1440), number: code("W98"), ..idle_worker(&[]) });
}

#[test]
fn she_can_do_only_steps_that_there_are() {
    let mut village = Village::new();
    assert_eq!(village.refused(idle_worker(&[(StyleId(777), ONE)])), Refusal::unknown(Thing::Style));
    assert_eq!(village.refused(idle_worker(&[(village.rose, TWO)])), Refusal::unknown(Thing::Step));
    assert_eq!(village.refused(idle_worker(&[(village.rose, StepNo(0))])), Refusal::unknown(Thing::Step));
}

#[test]
fn one_who_stops_keeps_her_work_and_is_paid_for_it_but_takes_no_more() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 20);
    let hers = village.issue(line, ONE, village.lan, 10);
    let ask = SaveWorker { number: code("W03"), name: name("吴丽兰"), active: false, ..idle_worker(&[]) };
    village.done(SaveWorker { worker: Some(village.lan), ..ask });
    let more = issue(line, ONE, &[(village.lan, 1)]);
    assert_eq!(village.refused(more), Refusal::NotActive { worker: "吴丽兰".to_owned() });
    village.count(hers, 10, 0, 0);
    assert_eq!(village.owed(village.lan), 2200);
}

#[test]
fn a_name_is_one_firms() {
    let mut village = Village::new();
    let ask = SaveFirm { firm: None, name: name("华瑞") };
    assert_eq!(village.refused(ask.clone()), Refusal::Exists { thing: Thing::Firm, code: "华瑞".to_owned() });
    assert_eq!(
        village.refused(SaveFirm { firm: Some(village.jinding), ..ask }),
        Refusal::Exists { thing: Thing::Firm, code: "华瑞".to_owned() }
    );
    village.done(SaveFirm { firm: Some(village.huarui), name: name("华瑞工艺") });
    assert_eq!(village.refused(SaveFirm { firm: Some(FirmId(777)), name: name("无") }), Refusal::unknown(Thing::Firm));
}

#[test]
fn access_is_changed_of_those_who_are_there() {
    let mut village = Village::new();
    village.done(ChangeAccess::ReplaceCard { worker: village.fang });
    village.done(ChangeAccess::EndLink { firm: village.huarui });
    let nobody = ChangeAccess::EndCard { worker: WorkerId(777) };
    assert_eq!(village.refused(nobody), Refusal::unknown(Thing::Worker));
    let nobody = ChangeAccess::MakeLink { firm: FirmId(777) };
    assert_eq!(village.refused(nobody), Refusal::unknown(Thing::Firm));
    let nobody = Account { user: UserId(7), name: name("陈"), role: Role::Clerk(FirmId(777)) };
    assert_eq!(village.refused(ChangeAccess::EndAccount { account: nobody }), Refusal::unknown(Thing::Firm));
}

#[test]
fn a_pin_is_chosen_by_its_worker_alone() {
    let mut village = Village::new();
    let chosen = ChangeAccess::ChoosePin { worker: village.fang };
    assert!(village.says(village.mei, chosen.clone()).is_err(), "it is another's");
    assert_eq!(village.refused(chosen.clone()), Refusal::NotYours);
    village.says(village.fang, chosen).expect("hers");
}

#[test]
fn nobody_ends_her_own_access_nor_the_last_coordinators() {
    let mut village = Village::new();
    let Actor::Coordinator { user } = COORDINATOR else { panic!("a coordinator") };
    let account = |user| Account { user, name: name("陈"), role: Role::Coordinator };
    let own = account(user);
    assert_eq!(village.refused(ChangeAccess::EndAccount { account: own.clone() }), Refusal::OwnAccess);
    assert_eq!(village.refused(ChangeAccess::ResetPassword { account: own }), Refusal::OwnAccess);
    let other = account(UserId(99));
    village.done(ChangeAccess::EndAccount { account: other.clone() });
    village.done(SetApproval { on: true });
    assert_eq!(village.refused(ChangeAccess::EndAccount { account: other.clone() }), Refusal::TwoMustStay);
    village
        .ask_as(Actor::Operator, village.today, ChangeAccess::EndAccount { account: other.clone() })
        .expect("the operator may");
    village.coordinators = 3;
    village.done(ChangeAccess::EndAccount { account: other.clone() });
    village.coordinators = 1;
    assert_eq!(village.refused(ChangeAccess::EndAccount { account: other.clone() }), Refusal::LastCoordinator);
    let clerk = Account { role: Role::Clerk(village.huarui), ..other };
    village.done(ChangeAccess::EndAccount { account: clerk });
}

#[test]
fn where_another_must_approve_a_coordinators_password_is_reset_by_the_operator() {
    let mut village = Village::new();
    let account = Account { user: UserId(99), name: name("陈"), role: Role::Coordinator };
    let reset = ChangeAccess::ResetPassword { account: account.clone() };
    village.done(reset.clone());
    village.done(SetApproval { on: true });
    assert_eq!(village.refused(reset), Refusal::ResetByOperator);
    let clerk = Account { role: Role::Clerk(village.huarui), ..account };
    village.done(ChangeAccess::ResetPassword { account: clerk });
}
