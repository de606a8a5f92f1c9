//! The counting table.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, name, new_id, noon, note};
use ledger::model::{Actor, Correct, Declare};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    those_who_bring_work_come_first,
    anyone_is_found_by_number_or_name,
    her_issues_lie_on_the_table,
    the_last_counts_say_what_was_earned,
    a_count_is_read_as_it_was_asked,
    a_neighbour_sees_nothing,
);

async fn those_who_bring_work_come_first(db: Database) {
    let v = Village::settle(&db.store).await;
    v.issue(1, v.anna, 40).await;
    let hers = v.issue(1, v.berta, 30).await;
    v.done(v.count_of(v.berta, hers, 0, 5, 0)).await;
    let worker = Actor::Worker { worker: v.berta };
    v.ask_as(new_id(), worker, Declare { issue: hers, pieces: Pieces(12) }).await.expect("declared");
    let told: Vec<_> = snapshot_of(&db.store, v.workshop).await.counts().workers_to_count("").await.expect("workers");
    let told: Vec<_> = told.iter().map(|b| (b.who.number.as_str(), b.hand.0, b.redo.0, b.declared.0)).collect();
    assert_eq!(told, [("W02", 25, 5, 12), ("W01", 40, 0, 0)]);
}

async fn anyone_is_found_by_number_or_name(db: Database) {
    let v = Village::settle(&db.store).await;
    let found = async |sought| {
        let workers =
            snapshot_of(&db.store, v.workshop).await.counts().workers_to_count(sought).await.expect("workers");
        workers.into_iter().map(|b| b.who.number).collect::<Vec<_>>()
    };
    assert_eq!(found("").await, [] as [&str; 0], "nobody has work");
    assert_eq!(found("w0").await, ["W01", "W02"]);
    assert_eq!(found("贝").await, ["W02"]);
    assert_eq!(found("W0_").await, [] as [&str; 0], "a mark is a mark");
    assert_eq!(found("%").await, [] as [&str; 0]);
    assert_eq!(found("' OR 1=1 --").await, [] as [&str; 0]);
}

async fn her_issues_lie_on_the_table(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 40).await;
    v.done(v.count_of(v.anna, first, 20, 5, 0)).await;
    let second = v.issue(2, v.anna, 10).await;
    let worker = Actor::Worker { worker: v.anna };
    v.ask_as(new_id(), worker, Declare { issue: first, pieces: Pieces(7) }).await.expect("declared");
    let table = snapshot_of(&db.store, v.workshop)
        .await
        .of_worker(v.anna)
        .her_table()
        .await
        .expect("a read")
        .expect("a worker");
    assert_eq!(table.who.name, "安娜");
    let told: Vec<_> = table
        .issues
        .iter()
        .map(|issue| (issue.issue, issue.step_name.as_str(), issue.hand.0, issue.redo.0, issue.declared.0, issue.rate))
        .collect();
    assert_eq!(told, [(first, "花瓣", 15, 5, 7, Fen(110)), (second, "组花", 10, 0, 0, Fen(190))]);
}

async fn the_last_counts_say_what_was_earned(db: Database) {
    let v = Village::settle(&db.store).await;
    let hers = v.issue(1, v.anna, 40).await;
    let first = v.done(v.count_of(v.anna, hers, 20, 5, 1)).await;
    let theirs = v.issue(1, v.berta, 10).await;
    v.done(v.count_of(v.berta, theirs, 10, 0, 0)).await;
    v.done(Correct { event: first.id, reason: note("数错了") }).await;
    let counts = snapshot_of(&db.store, v.workshop).await.counts().last_counts(10, None).await.expect("counts");
    let told: Vec<_> = counts
        .iter()
        .map(|c| (c.who.number.as_str(), [c.accepted, c.rework, c.scrapped].map(|p| p.0), c.earned.0, c.corrected))
        .collect();
    assert_eq!(told, [("W02", [10, 0, 0], 1100, false), ("W01", [20, 5, 1], 2200, true)]);
    assert_eq!(counts.iter().map(|count| count.to_enter_again).collect::<Vec<_>>(), [false, true]);
    assert_eq!(snapshot_of(&db.store, v.workshop).await.counts().last_counts(1, None).await.expect("counts").len(), 1);
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.counts().one_count(first.id).await.expect("a read").as_ref(),
        counts.last()
    );
}

async fn a_count_is_read_as_it_was_asked(db: Database) {
    let v = Village::settle(&db.store).await;
    let hers = v.issue(1, v.anna, 40).await;
    let ask = v.count_of(v.anna, hers, 20, 5, 1);
    let event = v.done(ask.clone()).await;
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.counts().count_as_asked(event.id).await.expect("a read"),
        Some(ask)
    );
    let issued = new_id();
    v.ask_as(issued, Actor::Operator, v.issue_of(1, v.anna, 1)).await.expect("issued");
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.counts().count_as_asked(issued).await.expect("a read"),
        None,
        "that is no count"
    );
}

async fn a_neighbour_sees_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    let hers = v.issue(1, v.anna, 40).await;
    let event = v.done(v.count_of(v.anna, hers, 20, 5, 1)).await;
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert_eq!(snapshot_of(&db.store, other).await.counts().workers_to_count("").await.expect("a read"), []);
    assert_eq!(snapshot_of(&db.store, other).await.counts().workers_to_count("W01").await.expect("a read"), []);
    assert_eq!(snapshot_of(&db.store, other).await.of_worker(v.anna).her_table().await.expect("a read"), None);
    assert_eq!(snapshot_of(&db.store, other).await.counts().last_counts(10, None).await.expect("a read"), []);
    assert_eq!(snapshot_of(&db.store, other).await.counts().one_count(event.id).await.expect("a read"), None);
    assert_eq!(snapshot_of(&db.store, other).await.counts().count_as_asked(event.id).await.expect("a read"), None);
}
