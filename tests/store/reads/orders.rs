//! The list of orders, and the page of one.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, code, day, name, noon, note};
use ledger::journal::Flow;
use ledger::model::{Answer, Correct, Deliver, Entity, LineAnswer, NewLine, OpenOrder, Replace};
use ledger::values::ids::{OrderId, WorkshopId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::Variant;

on_both_engines!(
    an_order_shows_where_every_piece_is,
    its_steps_add_up_to_what_entered,
    who_has_what_at_which_rate,
    what_was_lost_can_be_replaced_once,
    the_burn_up_forgets_what_a_correction_took_back,
    the_past_tells_the_latest_first_and_what_was_corrected,
    another_workshop_sees_no_order,
    open_orders_come_by_due_day,
    an_order_that_is_all_confirmed_is_done,
    an_order_short_for_good_stays_in_sight,
    done_orders_page_by_key,
);

fn today() -> ledger::values::day::Day {
    day("2026-11-02")
}

async fn made(v: &Village<'_>, pieces: i64) {
    let first = v.issue(1, v.anna, pieces).await;
    v.done(v.count_of(v.anna, first, pieces, 0, 0)).await;
    let second = v.issue(2, v.berta, pieces).await;
    v.done(v.count_of(v.berta, second, pieces, 0, 0)).await;
}

/// Sends what is in stock, and the firm answers.
async fn answered(v: &Village<'_>, [confirmed, refused, short]: [i64; 3]) {
    let sent = Pieces(confirmed + refused + short);
    let event = v.done(Deliver { order: v.order, lines: vec![(v.line, sent)], note: note("") }).await;
    let delivery = event.entities.iter().find_map(|entity| match entity {
        Entity::Delivery(delivery) => Some(delivery.id),
        _ => None,
    });
    let said = LineAnswer {
        line: v.line,
        confirmed: Pieces(confirmed),
        refused: Pieces(refused),
        short: Pieces(short),
        reason: note("散了"),
    };
    v.done(Answer { delivery: delivery.expect("a delivery"), lines: vec![said] }).await;
}

/// Another order of the same style.
async fn order(v: &Village<'_>, number: &str, due: &str, pieces: i64) -> OrderId {
    let line = NewLine {
        style: v.style,
        variant: Variant::default(),
        pieces: Pieces(pieces),
        price: Fen(680),
        pack: Pieces(10),
        note: note(""),
    };
    let ask = OpenOrder {
        firm: v.firm,
        code: code(number),
        placed: day("2026-09-01"),
        due: day(due),
        lines: vec![line],
        note: note(""),
    };
    let event = v.done(ask).await;
    let id =
        event.entities.iter().find_map(|entity| if let Entity::Order(order) = entity { Some(order.id) } else { None });
    id.expect("an order")
}

async fn an_order_shows_where_every_piece_is(db: Database) {
    let v = Village::settle(&db.store).await;
    made(&v, 40).await;
    let first = v.issue(1, v.anna, 30).await;
    v.done(v.count_of(v.anna, first, 10, 4, 1)).await;
    answered(&v, [20, 3, 2]).await;
    let page = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, today())
        .await
        .expect("a page")
        .expect("an order");
    assert_eq!((page.code.as_str(), page.firm_name.as_str(), page.ordered()), ("T-1", "测试贸易", Pieces(100)));
    let at = page.at();
    assert_eq!((at.pool, at.made, at.hand, at.redo), (Pieces(30), Pieces(10), Pieces(15), Pieces(4)));
    assert_eq!((at.stock, at.scrap, at.confirmed), (Pieces(15), Pieces(1), Pieces(20)));
    assert_eq!((at.refused, at.missing, at.delivered), (Pieces(3), Pieces(2), Pieces::ZERO));
    assert_eq!(at.left(page.ordered()), Pieces(65), "what came back must be repaired or made again");
}

