//! What the coordinator's books say, whatever the engine: record books, pay.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, new_id, noon, note};
use ledger::Refusal;
use ledger::journal::Flow;
use ledger::model::{Actor, Advance, Bonus, Correct, Deduct, Pay};
use ledger::store::{Ask, Refused};
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    the_list_of_workers_tells_who_has_what_and_is_owed_what,
    a_record_book_runs_from_the_newest_row_to_the_first,
    a_long_record_book_is_read_page_by_page,
    a_correction_stands_beside_what_it_corrects,
    the_pay_page_names_who_is_owed,
    several_payments_are_made_together_or_not_at_all,
    a_rehearsal_changes_nothing,
    another_workshops_books_stay_shut,
);

async fn the_list_of_workers_tells_who_has_what_and_is_owed_what(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 20, 5, 1)).await;
    v.done(Advance { worker: v.berta, fen: Fen(700), note: note("") }).await;
    let rows = snapshot_of(&db.store, v.workshop).await.workers_listed(day("2026-11-20")).await.expect("a list");
    let told: Vec<_> = rows.iter().map(|row| (row.number.as_str(), row.in_hand.0, row.owed.0, row.earned.0)).collect();
    assert_eq!(told, [("W01", 39, 2200, 2200), ("W02", 0, -700, 0)]);
    let later = snapshot_of(&db.store, v.workshop).await.workers_listed(day("2026-12-01")).await.expect("a list");
    assert_eq!((later[0].owed, later[0].earned), (Fen(2200), Fen::ZERO));
}

async fn a_record_book_runs_from_the_newest_row_to_the_first(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 20, 5, 1)).await;
    v.done(Bonus { worker: v.anna, fen: Fen(500), note: note("") }).await;
    v.done(Deduct { worker: v.anna, fen: Fen(200), reason: note("剪刀丢了") }).await;
    v.done(Pay { worker: v.anna, fen: Fen(1000), note: note("现金"), seen: None, ahead: false }).await;
    v.issue(1, v.berta, 10).await;
    let view = snapshot_of(&db.store, v.workshop)
        .await
        .of_worker(v.anna)
        .worker_page(day("2026-11-20"), None)
        .await
        .expect("read")
        .expect("anna");
    let rows: Vec<_> = view.book.iter().map(|row| (row.entry.event.asked.kind(), row.effect.0, row.owed.0)).collect();
    let due =
        [("pay", -1000, 1500), ("deduct", -200, 2500), ("bonus", 500, 2700), ("count", 2200, 2200), ("issue", 0, 0)];
    assert_eq!(rows, due);
    let flows: Vec<_> = view.book[3].parts.iter().map(|part| (part.flow, part.pieces.0)).collect();
    assert_eq!(flows, [(Flow::Accepted, 20), (Flow::SentBack, 5), (Flow::Scrapped, 1)]);
    assert_eq!((view.owed, view.earned), (Fen(1500), Fen(2200)));
    let held: Vec<_> = view.held.iter().map(|held| (held.issue, held.hand, held.redo)).collect();
    assert_eq!(held, [(issue, Pieces(34), Pieces(5))]);
    let (style, step) = view.names.made_by(issue).expect("named");
    assert_eq!((style.as_str(), step), ("牡丹", "花瓣"));
}

async fn a_long_record_book_is_read_page_by_page(db: Database) {
    let v = Village::settle(&db.store).await;
    for fen in 1..=90 {
        v.done(Bonus { worker: v.anna, fen: Fen(fen), note: note("") }).await;
    }
    // Entered last, of an earlier day: it stands where it belongs.
    v.on("2026-10-20", Bonus { worker: v.anna, fen: Fen(7), note: note("") }).await;
    let (mut before, mut seen) = (None, Vec::new());
    loop {
        let page = snapshot_of(&db.store, v.workshop)
            .await
            .of_worker(v.anna)
            .worker_page(day("2026-11-02"), before)
            .await
            .expect("read")
            .expect("anna");
        seen.extend(page.book.iter().map(|row| (row.effect.0, row.owed.0)));
        before = page.older;
        if before.is_none() {
            break;
        }
    }
    let due: Vec<_> = (1..=90_i64).rev().map(|n| (n, 7 + n * (n + 1) / 2)).chain([(7, 7)]).collect();
    assert_eq!(seen, due);
}

async fn a_correction_stands_beside_what_it_corrects(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let counted = v.done(v.count_of(v.anna, issue, 20, 0, 0)).await;
    let correction = v.done(Correct { event: counted.id, reason: note("数错了") }).await;
    let view = snapshot_of(&db.store, v.workshop)
        .await
        .of_worker(v.anna)
        .worker_page(day("2026-11-20"), None)
        .await
        .expect("read")
        .expect("anna");
    let [undoing, corrected, _] = view.book.as_slice() else { panic!("three rows: {:?}", view.book) };
    let undone = corrected.entry.undone.as_ref().expect("it says that it was undone");
    assert_eq!((undone.by, undone.seq, undone.reason.as_str()), (correction.id, correction.seq, "数错了"));
    assert_eq!(undoing.entry.undoes.as_ref().map(|event| event.id), Some(counted.id));
    assert_eq!((undoing.effect, undoing.owed, view.earned), (Fen(-2200), Fen::ZERO, Fen::ZERO));
    let (told, _) =
        snapshot_of(&db.store, v.workshop).await.journal_entry(counted.id).await.expect("read").expect("the count");
    assert_eq!(&told, &corrected.entry);
}

