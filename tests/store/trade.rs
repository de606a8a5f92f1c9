//! What the coordinator's books say of deliveries, firms, styles and the journal, whatever the engine.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, code, day, name, new_id, noon, note};
use ledger::Refusal;
use ledger::journal::Event;
use ledger::model::{
    Actor, Agree, Answer, Bonus, Came, Deliver, DeliveryState, Entity, FirmPays, LineAnswer, Reissue, Restock,
    SaveStyle, SetRate, Step, WriteOff,
};
use ledger::store::reads::journal::Filter;
use ledger::store::{Ask, Refused};
use ledger::values::ids::{DeliveryId, StepNo, StyleId};
use ledger::values::minutes::Centiminutes;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(
    what_is_finished_can_be_packed,
    a_delivery_tells_all_that_came_of_it,
    a_firm_owes_what_it_confirmed_less_what_it_paid,
    a_rate_holds_from_its_day,
    the_journal_is_filtered_and_paged,
    deliveries_are_numbered_without_gaps,
    orders_are_found_by_what_they_are_called,
    another_workshops_trade_is_not_there,
    a_style_comes_with_its_first_rates_or_not_at_all,
);

impl Village<'_> {
    /// Makes so many pieces ready to be sent.
    async fn finish(&self, pieces: i64) {
        let first = self.issue(1, self.anna, pieces).await;
        self.done(self.count_of(self.anna, first, pieces, 0, 0)).await;
        let second = self.issue(2, self.berta, pieces).await;
        self.done(self.count_of(self.berta, second, pieces, 0, 0)).await;
    }

    async fn deliver(&self, pieces: i64) -> DeliveryId {
        let lines = vec![(self.line, Pieces(pieces))];
        let event = self.done(Deliver { order: self.order, lines, note: note("") }).await;
        let delivery =
            event.entities.iter().find_map(|entity| if let Entity::Delivery(it) = entity { Some(it.id) } else { None });
        delivery.expect("a delivery")
    }

    async fn answer(&self, delivery: DeliveryId, confirmed: i64, refused: i64, short: i64) {
        let said = LineAnswer {
            line: self.line,
            confirmed: Pieces(confirmed),
            refused: Pieces(refused),
            short: Pieces(short),
            reason: note("掉色"),
        };
        self.done(Answer { delivery, lines: vec![said] }).await;
    }
}

async fn what_is_finished_can_be_packed(db: Database) {
    let v = Village::settle(&db.store).await;
    assert_eq!(snapshot_of(&db.store, v.workshop).await.orders().to_pack(None).await.expect("read"), []);
    v.finish(40).await;
    v.deliver(15).await;
    let packings = snapshot_of(&db.store, v.workshop).await.orders().to_pack(None).await.expect("read");
    let [packing] = packings.as_slice() else { panic!("one order: {packings:?}") };
    assert_eq!((packing.order, packing.code.as_str(), packing.firm.as_str()), (v.order, "T-1", "测试贸易"));
    assert_eq!(packing.lines.iter().map(|line| (line.line, line.stock)).collect::<Vec<_>>(), [(v.line, Pieces(25))]);
    v.deliver(25).await;
    assert_eq!(snapshot_of(&db.store, v.workshop).await.orders().to_pack(None).await.expect("read"), []);
    assert_eq!(snapshot_of(&db.store, v.workshop).await.orders().to_pack(Some(v.order)).await.expect("read").len(), 1);
}

