//! A worker's first page, the counts of her work, and her pay.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, new_id, noon, note};
use ledger::journal::Event;
use ledger::model::{Actor, AnswerDispute, Correct, Count, Declare, ReviewEntry, Verdict};
use ledger::store::reads::verdict::CountReview;
use ledger::values::ids::{EventId, WorkerId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::{Command, model};

on_both_engines!(
    what_is_at_home_is_told_with_what_was_declared,
    nobody_sees_another_workers_work,
    a_count_is_told_with_what_she_said_of_it,
    a_count_that_answers_several_hand_ins_names_their_sum,
    a_count_that_was_corrected_says_so,
    only_her_own_counts_are_there,
    the_pay_page_adds_up,
    payments_turn_pages_by_key,
);

async fn she_says(v: &Village<'_>, worker: WorkerId, command: impl Into<Command>) -> Event {
    v.ask_as(new_id(), Actor::Worker { worker }, command).await.expect("it is recorded").event
}

async fn what_is_at_home_is_told_with_what_was_declared(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 10, 6, 0)).await;
    she_says(&v, v.anna, Declare { issue, pieces: Pieces(20) }).await;

    let home = snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page");
    let [held] = home.held.as_slice() else { panic!("one issue: {home:?}") };
    assert_eq!((held.issue, held.hand, held.redo), (issue, Pieces(44), Pieces(6)));
    assert_eq!((held.declared, held.undeclared()), (Pieces(20), Pieces(30)));
    assert_eq!((held.due, held.rate), (day("2026-11-20"), Fen(110)));
    assert_eq!((held.task.flower.as_str(), held.task.step.as_str()), ("牡丹", "花瓣"));
    let [waiting] = home.waiting.as_slice() else { panic!("one hand-in: {home:?}") };
    assert_eq!((waiting.issue, waiting.pieces, waiting.day), (issue, Pieces(20), day("2026-11-02")));

    let count = Count { declared: Some(waiting.id), ..v.count_of(v.anna, issue, 44, 0, 0) };
    v.done(count).await;
    v.done(Count {
        parts: vec![ledger::model::CountPart {
            made: ledger::model::Made::Again,
            accepted: Pieces(6),
            ..v.count_of(v.anna, issue, 0, 0, 0).parts[0]
        }],
        ..v.count_of(v.anna, issue, 0, 0, 0)
    })
    .await;
    let home = snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page");
    assert_eq!((home.held, home.waiting), (vec![], vec![]));
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).held_issue(issue).await.expect("a read"),
        None
    );
}

async fn nobody_sees_another_workers_work(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_worker(v.berta).home_page().await.expect("her page").held,
        []
    );
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_worker(v.berta).held_issue(issue).await.expect("a read"),
        None
    );
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert_eq!(snapshot_of(&db.store, other).await.of_worker(v.anna).held_issue(issue).await.expect("a read"), None);
    assert!(
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).held_issue(issue).await.expect("a read").is_some()
    );
}

async fn a_count_is_told_with_what_she_said_of_it(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let declared = she_says(&v, v.anna, Declare { issue, pieces: Pieces(40) }).await;
    let count = Count { declared: Some(declared.id), reason: note("边毛了"), ..v.count_of(v.anna, issue, 30, 6, 2) };
    let counted = v.done(count).await.id;

    let read = || async {
        snapshot_of(&db.store, v.workshop)
            .await
            .of_worker(v.anna)
            .count_of(counted)
            .await
            .expect("a read")
            .expect("her count")
    };
    let count = read().await;
    let [part] = count.parts.as_slice() else { panic!("one part: {count:?}") };
    assert_eq!((part.accepted, part.rework, part.scrapped), (Pieces(30), Pieces(6), Pieces(2)));
    assert_eq!((count.reason.as_str(), &count.review, count.open()), ("边毛了", &None, true));
    let declared =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).declared_for(counted).await.expect("a read");
    assert_eq!(declared, Some(Pieces(40)));

    let verdict = Verdict::Wrong { accepted: Pieces(32), words: note("少数了") };
    she_says(&v, v.anna, ReviewEntry { event: counted, verdict, new_card: false, spoken: None }).await;
    let wrong = |answer| CountReview::Wrong { accepted: Pieces(32), words: "少数了".to_owned(), answer };
    assert_eq!(read().await.review, Some(wrong(None)));
    v.done(AnswerDispute { event: counted, worker: None, answer: note("重数过，是三十") }).await;
    let count = read().await;
    assert_eq!(count.review, Some(wrong(Some("重数过，是三十".to_owned()))));
    assert!(count.open(), "she may say more");
    let again = Verdict::Wrong { accepted: Pieces(31), words: note("还是少") };
    she_says(&v, v.anna, ReviewEntry { event: counted, verdict: again, new_card: false, spoken: None }).await;
    let reviews = snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).reviews_of(counted).await.expect("a read");
    let told: Vec<_> = reviews.iter().map(|one| (one.turn, one.answer.is_some(), one.is_open())).collect();
    assert_eq!(told, [(1, true, false), (2, false, true)], "all of it stays");
    assert!(matches!(read().await.review, Some(CountReview::Wrong { accepted: Pieces(31), answer: None, .. })));
    let count = read().await;
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).latest_counts(3).await.expect("her counts"),
        [count]
    );
}