async fn the_pay_page_names_who_is_owed(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 20, 0, 0)).await;
    v.done(Pay { worker: v.anna, fen: Fen(1500), note: note("现金"), seen: None, ahead: false }).await;
    let view = snapshot_of(&db.store, v.workshop).await.pay_page(day("2026-11-20")).await.expect("a page");
    let rows: Vec<_> = view.rows.iter().map(|row| (row.id, row.owed.0, row.earned.0, row.paid.0, row.last)).collect();
    assert_eq!(rows, [(v.anna, 700, 2200, 1500, Some(day("2026-11-02")))]);
    assert_eq!(view.recent.iter().map(|entry| entry.event.asked.kind()).collect::<Vec<_>>(), ["pay"]);
    assert_eq!(view.names.workers[&v.anna].name, "安娜");
}

async fn several_payments_are_made_together_or_not_at_all(db: Database) {
    let v = Village::settle(&db.store).await;
    for worker in [v.anna, v.berta] {
        v.done(Bonus { worker, fen: Fen(500), note: note("") }).await;
    }
    let ids = [new_id(), new_id()];
    let pay = |fens: [i64; 2]| {
        let asks = [v.anna, v.berta].into_iter().zip(ids).zip(fens).map(|((worker, id), fen)| Ask {
            id,
            actor: Actor::Operator,
            day: None,
            command: Pay { worker, fen: Fen(fen), note: note(""), seen: None, ahead: false }.into(),
        });
        db.store.perform_all(v.workshop, noon(), asks.collect())
    };
    let before = db.store.audit(v.workshop).await.expect("an audit");
    let (place, refused) = pay([500, 501]).await.expect_err("more than is owed");
    assert!(matches!(refused, Refused::Rule(Refusal::MoreThanOwed { owed: Fen(500) })), "{refused:?}");
    assert_eq!(place, 1);
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit"), before);

    let once = pay([500, 400]).await.expect("paid");
    let twice = pay([500, 400]).await.expect("the same answer");
    assert_eq!(
        once.iter().map(|receipt| &receipt.event).collect::<Vec<_>>(),
        twice.iter().map(|receipt| &receipt.event).collect::<Vec<_>>()
    );
    assert!(once.iter().all(|receipt| !receipt.repeated) && twice.iter().all(|receipt| receipt.repeated));
    let after = db.store.audit(v.workshop).await.expect("an audit");
    assert_eq!((after.events, after.findings), (before.events + 2, vec![]));
}

async fn a_rehearsal_changes_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let counted = v.done(v.count_of(v.anna, issue, 20, 0, 0)).await;
    let before = db.store.audit(v.workshop).await.expect("an audit");
    let undo = |event| Ask {
        id: new_id(),
        actor: Actor::Operator,
        day: None,
        command: Correct { event, reason: note("试") }.into(),
    };
    let event =
        snapshot_of(&db.store, v.workshop).await.rehearse(noon(), undo(counted.id)).await.expect("it could be undone");
    assert_eq!((event.moves.len(), event.transfers.len()), (1, 1));
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit"), before);
    v.issue(2, v.berta, 20).await;
    let refused = snapshot_of(&db.store, v.workshop).await.rehearse(noon(), undo(counted.id)).await;
    assert!(matches!(refused, Err(Refused::Rule(Refusal::PassedOn { .. }))), "{refused:?}");
}

async fn another_workshops_books_stay_shut(db: Database) {
    let v = Village::settle(&db.store).await;
    let paid = v.done(Bonus { worker: v.anna, fen: Fen(500), note: note("") }).await;
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    let today = day("2026-11-02");
    assert_eq!(snapshot_of(&db.store, other).await.workers_listed(today).await.expect("read"), []);
    assert!(
        snapshot_of(&db.store, other).await.of_worker(v.anna).worker_page(today, None).await.expect("read").is_none()
    );
    assert!(snapshot_of(&db.store, other).await.of_worker(v.anna).worker().await.expect("read").is_none());
    assert!(snapshot_of(&db.store, v.workshop).await.of_worker(WorkerId(999)).worker().await.expect("read").is_none());
    assert!(snapshot_of(&db.store, other).await.journal_entry(paid.id).await.expect("read").is_none());
    assert!(snapshot_of(&db.store, other).await.pay_page(today).await.expect("read").rows.is_empty());
}