async fn a_delivery_tells_all_that_came_of_it(db: Database) {
    let v = Village::settle(&db.store).await;
    v.finish(40).await;
    let (old, id) = (v.deliver(5).await, v.deliver(30).await);
    v.answer(old, 5, 0, 0).await;
    let open = |listed: &[ledger::store::reads::delivery::DeliveryRow]| {
        listed.iter().map(|row| (row.id, row.state, row.pieces.0, row.waiting.0)).collect::<Vec<_>>()
    };
    let listed = snapshot_of(&db.store, v.workshop).await.orders().deliveries_listed(None).await.expect("read");
    assert_eq!(open(&listed.open), [(id, DeliveryState::Sent, 30, 0)]);
    assert_eq!(open(&listed.done), [(old, DeliveryState::Answered, 5, 0)]);
    v.answer(id, 18, 9, 3).await;
    let listed = snapshot_of(&db.store, v.workshop).await.orders().deliveries_listed(None).await.expect("read");
    assert_eq!(open(&listed.open), [(id, DeliveryState::Answered, 30, 12)]);

    let (delivery, line) = (id, v.line);
    v.done(Restock { delivery, line, came: Came::Back, pieces: Pieces(4), note: note("") }).await;
    v.done(Reissue { delivery, line, worker: v.berta, pieces: Pieces(2), rate: Fen(50), note: note("") }).await;
    v.done(WriteOff { delivery, line, came: Came::Short, pieces: Pieces(1), reason: note("路上丢了") }).await;
    v.done(Agree { delivery, line, came: Came::Short, pieces: Pieces(1), note: note("") }).await;
    let view =
        snapshot_of(&db.store, v.workshop).await.orders().delivery_page(id).await.expect("read").expect("the delivery");
    let lines: Vec<_> = view.lines.iter().map(|line| (line.sent.confirmed.0, line.refused.0, line.missing.0)).collect();
    assert_eq!(lines, [(18, 3, 1)]);
    let kinds: Vec<_> = view.history.iter().map(|entry| entry.event.asked.kind()).collect();
    assert_eq!(kinds, ["agree", "write_off", "reissue", "restock", "answer", "deliver"]);
    assert_eq!((view.firm, view.code.as_str(), view.names.workers[&v.berta].name.as_str()), (v.firm, "T-1", "贝塔"));
    let who = snapshot_of(&db.store, v.workshop).await.orders().who_can(v.style, StepNo(2)).await.expect("read");
    assert_eq!(who.iter().map(|who| who.id).collect::<Vec<_>>(), [v.anna, v.berta]);
    let fee =
        |view: &ledger::store::reads::delivery::DeliveryView| view.lines.iter().map(|line| line.fee.0).sum::<i64>();
    assert_eq!(fee(&view), (18 + 1) * 680, "what was confirmed at once and after all");
    let agreed = view.history[0].event.id;
    v.done(ledger::model::Correct { event: agreed, reason: note("说错了") }).await;
    let view =
        snapshot_of(&db.store, v.workshop).await.orders().delivery_page(id).await.expect("read").expect("the delivery");
    assert_eq!(fee(&view), 18 * 680, "and no more when that is undone");
}

