//! A worker's record book.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, note};
use ledger::journal::Purpose;
use ledger::model;
use ledger::model::{Correct, Count, TakeBack};
use ledger::store::reads::book::{BookKey, BookRow, Undone};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    the_book_tells_everything_newest_first,
    without_pay_no_money_is_read,
    a_correction_stands_beside_what_it_mends,
    the_book_turns_pages_by_day_and_loses_nothing,
    a_month_is_summed_whole_wherever_the_page_ends,
);

async fn the_book_tells_everything_newest_first(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(Count { reason: note("花瓣裂"), ..v.count_of(v.anna, issue, 40, 5, 5) }).await;
    v.done(TakeBack { parts: vec![(issue, Pieces(10))], note: note("") }).await;
    v.done(model::Deduct { worker: v.anna, fen: Fen(300), reason: note("丢了剪刀") }).await;
    v.issue(1, v.berta, 5).await;

    let book =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).book_page(None, 20, true).await.expect("her book");
    let rows: Vec<_> = book.entries.iter().map(|entry| (entry.note.as_str(), entry.rows.as_slice())).collect();
    let [
        ("丢了剪刀", [BookRow::Money { purpose: Purpose::Deduction, fen: Fen(300) }]),
        ("", [BookRow::Returned { pieces: Pieces(10), .. }]),
        (
            "花瓣裂",
            [BookRow::Counted { rate: Fen(110), accepted: Pieces(40), rework: Pieces(5), scrapped: Pieces(5), task }],
        ),
        ("", [BookRow::Issued { pieces: Pieces(60), rate: Fen(110), repairs: false, .. }]),
    ] = rows.as_slice()
    else {
        panic!("{rows:#?}")
    };
    assert_eq!((task.flower.as_str(), task.step.as_str()), ("牡丹", "花瓣"));
    assert_eq!(book.older, None);
}

async fn without_pay_no_money_is_read(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 40, 0, 0)).await;
    v.done(model::Advance { worker: v.anna, fen: Fen(300), note: note("") }).await;
    let book =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).book_page(None, 20, false).await.expect("her book");
    assert_eq!(book.entries.len(), 2);
    assert!(book.months.iter().all(|month| month.pay.is_none()));
    assert_eq!(book.months[0].accepted, Pieces(40));
}

async fn a_correction_stands_beside_what_it_mends(db: Database) {
    let v = Village::settle(&db.store).await;
    v.on("2026-11-28", v.issue_of(1, v.anna, 60)).await;
    let issue =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page").held[0].issue;
    let wrong = v.on("2026-11-30", v.count_of(v.anna, issue, 50, 0, 0)).await;
    v.on("2026-12-01", Correct { event: wrong.id, reason: note("数错了") }).await;
    let book =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).book_page(None, 20, true).await.expect("her book");
    let [correction, corrected, _] = book.entries.as_slice() else { panic!("{book:#?}") };
    assert_eq!(correction.mends, Some(day("2026-11-30")));
    assert!(matches!(correction.rows.as_slice(), [BookRow::Counted { accepted: Pieces(50), .. }]), "{correction:?}");
    assert_eq!(corrected.undone, Some(Undone { day: day("2026-12-01"), reason: "数错了".to_owned() }));
    let sums: Vec<_> =
        book.months.iter().map(|month| (month.first, month.accepted, month.pay.map(|pay| pay.earned))).collect();
    assert_eq!(
        sums,
        [(day("2026-12-01"), Pieces(-50), Some(Fen(-5500))), (day("2026-11-01"), Pieces(50), Some(Fen(5500)))]
    );
}

async fn the_book_turns_pages_by_day_and_loses_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    // Written down out of order: the book is by day.
    for on in ["2026-11-04", "2026-11-02", "2026-11-04", "2026-11-03", "2026-11-02"] {
        v.on(on, v.issue_of(1, v.anna, 1)).await;
        v.on(on, model::Advance { worker: v.anna, fen: Fen(1), note: note("") }).await;
    }
    let all =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).book_page(None, 50, true).await.expect("all of it");
    let whole: Vec<_> = all.entries.iter().map(|entry| BookKey { day: entry.day, seq: entry.seq }).collect();
    assert_eq!(whole.len(), 10);
    assert!(whole.is_sorted_by(|newer, older| newer > older), "{whole:?}");
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = snapshot_of(&db.store, v.workshop)
            .await
            .of_worker(v.anna)
            .book_page(before, 3, true)
            .await
            .expect("a page");
        seen.extend(page.entries.iter().map(|entry| BookKey { day: entry.day, seq: entry.seq }));
        before = page.older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(seen, whole);
    let key = whole[4];
    assert_eq!(key.to_string().parse(), Ok(key));
}

async fn a_month_is_summed_whole_wherever_the_page_ends(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    for accepted in [10, 20, 30] {
        v.done(v.count_of(v.anna, issue, accepted, 0, 0)).await;
    }
    let page =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).book_page(None, 1, true).await.expect("a page");
    assert_eq!(page.entries.len(), 1);
    let [month] = page.months.as_slice() else { panic!("{page:#?}") };
    assert_eq!((month.accepted, month.pay.map(|pay| pay.earned)), (Pieces(60), Some(Fen(6600))));
}
