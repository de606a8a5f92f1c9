//! What is news to whom.

use super::on_both_engines;
use crate::support::database::{Database, snapshot_of};
use crate::support::village::{Village, new_id, note};
use ledger::model::{Actor, AnswerDispute, Declare, Pay, ReviewEntry, Verdict};
use ledger::store::access::Holder;
use ledger::values::ids::{Seq, UserId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    each_is_told_of_what_concerns_her,
    nobody_is_told_of_what_she_did_herself,
    money_is_told_of_where_pay_is_shown,
    an_answer_is_told_to_whom_it_is_given,
    another_workshops_events_are_nobodys_news,
);

async fn newest(v: &Village<'_>) -> Seq {
    snapshot_of(v.store, v.workshop).await.head().await.expect("a head").seq
}

async fn is_news(v: &Village<'_>, holder: Holder, since: Seq, pay: bool) -> bool {
    let mut books = snapshot_of(v.store, v.workshop).await;
    let found = match holder {
        Holder::User(user) => books.is_news_to_user(user, since).await,
        Holder::Worker(worker) => books.of_worker(worker).is_news(since, pay).await,
        Holder::Firm(firm) => books.of_firm(firm).is_news(since).await,
    };
    found.expect("a read")
}

/// Nobody of the village: every coordinator's deed is somebody else's.
const ANOTHER: Holder = Holder::User(UserId(99));

async fn each_is_told_of_what_concerns_her(db: Database) {
    let v = Village::settle(&db.store).await;
    let [anna, berta, firm] = [Holder::Worker(v.anna), Holder::Worker(v.berta), Holder::Firm(v.firm)];
    let start = newest(&v).await;
    for holder in [anna, berta, firm, ANOTHER] {
        assert!(!is_news(&v, holder, start, true).await, "nothing happened: {holder}");
    }
    let issue = v.issue(1, v.anna, 60).await;
    assert!(is_news(&v, anna, start, false).await && !is_news(&v, berta, start, true).await);
    assert!(is_news(&v, ANOTHER, start, true).await && is_news(&v, firm, start, true).await);
    let given = newest(&v).await;
    v.done(v.count_of(v.anna, issue, 60, 0, 0)).await;
    assert!(is_news(&v, anna, given, false).await && is_news(&v, firm, given, true).await);
    let counted = newest(&v).await;
    v.hire("9", "丁").await;
    assert!(is_news(&v, ANOTHER, counted, true).await);
    for holder in [anna, berta, firm] {
        assert!(!is_news(&v, holder, counted, true).await, "a new worker is none of theirs: {holder}");
    }
    // Whatever number is named, what is newest is looked at.
    assert!(is_news(&v, anna, Seq(i64::MIN), true).await && !is_news(&v, anna, Seq(i64::MAX), true).await);
}

async fn nobody_is_told_of_what_she_did_herself(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let since = newest(&v).await;
    let declare = Declare { issue, pieces: Pieces(20) };
    v.ask_as(new_id(), Actor::Worker { worker: v.anna }, declare).await.expect("it is recorded");
    assert!(!is_news(&v, Holder::Worker(v.anna), since, true).await);
    assert!(is_news(&v, ANOTHER, since, true).await);

    let since = newest(&v).await;
    let user = UserId(7);
    v.ask_as(new_id(), Actor::Helper { user }, v.count_of(v.anna, issue, 20, 0, 0)).await.expect("it is recorded");
    assert!(!is_news(&v, Holder::User(user), since, true).await && is_news(&v, ANOTHER, since, true).await);
}

async fn money_is_told_of_where_pay_is_shown(db: Database) {
    let v = Village::settle(&db.store).await;
    let since = newest(&v).await;
    v.done(Pay { worker: v.anna, fen: Fen(1_000), ahead: true, note: note("现金"), seen: None }).await;
    let anna = Holder::Worker(v.anna);
    assert!(is_news(&v, anna, since, true).await && !is_news(&v, anna, since, false).await);
    assert!(
        !is_news(&v, Holder::Worker(v.berta), since, true).await
            && !is_news(&v, Holder::Firm(v.firm), since, true).await
    );
}

async fn an_answer_is_told_to_whom_it_is_given(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let event = v.done(v.count_of(v.anna, issue, 30, 0, 0)).await.id;
    let wrong = Verdict::Wrong { accepted: Pieces(32), words: note("数少了") };
    let review = ReviewEntry { event, verdict: wrong, new_card: false, spoken: None };
    v.ask_as(new_id(), Actor::Worker { worker: v.anna }, review).await.expect("said");
    let since = newest(&v).await;
    v.done(AnswerDispute { event, worker: None, answer: note("三十，没错") }).await;
    assert!(is_news(&v, Holder::Worker(v.anna), since, false).await);
    assert!(
        !is_news(&v, Holder::Worker(v.berta), since, true).await
            && !is_news(&v, Holder::Firm(v.firm), since, true).await
    );
}

async fn another_workshops_events_are_nobodys_news(db: Database) {
    let v = Village::settle(&db.store).await;
    let since = newest(&v).await;
    let next = Village::settle(&db.store).await;
    next.issue(1, next.anna, 60).await;
    for holder in [Holder::Worker(v.anna), Holder::Firm(v.firm), ANOTHER] {
        assert!(!is_news(&v, holder, since, true).await, "{holder}");
    }
}
