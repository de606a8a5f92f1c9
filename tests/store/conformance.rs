//! What the store must do, whatever the engine.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::village::{Village, name, new_id, noon, note};
use ledger::journal::Account;
use ledger::model::{Actor, Correct};
use ledger::store::{Ask, Refused, StoreError};
use ledger::values::money::Fen;
use ledger::{Refusal, model};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

on_both_engines!(
    the_whole_loop_audits_clean,
    asking_twice_is_asking_once,
    the_same_id_for_something_else_is_refused,
    a_refusal_leaves_nothing_behind,
    two_coordinators_cannot_both_issue_the_last_pieces,
    another_workshops_things_are_not_there,
    a_correction_restores_what_was,
    opening_again_keeps_everything,
    several_commands_see_what_those_before_them_did,
    who_goes_away_while_writing_leaves_nothing_and_holds_up_nobody,
);

async fn the_whole_loop_audits_clean(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, first, 50, 6, 4)).await;
    let second = v.issue(2, v.berta, 50).await;
    v.done(v.count_of(v.berta, second, 50, 0, 0)).await;
    v.done(model::Pay { worker: v.anna, fen: Fen(5000), note: note("现金"), seen: None, ahead: false }).await;
    let audit = db.store.audit(v.workshop).await.expect("an audit");
    assert_eq!(audit.findings, []);
    assert_eq!((audit.events, audit.moves, audit.transfers), (12, 7, 3));
}

async fn asking_twice_is_asking_once(db: Database) {
    let v = Village::settle(&db.store).await;
    let id = new_id();
    let once = v.ask_as(id, Actor::Operator, v.issue_of(1, v.anna, 100)).await.expect("issued");
    let twice = v.ask_as(id, Actor::Operator, v.issue_of(1, v.anna, 100)).await.expect("the same answer");
    assert!(!once.repeated && twice.repeated);
    assert_eq!(once.event, twice.event);
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn the_same_id_for_something_else_is_refused(db: Database) {
    let v = Village::settle(&db.store).await;
    let id = new_id();
    v.ask_as(id, Actor::Operator, v.issue_of(1, v.anna, 10)).await.expect("issued");
    let refused = v.ask_as(id, Actor::Operator, v.issue_of(1, v.anna, 11)).await;
    assert!(matches!(refused, Err(Refused::Rule(Refusal::IdReused))), "{refused:?}");
}

async fn a_refusal_leaves_nothing_behind(db: Database) {
    let v = Village::settle(&db.store).await;
    let before = db.store.audit(v.workshop).await.expect("an audit");
    assert!(v.ask(v.issue_of(1, v.anna, 101)).await.is_err());
    assert!(v.ask(model::Pay { worker: v.anna, fen: Fen(1), note: note(""), seen: None, ahead: false }).await.is_err());
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit"), before);
}

async fn two_coordinators_cannot_both_issue_the_last_pieces(db: Database) {
    let v = Village::settle(&db.store).await;
    let (one, two) = tokio::join!(v.ask(v.issue_of(1, v.anna, 60)), v.ask(v.issue_of(1, v.berta, 60)));
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {two:?}");
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn another_workshops_things_are_not_there(db: Database) {
    let v = Village::settle(&db.store).await;
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    let stranger = Village { workshop: other, ..Village { store: &db.store, ..v } };
    let refused = stranger.ask(stranger.issue_of(1, stranger.anna, 1)).await;
    assert!(matches!(refused, Err(Refused::Rule(Refusal::Unknown { .. }))), "{refused:?}");
}

async fn a_correction_restores_what_was(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let counted = v.done(v.count_of(v.anna, issue, 60, 0, 0)).await;
    let reason = note("数错了");
    v.done(Correct { event: counted.id, reason: reason.clone() }).await;
    let mut writing = db.store.write(v.workshop, noon()).await.expect("open books");
    writing.read_all().await.expect("read");
    assert_eq!(writing.books().balance(Account::Worker { worker: v.anna }), Fen::ZERO);
    drop(writing);
    let again = v.ask(Correct { event: counted.id, reason }).await;
    assert!(matches!(again, Err(Refused::Rule(Refusal::Corrected))), "{again:?}");
    v.done(v.count_of(v.anna, issue, 58, 2, 0)).await;
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn opening_again_keeps_everything(db: Database) {
    let v = Village::settle(&db.store).await;
    let before = db.store.audit(v.workshop).await.expect("an audit");
    let again = ledger::store::Store::open(&db.address).await.expect("it opens again");
    assert_eq!(again.audit(v.workshop).await.expect("an audit"), before);
    let nobody = again.audit(ledger::values::ids::WorkshopId(99)).await;
    assert!(matches!(nobody, Err(StoreError::NoWorkshop)), "{nobody:?}");
}

async fn several_commands_see_what_those_before_them_did(db: Database) {
    let v = Village::settle(&db.store).await;
    let pay = |fen| model::Pay { worker: v.anna, fen: Fen(fen), note: note("现金"), seen: None, ahead: false };
    v.done(model::Bonus { worker: v.anna, fen: Fen(1000), note: note("") }).await;
    let asks = [600, 600].map(|fen| Ask { id: new_id(), actor: Actor::Operator, day: None, command: pay(fen).into() });
    let refused = db.store.perform_all(v.workshop, noon(), asks.into()).await;
    assert!(matches!(refused, Err((1, Refused::Rule(Refusal::MoreThanOwed { .. })))), "{refused:?}");
    let asks = [600, 400].map(|fen| Ask { id: new_id(), actor: Actor::Operator, day: None, command: pay(fen).into() });
    db.store.perform_all(v.workshop, noon(), asks.into()).await.expect("both are paid");
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn who_goes_away_while_writing_leaves_nothing_and_holds_up_nobody(db: Database) {
    let v = Village::settle(&db.store).await;
    let bonus = |fen| model::Bonus { worker: v.anna, fen: Fen(fen), note: note("") };
    let (mut away, mut done) = (0, 0);
    // How many steps a command takes is the machine's affair; none of them may be a bad one to go away at.
    for steps in 1..=30 {
        match poll_at_most(v.ask(bonus(1)), steps).await {
            Some(answer) => done += answer.map(|_| 1).expect("it is posted"),
            None => away += 1,
        }
        v.done(bonus(100)).await;
    }
    let mut writing = db.store.write(v.workshop, noon()).await.expect("open books");
    writing.read_all().await.expect("read");
    let owed = -writing.books().balance(Account::Worker { worker: v.anna }).0;
    drop(writing);
    // One who went away in the middle of COMMIT may have come through.
    let through = owed - 100 * 30;
    assert!((done..=done + away).contains(&through), "{through} came through, {done} were told so, {away} went away");
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

/// Gives up on a future that is not ready after so many polls.
async fn poll_at_most<T>(future: impl Future<Output = T>, polls: usize) -> Option<T> {
    let mut future: Pin<Box<_>> = Box::pin(future);
    let mut done = 0;
    poll_fn(|context| {
        done += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(result) => Poll::Ready(Some(result)),
            Poll::Pending if done == polls => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}