async fn a_count_that_answers_several_hand_ins_names_their_sum(db: Database) {
    let v = Village::settle(&db.store).await;
    let (first, second) = (v.issue(1, v.anna, 30).await, v.issue(1, v.anna, 20).await);
    for (issue, pieces) in [(first, 5), (first, 7), (second, 3)] {
        she_says(&v, v.anna, Declare { issue, pieces: Pieces(pieces) }).await;
    }
    let mut count = v.count_of(v.anna, first, 11, 1, 0);
    count.parts.extend(v.count_of(v.anna, second, 3, 0, 0).parts);
    let counted = v.done(count).await.id;
    let declared =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).declared_for(counted).await.expect("a read");
    assert_eq!(declared, Some(Pieces(15)));
    let other = v.done(v.count_of(v.anna, first, 1, 0, 0)).await.id;
    let none = snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).declared_for(other).await.expect("a read");
    assert_eq!(none, None, "nothing was declared for it");
}

async fn a_count_that_was_corrected_says_so(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let wrong = v.done(v.count_of(v.anna, issue, 50, 0, 0)).await.id;
    v.done(Correct { event: wrong, reason: note("数错了") }).await;
    let right = v.done(v.count_of(v.anna, issue, 48, 2, 0)).await.id;
    let counts = snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).latest_counts(5).await.expect("her counts");
    let told: Vec<_> = counts.iter().map(|count| (count.event, count.undone, count.accepted())).collect();
    assert_eq!(told, [(right, None, Pieces(48)), (wrong, Some(day("2026-11-02")), Pieces(50))]);
}

async fn only_her_own_counts_are_there(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let counted = v.done(v.count_of(v.anna, issue, 50, 0, 0)).await.id;
    let paid = v.done(model::Pay { worker: v.anna, fen: Fen(100), note: note(""), seen: None, ahead: false }).await.id;
    let found = |worker, event: EventId| {
        let store = &db.store;
        async move {
            snapshot_of(store, v.workshop).await.of_worker(worker).count_of(event).await.expect("a read").is_some()
        }
    };
    assert!(found(v.anna, counted).await);
    assert!(!found(v.berta, counted).await);
    assert!(!found(v.anna, paid).await);
    assert!(!found(v.anna, new_id()).await);
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_worker(v.berta).declared_for(counted).await.expect("a read"),
        None
    );
}

async fn the_pay_page_adds_up(db: Database) {
    let v = Village::settle(&db.store).await;
    v.on("2026-11-02", v.issue_of(1, v.anna, 100)).await;
    let issue =
        snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page").held[0].issue;
    v.on("2026-11-20", v.count_of(v.anna, issue, 40, 0, 0)).await;
    v.on("2026-11-25", model::Advance { worker: v.anna, fen: Fen(1000), note: note("看病") }).await;
    v.on("2026-12-02", v.count_of(v.anna, issue, 50, 0, 0)).await;
    v.on("2026-12-03", model::Bonus { worker: v.anna, fen: Fen(500), note: note("全勤") }).await;
    v.on("2026-12-04", model::Deduct { worker: v.anna, fen: Fen(200), reason: note("丢了模具") }).await;
    let mistake = v
        .on("2026-12-05", model::Pay { worker: v.anna, fen: Fen(3000), note: note("微信"), seen: None, ahead: false })
        .await;
    v.on("2026-12-05", Correct { event: mistake.id, reason: note("还没给") }).await;
    v.on("2026-12-06", model::Pay { worker: v.anna, fen: Fen(4000), note: note("现金"), seen: None, ahead: false })
        .await;

    let wages = snapshot_of(&db.store, v.workshop)
        .await
        .of_worker(v.anna)
        .wages_page(day("2026-12-07"), None, 10)
        .await
        .expect("her pay");
    assert_eq!(wages.carried(), Fen(40 * 110 - 1000));
    assert_eq!((wages.month.earned, wages.month.bonus, wages.month.deducted), (Fen(5500), Fen(500), Fen(200)));
    assert_eq!((wages.month.advanced, wages.month.paid), (Fen(0), Fen(4000)));
    assert_eq!((wages.year.earned, wages.year.advanced), (Fen(9900), Fen(1000)));
    assert_eq!(wages.owed, Fen(3400 + 5500 + 500 - 200 - 4000));
    let payments: Vec<_> =
        wages.payments.iter().map(|p| (p.ahead, p.fen, p.note.as_str(), p.mends, p.undone)).collect();
    assert_eq!(
        payments,
        [
            (Fen(0), Fen(4000), "现金", false, false),
            (Fen(0), Fen(3000), "还没给", true, false),
            (Fen(0), Fen(3000), "微信", false, true),
            (Fen(1000), Fen(1000), "看病", false, false),
        ]
    );
    let others = snapshot_of(&db.store, v.workshop)
        .await
        .of_worker(v.berta)
        .wages_page(day("2026-12-07"), None, 10)
        .await
        .expect("her pay");
    assert_eq!((others.owed, others.payments.len()), (Fen::ZERO, 0));
}

async fn payments_turn_pages_by_key(db: Database) {
    let v = Village::settle(&db.store).await;
    for fen in 1..=5 {
        v.done(model::Advance { worker: v.anna, fen: Fen(fen), note: note("") }).await;
    }
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = snapshot_of(&db.store, v.workshop)
            .await
            .of_worker(v.anna)
            .wages_page(day("2026-11-02"), before, 2)
            .await
            .expect("a page");
        assert!(page.payments.len() <= 2);
        seen.extend(page.payments.iter().map(|payment| payment.fen.0));
        before = page.older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
}
