//! A trade firm: its orders, deliveries and statement; with an account, by its link, or by the note alone.

use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::firm::{clerk_of, note_of};
use crate::support::village::{Village, name, new_id, note};
use crate::support::visitor::{Page, Visitor};
use chrono::Duration;
use ledger::model::{Agree, Came, Correct, Count, Deliver, DeliveryState, Entity, FirmPays, SaveFirm};
use ledger::values::ids::{DeliveryId, FirmId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

async fn events(v: &Village<'_>) -> u64 {
    v.store.audit(v.workshop).await.expect("an audit").events
}

async fn other_firm(v: &Village<'_>) -> FirmId {
    let event = v.done(SaveFirm { firm: None, name: name("别家外贸") }).await;
    let found =
        event.entities.iter().find_map(|entity| if let Entity::Firm(firm) = entity { Some(firm.id) } else { None });
    found.expect("a firm")
}

async fn state_of(v: &Village<'_>, delivery: DeliveryId) -> (DeliveryState, [i64; 3]) {
    let sheet = snapshot_of(v.store, v.workshop)
        .await
        .of_firm(v.firm)
        .firm_delivery(delivery)
        .await
        .expect("a read")
        .expect("the delivery");
    (sheet.head.state, [sheet.head.confirmed.0, sheet.head.refused.0, sheet.head.short.0])
}

/// The first line's three numbers, as a form sends them.
fn said(numbers: [&str; 3], reason: &str) -> Vec<(String, String)> {
    let field = |name: &str, value: &str| (format!("lines[0][{name}]"), value.to_owned());
    let [confirmed, refused, short] = numbers;
    vec![field("confirmed", confirmed), field("refused", refused), field("short", short), field("reason", reason)]
}

async fn says(visitor: &Visitor, page: &Page, action: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.send_keyed(page, action, Some("lines"), &fields).await
}

#[tokio::test]
async fn the_holder_of_a_note_confirms_all_with_one_button() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(40, "").await;
    let address = note_of(&v, delivery).await;
    let holder = Visitor::new(&app.address);
    let page = holder.open(&address).await;
    assert_eq!(page.status, 200);
    for told in ["试验作坊", "T-1", "牡丹", "40 件全部验收"] {
        assert!(page.text().contains(told), "{told} in {}", page.text());
    }
    app.clock.pass(Duration::minutes(95));
    let before = events(&v).await;
    for _ in 0..2 {
        let answered = holder.send_keyed(&page, "/api/answer_note", Some("all"), &[]).await;
        assert_eq!(answered.path, format!("{address}?done=answered"));
        assert!(answered.text().contains("11月2日 13:35 答复"), "{}", answered.text());
        assert_eq!(answered.count("form[action='/api/answer_note']"), 0);
    }
    assert_eq!(events(&v).await, before + 1);
    assert_eq!(state_of(&v, delivery).await, (DeliveryState::Answered, [40, 0, 0]));
    // Somebody else with the same paper is too late.
    let fields = [("event", new_id().to_string())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let late = Visitor::new(&app.address).send_keyed(&page, "/api/answer_note", Some("all"), &fields).await;
    assert!(!late.path.contains("done="), "{}", late.path);
    assert_eq!(events(&v).await, before + 1);
}

#[tokio::test]
async fn line_by_line_must_add_up_and_nothing_typed_is_lost() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(40, "").await;
    let address = note_of(&v, delivery).await;
    let clerk = clerk_of(&app, &v, v.firm).await;
    let holder = Visitor::new(&app.address);
    let before = events(&v).await;
    for (visitor, path, action) in [
        (&clerk, format!("/firm/deliveries/{delivery}"), "/api/answer_delivery"),
        (&holder, address, "/api/answer_note"),
    ] {
        let page = visitor.open(&path).await;
        for (numbers, reason, told) in [
            (["35", "3", "1"], "掉色", "发了 40 件，您填的加起来是 39 件"),
            (["41", "0", "0"], "", "发了 40 件，您填的加起来是 41 件"),
            (["35", "5", "0"], " ", "请写上原因"),
            (["35", "x", "5"], "", "这里要填数字"),
            (["35.5", "4.5", "0"], "", "这里要填整数"),
        ] {
            let page = says(visitor, &page, action, &said(numbers, reason)).await;
            assert!(page.text().contains(told), "{numbers:?}: {}", page.text());
            assert_eq!(page.count("details[open]"), 1, "the form is in sight");
            for (name, typed) in ["confirmed", "refused", "short"].iter().zip(numbers) {
                let selector = format!("form[action='{action}'] input[name='lines[0][{name}]'][type=text]");
                assert_eq!(page.attribute(&selector, "value"), typed, "{name}");
            }
        }
    }
    assert_eq!(events(&v).await, before);
    let page = clerk.open(&format!("/firm/deliveries/{delivery}")).await;
    // All forty still stand as accepted: what was typed beside them is taken off.
    let page = says(&clerk, &page, "/api/answer_delivery", &said(["40", "3", "2"], "掉色")).await;
    assert_eq!(page.path, format!("/firm/deliveries/{delivery}?done=answered"));
    assert!(page.text().contains("退货原因：掉色 40 35 3 2"), "{}", page.text());
    assert_eq!(state_of(&v, delivery).await, (DeliveryState::Answered, [35, 3, 2]));
}