async fn a_firm_owes_what_it_confirmed_less_what_it_paid(db: Database) {
    let v = Village::settle(&db.store).await;
    v.finish(40).await;
    let id = v.deliver(30).await;
    v.answer(id, 30, 0, 0).await;
    v.done(FirmPays { firm: v.firm, fen: Fen(10_000), note: note("银行") }).await;
    let rows = snapshot_of(&db.store, v.workshop).await.firms_listed().await.expect("read");
    assert_eq!(rows.iter().map(|row| (row.id, row.owes, row.open)).collect::<Vec<_>>(), [(v.firm, Fen(10_400), 1)]);
    let view = snapshot_of(&db.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_page(None)
        .await
        .expect("read")
        .expect("the firm");
    let account: Vec<_> = view.account.iter().map(|entry| (entry.effect.0, entry.owes.0)).collect();
    assert_eq!(account, [(-10_000, 10_400), (20_400, 20_400)]);
    let orders: Vec<_> = view.orders.iter().map(|order| (order.id, order.pieces.0, order.confirmed.0)).collect();
    assert_eq!(orders, [(v.order, 100, 30)]);
    let sent = snapshot_of(&db.store, v.workshop).await.of_firm(v.firm).deliveries_of_firm(10).await.expect("read");
    assert_eq!(sent.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
}

async fn deliveries_are_numbered_without_gaps(db: Database) {
    let v = Village::settle(&db.store).await;
    v.finish(30).await;
    for number in 1..=3 {
        assert_eq!(v.deliver(10).await, DeliveryId(number));
        v.hire(&format!("W{number}"), "新来的").await;
    }
}

async fn orders_are_found_by_what_they_are_called(db: Database) {
    let v = Village::settle(&db.store).await;
    v.open("HR_7 100%", "2026-11-01", "2026-11-20", 10).await;
    for (sought, found) in [
        ("t-1", vec!["T-1"]),
        ("Ｔ－１", vec!["T-1"]),
        ("hr_7100%", vec!["HR_7 100%"]),
        ("r_7", vec!["HR_7 100%"]),
        ("_-", vec![]),
        ("%1", vec![]),
        ("!", vec![]),
        ("mudan", vec!["HR_7 100%", "T-1"]),
        ("测试", vec!["HR_7 100%", "T-1"]),
        ("", vec![]),
        ("\\", vec![]),
        ("'", vec![]),
    ] {
        let rows = snapshot_of(&db.store, v.workshop).await.orders().orders_found(sought, 9).await.expect("read");
        assert_eq!(rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), found, "{sought}");
    }
    let one = snapshot_of(&db.store, v.workshop).await.orders().orders_found("mudan", 1).await.expect("read");
    assert_eq!(one.len(), 1, "the newest alone");
}

async fn a_rate_holds_from_its_day(db: Database) {
    let v = Village::settle(&db.store).await;
    v.done(SetRate { style: v.style, step: StepNo(1), from: day("2026-12-01"), rate: Fen(130) }).await;
    let styles = snapshot_of(&db.store, v.workshop).await.styles().styles_listed(None).await.expect("read");
    assert_eq!(styles.styles.len(), 1);
    let on = |text: &str| styles.rate_on(v.style, StepNo(1), day(text)).map(|rate| rate.rate.0);
    assert_eq!(["2026-10-31", "2026-11-30", "2026-12-01"].map(on), [None, Some(110), Some(130)]);
    assert!(styles.in_work(v.style));
    assert_eq!(
        snapshot_of(&db.store, v.workshop).await.styles().styles_listed(Some(v.style)).await.expect("read"),
        styles
    );
}

async fn the_journal_is_filtered_and_paged(db: Database) {
    let v = Village::settle(&db.store).await;
    v.finish(10).await;
    for fen in 1..=50 {
        v.done(Bonus { worker: v.berta, fen: Fen(fen), note: note("") }).await;
    }
    let read = async |filter, before| snapshot_of(&db.store, v.workshop).await.journal_page(filter, before).await;
    let (mut before, mut seen) = (None, Vec::new());
    loop {
        let page = read(Filter::default(), before).await.expect("a page");
        seen.extend(page.entries.iter().map(|entry| entry.event.seq.0));
        before = page.older;
        if before.is_none() {
            break;
        }
    }
    let due: Vec<_> = (1..=seen.len() as i64).rev().collect();
    assert_eq!(seen, due);
    let hers = read(Filter { worker: Some(v.anna), ..Filter::default() }, None).await.expect("a page");
    assert_eq!(hers.entries.iter().map(|entry| entry.event.asked.kind()).collect::<Vec<_>>(), ["count", "issue"]);
    let counts = Filter { kind: Some("count"), worker: Some(v.berta), day: Some(day("2026-11-02")), by: None };
    assert_eq!(read(counts, None).await.expect("a page").entries.len(), 1);
    let other_day = Filter { day: Some(day("2026-11-03")), ..counts };
    assert_eq!(read(other_day, None).await.expect("a page").entries, []);
}

async fn another_workshops_trade_is_not_there(db: Database) {
    let v = Village::settle(&db.store).await;
    v.finish(10).await;
    let id = v.deliver(5).await;
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert!(snapshot_of(&db.store, other).await.orders().delivery_page(id).await.expect("read").is_none());
    assert!(snapshot_of(&db.store, other).await.of_firm(v.firm).firm_page(None).await.expect("read").is_none());
    assert_eq!(snapshot_of(&db.store, other).await.firms_listed().await.expect("read"), []);
    assert_eq!(snapshot_of(&db.store, other).await.orders().to_pack(Some(v.order)).await.expect("read"), []);
    assert_eq!(snapshot_of(&db.store, other).await.orders().who_can(v.style, StepNo(2)).await.expect("read"), []);
    assert_eq!(
        snapshot_of(&db.store, other).await.styles().styles_listed(Some(v.style)).await.expect("read").styles,
        []
    );
    assert!(snapshot_of(&db.store, other).await.orders().deliveries_listed(None).await.expect("read").open.is_empty());
    assert!(snapshot_of(&db.store, other).await.of_firm(v.firm).deliveries_of_firm(9).await.expect("read").is_empty());
    let hers = Filter { worker: Some(v.anna), ..Filter::default() };
    assert_eq!(snapshot_of(&db.store, other).await.journal_page(hers, None).await.expect("read").entries, []);
    assert_eq!(snapshot_of(&db.store, other).await.worker_names().await.expect("read"), []);
}

async fn a_style_comes_with_its_first_rates_or_not_at_all(db: Database) {
    let v = Village::settle(&db.store).await;
    let step = Step { code: code("S1"), name: name("整花"), centiminutes: Centiminutes(600) };
    let save = SaveStyle { style: None, code: code("NEW-1"), name: name("新款"), steps: vec![step] };
    let saved = |rate| {
        let then = move |event: &Event| {
            let style = StyleId(event.entities[0].number());
            let set = SetRate { style, step: StepNo(1), from: day("2026-11-01"), rate };
            vec![Ask { id: new_id(), actor: Actor::Operator, day: None, command: set.into() }]
        };
        let ask = Ask { id: new_id(), actor: Actor::Operator, day: None, command: save.clone().into() };
        db.store.perform_then(v.workshop, noon(), ask, then)
    };
    let (place, refused) = saved(Fen::ZERO).await.expect_err("a rate of nothing");
    assert!(place == 1 && matches!(refused, Refused::Rule(Refusal::Nothing)), "{place} {refused:?}");
    let styles = async || snapshot_of(&db.store, v.workshop).await.styles().styles_listed(None).await.expect("styles");
    assert_eq!(styles().await.styles.len(), 1, "the style is not there either");
    let receipts = saved(Fen(120)).await.expect("both");
    assert_eq!(receipts.iter().map(|receipt| receipt.event.kind()).collect::<Vec<_>>(), ["save_style", "set_rate"]);
    let listed = styles().await;
    let new = listed.styles.iter().find(|style| style.code.as_str() == "NEW-1").expect("the style");
    let rate = listed.rate_on(new.id, StepNo(1), day("2026-11-02")).expect("its rate");
    assert_eq!(rate.rate, Fen(120));
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}
