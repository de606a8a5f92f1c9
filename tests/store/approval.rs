//! A second coordinator approves, whatever the engine.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, new_id, noon, note};
use ledger::import::{File, Kind};
use ledger::journal::Event;
use ledger::model::{
    Account, Actor, Approve, Bonus, ChangeAccess, Correct, Decline, End, LetIn, Pay, Role, SetApproval, Settle,
    Withdraw,
};
use ledger::rules::refusal::{Refusal, Thing};
use ledger::store::access::{AccessAsk, NewUser, Phone};
use ledger::store::reads::journal::Filter;
use ledger::store::{Ask, Import, Receipt, Refused};
use ledger::values::ids::{EventId, UserId};
use ledger::values::money::Fen;
use ledger::{Command, model};

on_both_engines!(
    what_waits_moves_nothing_and_what_is_approved_audits_clean,
    two_approve_at_once_and_one_does,
    a_lost_answer_may_be_asked_again,
    an_earlier_day_that_was_settled_since_is_refused,
    a_correction_that_waits_is_done_by_the_books_of_then,
    another_workshops_proposals_are_not_there,
    what_is_imported_waits_as_well,
    what_would_happen_is_shown_before_it_is_asked_for,
    it_is_turned_on_only_where_two_can_sign_in,
    who_is_let_in_comes_by_one_link_and_only_where_another_agreed,
);

const ONE: Actor = Actor::Coordinator { user: UserId(1) };
const OTHER: Actor = Actor::Coordinator { user: UserId(2) };

/// One more who can sign in; each has a number of her own.
async fn sign_up(v: &Village<'_>, phone: &str) {
    let person =
        NewUser {
            name: name("带头人"), phone: Phone::parse(phone).expect("a number"), password_hash: String::new()
        };
    let secret = v.store.invitations().invite(v.workshop, Role::Coordinator, noon()).await.expect("an invitation");
    v.store.invitations().accept(&secret, &person, noon()).await.expect("an account");
}

/// A village that asks for a second coordinator, and owes Anna nine yuan.
async fn village(db: &Database) -> Village<'_> {
    let v = Village::settle(&db.store).await;
    v.done(Bonus { worker: v.anna, fen: Fen(900), note: note("快") }).await;
    sign_up(&v, "13800000011").await;
    sign_up(&v, "13800000012").await;
    asks(&v, ONE, SetApproval { on: true }).await.expect("two can sign in");
    v
}

async fn asks(v: &Village<'_>, who: Actor, command: impl Into<Command>) -> Result<Event, Refused> {
    v.ask_as(new_id(), who, command).await.map(|receipt| receipt.event)
}

fn pay(v: &Village<'_>, fen: i64) -> Pay {
    Pay { worker: v.anna, fen: Fen(fen), note: note("现金"), seen: None, ahead: false }
}

async fn owed(v: &Village<'_>) -> Fen {
    snapshot_of(v.store, v.workshop).await.of_worker(v.anna).owed_to().await.expect("a sum")
}

async fn end(v: &Village<'_>, id: EventId) -> Option<End> {
    let view = snapshot_of(v.store, v.workshop).await.proposal(id).await.expect("a look").expect("it is there");
    view.proposal.closed.map(|closed| closed.end)
}

fn refused<T>(answer: Result<T, Refused>) -> Option<Refusal> {
    answer.err().and_then(|why| if let Refused::Rule(refusal) = why { Some(refusal) } else { None })
}