async fn its_steps_add_up_to_what_entered(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, first, 30, 6, 4)).await;
    let second = v.issue(2, v.berta, 25).await;
    v.done(v.count_of(v.berta, second, 20, 1, 2)).await;
    let page = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, today())
        .await
        .expect("a page")
        .expect("an order");
    let [line] = page.lines.as_slice() else { panic!("one line") };
    let told: Vec<_> = line
        .steps
        .iter()
        .map(|step| [step.pool, step.hand, step.redo, step.scrapped, step.passed].map(|pieces| pieces.0))
        .collect();
    assert_eq!(told, [[40, 20, 6, 4, 30], [5, 2, 1, 2, 20]]);
    assert_eq!(line.steps[0].rate, Some(Fen(110)));
}

async fn who_has_what_at_which_rate(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.berta, 30).await;
    v.done(v.count_of(v.berta, first, 5, 3, 0)).await;
    v.issue(1, v.anna, 10).await;
    let done = v.issue(1, v.anna, 10).await;
    v.done(v.count_of(v.anna, done, 10, 0, 0)).await;
    let page = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, today())
        .await
        .expect("a page")
        .expect("an order");
    let told: Vec<_> = page
        .at_home
        .iter()
        .map(|home| (home.who.number.as_str(), home.issued.0, home.hand.0, home.redo.0, home.rate, home.since))
        .collect();
    assert_eq!(told, [("W01", 10, 10, 0, Fen(110), today()), ("W02", 30, 22, 3, Fen(110), today())]);
    let able: Vec<_> = page.workers.iter().map(|(who, skills)| (who.name.as_str(), skills.len())).collect();
    assert_eq!(able, [("安娜", 2), ("贝塔", 2)]);
}

async fn what_was_lost_can_be_replaced_once(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 20).await;
    v.done(v.count_of(v.anna, first, 10, 0, 4)).await;
    let replaceable = async || {
        let page = snapshot_of(&db.store, v.workshop)
            .await
            .orders()
            .order_page(v.order, today())
            .await
            .expect("a page")
            .expect("an order");
        page.lines[0].replaceable()
    };
    assert_eq!(replaceable().await, Pieces(4));
    v.done(Replace { line: v.line, pieces: Pieces(3) }).await;
    assert_eq!(replaceable().await, Pieces(1));
    assert!(v.ask(Replace { line: v.line, pieces: Pieces(2) }).await.is_err(), "the rule says the same");
}

async fn the_burn_up_forgets_what_a_correction_took_back(db: Database) {
    let v = Village::settle(&db.store).await;
    made(&v, 40).await;
    let first = v.issue(1, v.anna, 10).await;
    v.done(v.count_of(v.anna, first, 10, 0, 0)).await;
    let second = v.issue(2, v.berta, 10).await;
    let counted = v.done(v.count_of(v.berta, second, 10, 0, 0)).await;
    v.done(Correct { event: counted.id, reason: note("数错了") }).await;
    let page = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, today())
        .await
        .expect("a page")
        .expect("an order");
    assert_eq!(page.finished, [(today(), 40)]);
}

async fn the_past_tells_the_latest_first_and_what_was_corrected(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 20).await;
    let counted = v.done(v.count_of(v.anna, first, 10, 2, 0)).await;
    v.done(Correct { event: counted.id, reason: note("数错了") }).await;
    let page = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, today())
        .await
        .expect("a page")
        .expect("an order");
    let told: Vec<_> = page.past.iter().map(|event| (event.kind.as_str(), event.corrects, event.corrected)).collect();
    assert_eq!(
        told,
        [("correct", true, false), ("count", false, true), ("issue", false, false), ("open_order", false, false)]
    );
    let count = &page.past[1];
    assert_eq!(count.id, counted.id);
    let parts: Vec<_> = count.parts.iter().map(|part| (part.flow, part.line, part.pieces.0)).collect();
    assert_eq!(parts, [(Flow::Accepted, 1, 10), (Flow::SentBack, 1, 2)]);
    assert_eq!(count.parts[0].worker.as_ref().map(|(id, name)| (*id, name.as_str())), Some((v.anna, "安娜")));
    assert_eq!(page.past[0].note, "数错了");
}

