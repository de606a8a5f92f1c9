//! The trade firm's window.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, name, new_id, noon, note};
use ledger::journal::Event;
use ledger::model::{
    Actor, Agree, Answer, Came, Correct, Deliver, DeliveryState, Entity, FirmPays, LineAnswer, SaveFirm,
};
use ledger::store::reads::window::StatementKind;
use ledger::values::ids::{DeliveryId, FirmId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    a_firm_sees_how_far_its_order_is,
    a_delivery_tells_what_the_firm_said,
    a_delivery_taken_back_is_not_in_the_list,
    the_statement_is_confirmed_times_price_less_payments,
    another_firm_sees_nothing,
    lists_turn_pages_by_key,
);

async fn answered(v: &Village<'_>, delivery: DeliveryId, [confirmed, refused, short]: [i64; 3]) -> Event {
    let said = LineAnswer {
        line: v.line,
        confirmed: Pieces(confirmed),
        refused: Pieces(refused),
        short: Pieces(short),
        reason: note(if refused > 0 { "掉色" } else { "" }),
    };
    let answer = Answer { delivery, lines: vec![said] };
    v.ask_as(new_id(), Actor::Firm { firm: v.firm }, answer).await.expect("answered").event
}

async fn stranger(v: &Village<'_>) -> FirmId {
    let event = v.done(SaveFirm { firm: None, name: name("别家外贸") }).await;
    let found =
        event.entities.iter().find_map(|entity| if let Entity::Firm(firm) = entity { Some(firm.id) } else { None });
    found.expect("a firm")
}