async fn what_waits_moves_nothing_and_what_is_approved_audits_clean(db: Database) {
    let v = village(&db).await;
    let paid = asks(&v, ONE, pay(&v, 400)).await.expect("proposed").id;
    let from = day("2026-11-01");
    let rate = model::SetRate { style: v.style, step: ledger::values::ids::StepNo(1), from, rate: Fen(150) };
    let set = asks(&v, ONE, rate).await.expect("proposed").id;
    let kept = asks(&v, ONE, Bonus { worker: v.berta, fen: Fen(5), note: note("") }).await.expect("proposed").id;
    let waiting = snapshot_of(v.store, v.workshop).await.to_approve().await.expect("a look");
    let ids: Vec<_> = waiting.proposals.iter().map(|(proposal, _)| proposal.id).collect();
    assert_eq!((ids, owed(&v).await), (vec![paid, set, kept], Fen(900)), "the oldest first, and nothing moved");
    assert_eq!(waiting.names.users.get(&UserId(1)).map(String::as_str), Some("带头人"));
    assert_eq!(refused(asks(&v, ONE, Approve { proposal: paid }).await), Some(Refusal::OwnProposal));
    asks(&v, OTHER, Approve { proposal: paid }).await.expect("approved");
    asks(&v, OTHER, Decline { proposal: set, reason: note("太高") }).await.expect("declined");
    asks(&v, ONE, Withdraw { proposal: kept }).await.expect("withdrawn");
    assert_eq!(owed(&v).await, Fen(500));
    let ends = [end(&v, paid).await, end(&v, set).await, end(&v, kept).await];
    assert_eq!(ends, [Some(End::Approved), Some(End::Declined), Some(End::Withdrawn)]);
    assert_eq!(snapshot_of(v.store, v.workshop).await.to_approve().await.expect("a look").proposals, []);
    // An approved payment is a payment wherever payments are looked for.
    let filter = Filter { kind: Some("pay"), ..Filter::default() };
    let journal = snapshot_of(v.store, v.workshop).await.journal_page(filter, None).await.expect("a page");
    assert_eq!(journal.entries.len(), 1);
    let page = snapshot_of(v.store, v.workshop).await.pay_page(day("2026-11-02")).await.expect("a page");
    assert_eq!(page.recent.iter().map(|entry| entry.event.kind()).collect::<Vec<_>>(), ["pay", "bonus"]);
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn two_approve_at_once_and_one_does(db: Database) {
    let v = village(&db).await;
    let proposal = asks(&v, ONE, pay(&v, 400)).await.expect("proposed").id;
    let third = Actor::Coordinator { user: UserId(3) };
    let (a, b) = tokio::join!(asks(&v, OTHER, Approve { proposal }), asks(&v, third, Approve { proposal }));
    assert_eq!([&a, &b].into_iter().filter(|answer| answer.is_ok()).count(), 1, "{a:?} {b:?}");
    assert_eq!(refused(if a.is_ok() { b } else { a }), Some(Refusal::ProposalClosed));
    assert_eq!(owed(&v).await, Fen(500));
    let proposal = asks(&v, ONE, pay(&v, 400)).await.expect("proposed").id;
    let (a, b) = tokio::join!(asks(&v, OTHER, Approve { proposal }), asks(&v, ONE, Withdraw { proposal }));
    assert_eq!([&a, &b].into_iter().filter(|answer| answer.is_ok()).count(), 1, "{a:?} {b:?}");
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn a_lost_answer_may_be_asked_again(db: Database) {
    let v = village(&db).await;
    let (asking, approving) = (new_id(), new_id());
    let ask = async |id, who, command: Command| v.ask_as(id, who, command).await.expect("done");
    let Receipt { event, repeated } = ask(asking, ONE, pay(&v, 400).into()).await;
    let again = ask(asking, ONE, pay(&v, 400).into()).await;
    assert_eq!((repeated, again), (false, Receipt { event: event.clone(), repeated: true }));
    let other = v.ask_as(asking, ONE, pay(&v, 300)).await;
    assert_eq!(refused(other), Some(Refusal::IdReused), "the same id for another sum");
    let done = ask(approving, OTHER, Approve { proposal: asking }.into()).await;
    let again = ask(approving, OTHER, Approve { proposal: asking }.into()).await;
    assert_eq!(again, Receipt { repeated: true, ..done });
    assert_eq!(owed(&v).await, Fen(500));
}

async fn an_earlier_day_that_was_settled_since_is_refused(db: Database) {
    let v = village(&db).await;
    let command = Bonus { worker: v.anna, fen: Fen(50), note: note("补记") }.into();
    let ask = Ask { id: new_id(), actor: ONE, day: Some(day("2026-10-31")), command };
    let proposal = v.store.perform(v.workshop, noon(), ask).await.expect("proposed").event.id;
    v.done(Settle { until: day("2026-11-01"), workers: [v.anna].into() }).await;
    let late = refused(asks(&v, OTHER, Approve { proposal }).await);
    assert_eq!(late, Some(Refusal::Settled { until: day("2026-11-01") }));
    assert_eq!((end(&v, proposal).await, owed(&v).await), (None, Fen(900)), "it waits on");
    let later = asks(&v, ONE, pay(&v, 100)).await.expect("proposed").id;
    let at = "2026-11-05T04:00:00Z".parse().expect("a time");
    let ask = Ask { id: new_id(), actor: OTHER, day: None, command: Approve { proposal: later }.into() };
    let done = v.store.perform(v.workshop, at, ask).await.expect("approved").event;
    assert_eq!(done.day, day("2026-11-05"), "what named no day happens when it is approved");
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn a_correction_that_waits_is_done_by_the_books_of_then(db: Database) {
    let v = village(&db).await;
    let issue = v.issue(1, v.anna, 60).await;
    let count = v.done(v.count_of(v.anna, issue, 60, 0, 0)).await.id;
    let proposal = asks(&v, ONE, Correct { event: count, reason: note("数错了") }).await.expect("proposed").id;
    let same = asks(&v, OTHER, Correct { event: count, reason: note("不是六十") }).await;
    assert_eq!(refused(same), Some(Refusal::Proposed));
    // What was counted goes on meanwhile: then it can no longer be taken back.
    let next = v.issue(2, v.berta, 60).await;
    assert!(matches!(refused(asks(&v, OTHER, Approve { proposal }).await), Some(Refusal::PassedOn { .. })));
    v.done(ledger::model::TakeBack { parts: vec![(next, ledger::values::pieces::Pieces(60))], note: note("") }).await;
    let undone = asks(&v, OTHER, Approve { proposal }).await.expect("approved");
    assert_eq!((undone.reverses, owed(&v).await), (Some(count), Fen(900)));
    let (told, _) =
        snapshot_of(v.store, v.workshop).await.journal_entry(count).await.expect("a look").expect("it is there");
    let told = told.undone.expect("it was undone");
    assert_eq!((told.by, told.reason.as_str()), (undone.id, "数错了"));
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn another_workshops_proposals_are_not_there(db: Database) {
    let v = village(&db).await;
    let proposal = asks(&v, ONE, pay(&v, 400)).await.expect("proposed").id;
    let other = v.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    let there = Village { workshop: other, ..Village { store: &db.store, ..v } };
    let unknown = Some(Refusal::Unknown { thing: Thing::Proposal });
    assert_eq!(refused(asks(&there, OTHER, Approve { proposal }).await), unknown);
    assert_eq!(refused(asks(&there, ONE, Withdraw { proposal }).await), unknown);
    assert_eq!(snapshot_of(&db.store, other).await.proposal(proposal).await.expect("a look"), None);
    assert_eq!(snapshot_of(&db.store, other).await.to_approve().await.expect("a look").proposals, []);
}

async fn it_is_turned_on_only_where_two_can_sign_in(db: Database) {
    let v = Village::settle(&db.store).await;
    sign_up(&v, "13800000011").await;
    // A firm's clerk is no coordinator.
    let secret = v.store.invitations().invite(v.workshop, Role::Clerk(v.firm), noon()).await.expect("an invitation");
    let phone = Phone::parse("13800000012").expect("a number");
    let clerk = NewUser { name: name("业务员"), phone, password_hash: String::new() };
    v.store.invitations().accept(&secret, &clerk, noon()).await.expect("an account");
    let alone = asks(&v, ONE, SetApproval { on: true }).await;
    assert_eq!(refused(alone), Some(Refusal::OneCoordinator));
    sign_up(&v, "13800000013").await;
    asks(&v, ONE, SetApproval { on: true }).await.expect("two can");
    let off = asks(&v, ONE, SetApproval { on: false }).await.expect("proposed").id;
    assert!(snapshot_of(v.store, v.workshop).await.approval().await.expect("a look").on);
    asks(&v, OTHER, Approve { proposal: off }).await.expect("approved");
    assert!(!snapshot_of(v.store, v.workshop).await.approval().await.expect("a look").on);
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn what_is_imported_waits_as_well(db: Database) {
    let v = village(&db).await;
    let styles = "款号,品名,工序,工序名,工价(元),标准分钟,生效日期\nNEW-1,新款,S1,整花,1.00,5,2026-11-01\n";
    let import = async || {
        let file = File::read(Kind::Styles, styles.as_bytes());
        db.store.import(v.workshop, noon(), Actor::Operator, file, Import::Post).await.expect("the database works")
    };
    let outcome = import().await;
    assert_eq!((outcome.is_clean(), outcome.added.get("propose")), (true, Some(&1)), "{outcome:?}");
    let waiting = snapshot_of(v.store, v.workshop).await.to_approve().await.expect("a look");
    let [(proposal, _)] = waiting.proposals.as_slice() else { panic!("the rate: {waiting:?}") };
    assert!(!import().await.is_clean(), "it waits already");
    asks(&v, ONE, Approve { proposal: proposal.id }).await.expect("anyone who signs in may approve what was imported");
    let outcome = import().await;
    assert_eq!((outcome.is_clean(), outcome.total()), (true, 0), "the books have it: {outcome:?}");
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn what_would_happen_is_shown_before_it_is_asked_for(db: Database) {
    let v = village(&db).await;
    let bonus =
        snapshot_of(v.store, v.workshop).await.pay_page(day("2026-11-02")).await.expect("a page").recent[0].event.id;
    let command = Correct { event: bonus, reason: note("记错人") }.into();
    let ask = Ask { id: new_id(), actor: ONE, day: None, command };
    let would = snapshot_of(v.store, v.workshop).await.rehearse(noon(), ask).await.expect("it could be undone");
    assert_eq!((would.reverses, would.transfers.len()), (Some(bonus), 1));
    assert_eq!(
        snapshot_of(v.store, v.workshop).await.to_approve().await.expect("a look").proposals,
        [],
        "and nothing was asked for"
    );
}

async fn who_is_let_in_comes_by_one_link_and_only_where_another_agreed(db: Database) {
    let v = Village::settle(&db.store).await;
    sign_up(&v, "13800000021").await;
    sign_up(&v, "13800000022").await;
    let let_in = || LetIn { name: name("林带头人"), helper: false };
    let early = asks(&v, ONE, let_in()).await.expect("nobody else is asked yet").id;
    let early = v
        .store
        .invitations()
        .invite_let_in(v.workshop, early, UserId(1), noon())
        .await
        .expect("a look")
        .expect("a link");
    assert!(v.store.invitations().invitation(&early, noon()).await.expect("a look").is_some());
    asks(&v, ONE, SetApproval { on: true }).await.expect("two can sign in");
    assert!(v.store.invitations().invitation(&early, noon()).await.expect("a look").is_none(), "she alone made it");
    let person = |phone: &str| NewUser {
        name: name("林带头人"),
        phone: Phone::parse(phone).expect("a number"),
        password_hash: String::new(),
    };
    assert!(v.store.invitations().accept(&early, &person("13800000023"), noon()).await.is_err());
    let asked = asks(&v, ONE, let_in()).await.expect("proposed").id;
    assert!(
        v.store.invitations().invite_let_in(v.workshop, asked, UserId(2), noon()).await.expect("a look").is_none(),
        "it waits"
    );
    let done = asks(&v, OTHER, Approve { proposal: asked }).await.expect("approved").id;
    let hers = v.store.invitations().invite_let_in(v.workshop, done, UserId(1), noon()).await.expect("a look");
    assert!(hers.is_none(), "she who asked for it would make herself a second self");
    let lost = v
        .store
        .invitations()
        .invite_let_in(v.workshop, done, UserId(2), noon())
        .await
        .expect("a look")
        .expect("a link");
    let link = v
        .store
        .invitations()
        .invite_let_in(v.workshop, done, UserId(2), noon())
        .await
        .expect("a look")
        .expect("another");
    assert!(v.store.invitations().invitation(&lost, noon()).await.expect("a look").is_none(), "the later one counts");
    let yet = v.store.invitations().let_in(v.workshop, noon()).await.expect("a look");
    assert!(yet.iter().any(|yet| yet.event == done), "{yet:?}");
    v.store.invitations().accept(&link, &person("13800000024"), noon()).await.expect("she comes");
    assert!(
        v.store.invitations().invite_let_in(v.workshop, done, UserId(2), noon()).await.expect("a look").is_none(),
        "one event, one person"
    );
    let yet = v.store.invitations().let_in(v.workshop, noon()).await.expect("a look");
    assert!(yet.iter().all(|yet| yet.event != done), "{yet:?}");
    // The one who approved cannot hand over what was asked by somebody whose access she then ends: she would let in whom she likes.
    let asked = asks(&v, ONE, let_in()).await.expect("proposed").id;
    let done = asks(&v, OTHER, Approve { proposal: asked }).await.expect("approved").id;
    let account = Account { user: UserId(1), name: name("王桂英"), role: Role::Coordinator };
    let end = AccessAsk { id: new_id(), actor: OTHER, change: ChangeAccess::EndAccount { account } };
    v.store.change_access(v.workshop, noon(), end).await.expect("there are three");
    let link = v.store.invitations().invite_let_in(v.workshop, done, UserId(2), noon()).await.expect("a look");
    assert!(link.is_none());
    assert_eq!(v.store.invitations().let_in(v.workshop, noon()).await.expect("a look"), []);
    let elsewhere = Village::settle(&db.store).await;
    assert!(elsewhere.store.invitations().let_in(elsewhere.workshop, noon()).await.expect("a look").is_empty());
    assert!(
        elsewhere
            .store
            .invitations()
            .invite_let_in(elsewhere.workshop, done, UserId(2), noon())
            .await
            .expect("a look")
            .is_none()
    );
}