#[tokio::test]
async fn a_firm_sees_numbers_but_never_names_rates_or_pay() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(40, "安娜 W01 装箱").await;
    let issue = v.issue(1, v.berta, 20).await;
    v.done(Count { reason: note("贝塔 W02 手快"), ..v.count_of(v.berta, issue, 10, 2, 1) }).await;
    let clerk = clerk_of(&app, &v, v.firm).await;
    let page = clerk.open(&format!("/firm/deliveries/{delivery}")).await;
    let answered = says(&clerk, &page, "/api/answer_delivery", &said(["35", "5", "0"], "掉色")).await;
    assert!(answered.path.ends_with("done=answered"), "{}", answered.text());
    let came = Came::Back;
    let words = note("安娜说好的");
    let agreed = v.done(Agree { delivery, line: v.line, came, pieces: Pieces(2), note: words.clone() }).await;
    v.done(Correct { event: agreed.id, reason: words }).await;
    v.done(FirmPays { firm: v.firm, fen: Fen(20_000), note: note("银行转账") }).await;
    let on_paper = note_of(&v, delivery).await;

    let order = format!("/firm/orders/{}", v.order);
    let deliveries = format!("/firm/deliveries/{delivery}");
    for path in ["/firm", &order, "/firm/deliveries", &deliveries, "/firm/statement", &on_paper] {
        let page = clerk.open(path).await;
        assert_eq!(page.status, 200, "{path}");
        // Anna and Berta, their numbers, the rates of 1.10 and 1.90, and what they earned by them.
        for secret in ["安娜", "贝塔", "W01", "W02", "1.10", "1.90", "44.00", "76.00", "工价", "工钱"] {
            assert!(!page.html.contains(secret), "{secret} on {path}: {}", page.text());
        }
    }
    let text = clerk.open(&order).await.text();
    for told in ["订购 100", "做好 40", "已验收 35", "退货 5", "¥6.80"] {
        assert!(text.contains(told), "{told} in {text}");
    }
    let text = clerk.open("/firm/statement").await.text();
    for told in ["应付作坊 ¥38.00", "牡丹 35 件 × ¥6.80", "¥238.00", "银行转账", "−¥200.00", "冲正"]
    {
        assert!(text.contains(told), "{told} in {text}");
    }
}

#[tokio::test]
async fn what_is_another_firms_is_not_there() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(40, "").await;
    let mine = clerk_of(&app, &v, v.firm).await.open(&format!("/firm/deliveries/{delivery}")).await;
    let firm = other_firm(&v).await;
    let village = Village::settle(&app.database.store).await;
    let neighbour = clerk_of(&app, &v, firm).await;
    let stranger = clerk_of(&app, &village, village.firm).await;
    let before = events(&v).await;
    assert_eq!(neighbour.open(&format!("/firm/orders/{}", v.order)).await.status, 404);
    for visitor in [&neighbour, &stranger] {
        assert_eq!(visitor.open(&format!("/firm/deliveries/{delivery}")).await.status, 404);
        assert!(!visitor.open("/firm/statement").await.text().contains('牡'));
        let page = visitor.send_keyed(&mine, "/api/answer_delivery", Some("all"), &[]).await;
        assert!(!page.path.contains("done="), "{}", page.path);
    }
    assert_eq!(events(&v).await, before);
}

#[tokio::test]
async fn a_note_that_was_replaced_or_made_up_leads_nowhere() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(40, "").await;
    let old = note_of(&v, delivery).await;
    let holder = Visitor::new(&app.address);
    let page = holder.open(&old).await;
    let new = note_of(&v, delivery).await;
    let firm_link = v.store.links().firm_link(v.workshop, v.firm).await.expect("a read").unwrap_or_default();
    for path in [old.as_str(), "/d/made-up", &format!("/d/{firm_link}x"), "/d/%27%3B--"] {
        assert_eq!(holder.open(path).await.status, 404, "{path}");
    }
    let before = events(&v).await;
    let refused = holder.send_keyed(&page, "/api/answer_note", Some("all"), &[]).await;
    assert_eq!(refused.status, 404, "{}", refused.text());
    assert_eq!(events(&v).await, before);
    assert_eq!(holder.open(&new).await.status, 200);
}

#[tokio::test]
async fn a_delivery_taken_back_says_so() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    for step in [1, 2] {
        let issue = v.issue(step, v.anna, 10).await;
        v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    }
    let sent = v.done(Deliver { order: v.order, lines: vec![(v.line, Pieces(10))], note: note("") }).await;
    let (rows, _) =
        snapshot_of(v.store, v.workshop).await.of_firm(v.firm).firm_deliveries(None, 5).await.expect("a read");
    let address = note_of(&v, rows[0].id).await;
    let holder = Visitor::new(&app.address);
    let open = holder.open(&address).await;
    v.done(Correct { event: sent.id, reason: note("装错了") }).await;
    let page = holder.open(&address).await;
    assert!(page.text().contains("已作废"), "{}", page.text());
    assert_eq!(page.count("form[action='/api/answer_note']"), 0);
    let late = holder.send_keyed(&open, "/api/answer_note", Some("all"), &[]).await;
    assert!(!late.path.contains("done="), "{}", late.path);
}