async fn another_workshop_sees_no_order(db: Database) {
    let v = Village::settle(&db.store).await;
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert_eq!(
        snapshot_of(&db.store, other).await.orders().order_page(v.order, today()).await.expect("no fault"),
        None
    );
    assert_eq!(snapshot_of(&db.store, other).await.orders().open_orders(today()).await.expect("no fault"), []);
    assert_eq!(
        snapshot_of(&db.store, other).await.orders().done_orders(today(), None).await.expect("no fault").rows,
        []
    );
    assert_eq!(
        snapshot_of(&db.store, WorkshopId(99)).await.orders().order_page(v.order, today()).await.expect("no fault"),
        None
    );
}

async fn open_orders_come_by_due_day(db: Database) {
    let v = Village::settle(&db.store).await;
    let late = order(&v, "T-3", "2026-11-01", 50).await;
    let next = order(&v, "T-2", "2026-11-10", 50).await;
    made(&v, 30).await;
    let rows = snapshot_of(&db.store, v.workshop).await.orders().open_orders(today()).await.expect("orders");
    let told: Vec<_> = rows.iter().map(|row| (row.id, row.left().0)).collect();
    assert_eq!(told, [(late, 50), (next, 50), (v.order, 70)]);
    let row = rows.last().expect("a row");
    assert_eq!(
        (row.styles.as_slice(), row.at.stock, row.at.pool),
        (["牡丹".to_owned()].as_slice(), Pieces(30), Pieces(70))
    );
    assert_eq!(row.firm, "测试贸易");
}

async fn an_order_that_is_all_confirmed_is_done(db: Database) {
    let v = Village::settle(&db.store).await;
    made(&v, 100).await;
    answered(&v, [100, 0, 0]).await;
    assert_eq!(snapshot_of(&db.store, v.workshop).await.orders().open_orders(today()).await.expect("orders"), []);
    let done = snapshot_of(&db.store, v.workshop).await.orders().done_orders(today(), None).await.expect("orders");
    assert_eq!(done.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [v.order]);
    assert_eq!((done.rows[0].at.confirmed, done.older), (Pieces(100), None));
}

async fn an_order_short_for_good_stays_in_sight(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 100).await;
    v.done(v.count_of(v.anna, first, 0, 0, 100)).await;
    let open =
        async |on| snapshot_of(&db.store, v.workshop).await.orders().open_orders(day(on)).await.expect("orders").len();
    assert_eq!(open("2026-11-02").await, 1, "nothing is on its way, and nobody must forget it");
    assert_eq!(open("2026-12-20").await, 1);
    assert_eq!(open("2026-12-21").await, 0, "a month after its day it is history");
}

async fn done_orders_page_by_key(db: Database) {
    let v = Village::settle(&db.store).await;
    let mut ids = Vec::new();
    for number in 0..21 {
        let order = order(&v, &format!("D-{number}"), "2026-09-20", 1).await;
        let page = snapshot_of(&db.store, v.workshop)
            .await
            .orders()
            .order_page(order, today())
            .await
            .expect("a page")
            .expect("an order");
        let old = Village { line: page.lines[0].id, ..v };
        let issue = old.issue(1, v.anna, 1).await;
        old.done(v.count_of(v.anna, issue, 0, 0, 1)).await;
        ids.push(order);
    }
    ids.reverse();
    let first = snapshot_of(&db.store, v.workshop).await.orders().done_orders(today(), None).await.expect("orders");
    assert_eq!(first.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[..20]);
    assert_eq!(first.older, Some(ids[19]));
    let second =
        snapshot_of(&db.store, v.workshop).await.orders().done_orders(today(), first.older).await.expect("orders");
    assert_eq!(second.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[20..]);
    assert_eq!(second.older, None);
}
