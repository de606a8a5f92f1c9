//! What a coordinator's day begins with.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, new_id, noon, note};
use ledger::model::{
    Actor, Advance, Answer, AnswerDispute, Correct, Declare, Deliver, Entity, IssueShares, LineAnswer, ReviewEntry,
    Verdict,
};
use ledger::store::reads::today::{Has, Late, Says, TodayView};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    a_new_village_has_nothing,
    a_dispute_waits_until_it_is_answered,
    a_declared_hand_in_waits_until_it_is_counted,
    what_the_firm_says_moves_from_list_to_list,
    rework_is_as_old_as_the_last_that_was_sent_back,
    whoever_is_late_longest_stands_first_with_all_that_she_has,
);

async fn read(v: &Village<'_>) -> TodayView {
    snapshot_of(v.store, v.workshop).await.today(day("2026-11-02")).await.expect("a day")
}

async fn a_new_village_has_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    let new = db.store.make_workshop(&name("新村"), false, noon()).await.expect("a workshop");
    assert_eq!(snapshot_of(&db.store, new).await.today(day("2026-11-02")).await.expect("a day"), TodayView::default());
    let today = read(&v).await;
    assert_eq!(today.has, Has { styles: true, workers: true, orders: true, issues: false });
    assert_eq!((today.orders.len(), today.pools.len(), today.at_home, today.owed), (1, 1, Pieces::ZERO, Fen::ZERO));
}

async fn a_dispute_waits_until_it_is_answered(db: Database) {
    let v = Village::settle(&db.store).await;
    let hers = v.issue(1, v.anna, 40).await;
    let count = v.done(v.count_of(v.anna, hers, 38, 0, 0)).await.id;
    let verdict = Verdict::Wrong { accepted: Pieces(40), words: note("少数了两朵") };
    let worker = Actor::Worker { worker: v.anna };
    v.ask_as(new_id(), worker, ReviewEntry { event: count, verdict, new_card: false, spoken: None })
        .await
        .expect("disputed");
    let today = read(&v).await;
    let [dispute] = today.disputes.as_slice() else { panic!("one dispute: {today:?}") };
    assert_eq!((dispute.event, dispute.says), (count, Says::Pieces { was: Pieces(38), is: Pieces(40) }));
    assert_eq!(dispute.kind, "count");
    assert_eq!((dispute.who.name.as_str(), dispute.words.as_str(), dispute.corrected), ("安娜", "少数了两朵", false));
    assert_eq!(today.owed, Fen(38 * 110));
    v.done(Advance { worker: v.berta, fen: Fen(300_000), note: note("") }).await;
    assert_eq!(read(&v).await.owed, Fen(38 * 110), "what one had in advance is not taken from what another is owed");
    v.done(Correct { event: count, reason: note("重数") }).await;
    assert!(read(&v).await.disputes[0].corrected, "the answer is still missing");
    v.done(AnswerDispute { event: count, worker: None, answer: note("重数了") }).await;
    assert_eq!(read(&v).await.disputes, []);
}

async fn a_declared_hand_in_waits_until_it_is_counted(db: Database) {
    let v = Village::settle(&db.store).await;
    let hers = v.issue(1, v.anna, 40).await;
    let worker = Actor::Worker { worker: v.anna };
    for pieces in [10, 5] {
        v.ask_as(new_id(), worker, Declare { issue: hers, pieces: Pieces(pieces) }).await.expect("declared");
    }
    let today = read(&v).await;
    let told: Vec<_> = today.declared.iter().map(|d| (d.who.id, d.pieces, d.since)).collect();
    assert_eq!(told, [(v.anna, Pieces(15), day("2026-11-02"))]);
    assert_eq!(today.at_home, Pieces(40));
    let hand_ins = read(&v).await.declared.len();
    assert_eq!(hand_ins, 1);
}

async fn what_the_firm_says_moves_from_list_to_list(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 20).await;
    v.done(v.count_of(v.anna, first, 20, 0, 0)).await;
    let second = v.issue(2, v.anna, 20).await;
    v.done(v.count_of(v.anna, second, 20, 0, 0)).await;
    let event = v.done(Deliver { order: v.order, lines: vec![(v.line, Pieces(20))], note: note("") }).await;
    let delivery =
        event.entities.iter().find_map(|entity| if let Entity::Delivery(sent) = entity { Some(sent.id) } else { None });
    let delivery = delivery.expect("a delivery");
    let today = read(&v).await;
    let told: Vec<_> = today.unanswered.iter().map(|sent| (sent.delivery, sent.pieces)).collect();
    assert_eq!((told.as_slice(), today.came_back.len()), ([(delivery, Pieces(20))].as_slice(), 0));
    let said =
        LineAnswer {
            line: v.line, confirmed: Pieces(15), refused: Pieces(4), short: Pieces(1), reason: note("散了")
        };
    v.done(Answer { delivery, lines: vec![said] }).await;
    let today = read(&v).await;
    assert_eq!(today.unanswered, []);
    let told: Vec<_> = today.came_back.iter().map(|back| (back.delivery, back.refused, back.missing)).collect();
    assert_eq!(told, [(delivery, Pieces(4), Pieces(1))]);
}

async fn rework_is_as_old_as_the_last_that_was_sent_back(db: Database) {
    let v = Village::settle(&db.store).await;
    let hers = v.issue(1, v.anna, 40).await;
    v.done(v.count_of(v.anna, hers, 10, 6, 0)).await;
    let told: Vec<_> = read(&v).await.redo.iter().map(|redo| (redo.issue, redo.pieces, redo.since)).collect();
    assert_eq!(told, [(hers, Pieces(6), day("2026-11-02"))]);
}

async fn whoever_is_late_longest_stands_first_with_all_that_she_has(db: Database) {
    let v = Village::settle(&db.store).await;
    // Anna has of the order that is due on the 20th, Berta of both, of the one due first too.
    let (_, line) = v.open("T-FIRST", "2026-11-01", "2026-11-10", 100).await;
    v.issue(1, v.anna, 40).await;
    v.issue(1, v.berta, 20).await;
    v.done(IssueShares { line, ..v.issue_of(1, v.berta, 30) }).await;
    let late = async |on: &str| {
        let mut books = snapshot_of(v.store, v.workshop).await;
        let rows = books.late_work(day(on)).await.expect("rows");
        let told: Vec<_> = rows.iter().map(|row| (row.who.id, row.order_code.clone(), row.pieces)).collect();
        (told, books.today(day(on)).await.expect("a day").late)
    };
    let row = |who, code: &str, n| (who, code.to_owned(), Pieces(n));
    assert_eq!(late("2026-11-10").await, (vec![], Late::default()), "a day is not over on it");
    let first = (vec![row(v.berta, "T-FIRST", 30)], Late { workers: 1, pieces: Pieces(30) });
    assert_eq!(late("2026-11-11").await, first);
    let all = vec![row(v.berta, "T-FIRST", 30), row(v.berta, "T-1", 20), row(v.anna, "T-1", 40)];
    assert_eq!(late("2026-11-21").await, (all, Late { workers: 2, pieces: Pieces(90) }));
}