async fn a_firm_sees_how_far_its_order_is(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.send(40, "两箱").await;
    answered(&v, first, [35, 3, 2]).await;
    v.send(10, "").await;
    let issue = v.issue(1, v.berta, 5).await;
    v.done(v.count_of(v.berta, issue, 5, 0, 0)).await;
    let issue = v.issue(2, v.berta, 5).await;
    v.done(v.count_of(v.berta, issue, 4, 1, 0)).await;

    let sheet = snapshot_of(&db.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_order(v.order)
        .await
        .expect("a read")
        .expect("its order");
    let made = sheet.order.made;
    assert_eq!((made.ordered, made.stock, made.delivered), (Pieces(100), Pieces(4), Pieces(10)));
    assert_eq!((made.confirmed, made.refused, made.missing), (Pieces(35), Pieces(3), Pieces(2)));
    assert_eq!((made.finished(), made.unfinished()), (Pieces(54), Pieces(46)));
    let [line] = sheet.lines.as_slice() else { panic!("{sheet:#?}") };
    assert_eq!((line.price, line.made, line.style.as_str()), (Fen(680), made, "牡丹"));
    assert_eq!(sheet.deliveries.iter().map(|head| head.sent).collect::<Vec<_>>(), [Pieces(10), Pieces(40)]);
    let (rows, more) =
        snapshot_of(&db.store, v.workshop).await.of_firm(v.firm).firm_orders(None, 10).await.expect("its orders");
    assert_eq!((rows.as_slice(), more), ([sheet.order].as_slice(), false));
}

async fn a_delivery_tells_what_the_firm_said(db: Database) {
    let v = Village::settle(&db.store).await;
    let delivery = v.send(40, "两箱").await;
    let read = || async {
        snapshot_of(&db.store, v.workshop)
            .await
            .of_firm(v.firm)
            .firm_delivery(delivery)
            .await
            .expect("a read")
            .expect("its own")
    };
    let sheet = read().await;
    assert_eq!((sheet.head.state, sheet.head.sent, sheet.answered_at), (DeliveryState::Sent, Pieces(40), None));
    let first = answered(&v, delivery, [35, 3, 2]).await;
    let sheet = read().await;
    assert_eq!((sheet.head.state, sheet.answered_at), (DeliveryState::Answered, Some(noon())));
    let [line] = sheet.lines.as_slice() else { panic!("{sheet:#?}") };
    assert_eq!((line.confirmed, line.refused, line.short), (Pieces(35), Pieces(3), Pieces(2)));
    assert_eq!((line.reason.as_str(), line.pack), ("掉色", Pieces(10)));
    v.done(Correct { event: first.id, reason: note("公司填错") }).await;
    assert_eq!(read().await.head.state, DeliveryState::Sent);
}

async fn a_delivery_taken_back_is_not_in_the_list(db: Database) {
    let v = Village::settle(&db.store).await;
    for step in [1, 2] {
        let issue = v.issue(step, v.anna, 10).await;
        v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    }
    let event = v.done(Deliver { order: v.order, lines: vec![(v.line, Pieces(10))], note: note("") }).await;
    let (listed, _) = snapshot_of(&db.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_deliveries(None, 10)
        .await
        .expect("its deliveries");
    v.done(Correct { event: event.id, reason: note("装错了") }).await;
    let (after, _) = snapshot_of(&db.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_deliveries(None, 10)
        .await
        .expect("its deliveries");
    assert_eq!((listed.len(), after.len()), (1, 0));
    let sheet = snapshot_of(&db.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_delivery(listed[0].id)
        .await
        .expect("a read")
        .expect("it says so");
    assert_eq!(sheet.head.state, DeliveryState::Void);
}

async fn the_statement_is_confirmed_times_price_less_payments(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.send(40, "两箱").await;
    answered(&v, first, [35, 5, 0]).await;
    let pays = |fen| FirmPays { firm: v.firm, fen: Fen(fen), note: note("转账") };
    v.done(pays(20_000)).await;
    let agreed =
        Agree { delivery: first, line: v.line, came: Came::Back, pieces: Pieces(2), note: note("安娜说可以") };
    let agreed = v.done(agreed).await;
    v.done(Correct { event: agreed.id, reason: note("没谈成") }).await;

    let statement =
        snapshot_of(&db.store, v.workshop).await.of_firm(v.firm).firm_statement(None, 10).await.expect("its statement");
    assert_eq!(statement.owed, Fen(35 * 680 - 20_000));
    let told: Vec<_> = statement.rows.iter().map(|row| (row.change().0, row.balance.0, row.mends)).collect();
    assert_eq!(told, [(-1360, 3800, true), (1360, 5160, false), (-20_000, 3800, false), (23_800, 23_800, false)]);
    let StatementKind::Fee(charges) = &statement.rows[3].kind else { panic!("{statement:#?}") };
    assert_eq!(
        charges.iter().map(|c| (c.delivery, c.pieces, c.price)).collect::<Vec<_>>(),
        [(first, Pieces(35), Fen(680))]
    );
    assert!(!format!("{statement:?}").contains("安娜"), "the workshop's own words: {statement:#?}");

    let (mut told_by_page, mut before) = (Vec::new(), None);
    loop {
        let page =
            snapshot_of(&db.store, v.workshop).await.of_firm(v.firm).firm_statement(before, 1).await.expect("a page");
        told_by_page.extend(page.rows.iter().map(|row| (row.change().0, row.balance.0, row.mends)));
        before = page.rows.last().map(|row| row.seq);
        if !page.more {
            break;
        }
    }
    assert_eq!(told_by_page, told);
}

async fn another_firm_sees_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    let delivery = v.send(10, "").await;
    answered(&v, delivery, [10, 0, 0]).await;
    let other = stranger(&v).await;
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_firm(other).firm_orders(None, 10).await.expect("a read"),
        (vec![], false)
    );
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_firm(other).firm_order(v.order).await.expect("a read"),
        None
    );
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_firm(other).firm_deliveries(None, 10).await.expect("a read"),
        (vec![], false)
    );
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.of_firm(other).firm_delivery(delivery).await.expect("a read"),
        None
    );
    let statement =
        snapshot_of(&db.store, v.workshop).await.of_firm(other).firm_statement(None, 10).await.expect("a read");
    assert_eq!((statement.owed, statement.rows.len()), (Fen::ZERO, 0));
    let next = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert_eq!(snapshot_of(&db.store, next).await.of_firm(v.firm).firm_order(v.order).await.expect("a read"), None);
    assert_eq!(snapshot_of(&db.store, next).await.of_firm(v.firm).firm_delivery(delivery).await.expect("a read"), None);
}

async fn lists_turn_pages_by_key(db: Database) {
    let v = Village::settle(&db.store).await;
    let mut sent_ids = Vec::new();
    for _ in 0..3 {
        sent_ids.push(v.send(5, "").await);
    }
    sent_ids.reverse();
    let (first, more) =
        snapshot_of(&db.store, v.workshop).await.of_firm(v.firm).firm_deliveries(None, 2).await.expect("a page");
    assert!(more);
    let (rest, more) = snapshot_of(&db.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_deliveries(Some(first[1].id), 2)
        .await
        .expect("a page");
    assert!(!more);
    assert_eq!(first.iter().chain(&rest).map(|head| head.id).collect::<Vec<_>>(), sent_ids);
}
