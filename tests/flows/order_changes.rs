//! Orders that change after they were placed, and what their firm sees of it.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::firm::clerk_of;
use crate::support::village::{Village, day};
use crate::support::visitor::{Page, Visitor};
use ledger::model::{Answer, LineAnswer};
use ledger::store::reads::order::OrderPage;
use ledger::values::ids::DeliveryId;
use ledger::values::pieces::Pieces;
use ledger::values::text::Note;

async fn order(v: &Village<'_>) -> OrderPage {
    let mut books = snapshot_of(v.store, v.workshop).await;
    books.orders().order_page(v.order, day("2026-11-02")).await.expect("a read").expect("the order")
}

async fn events(v: &Village<'_>) -> u64 {
    let audit = v.store.audit(v.workshop).await.expect("an audit");
    assert_eq!(audit.findings, []);
    audit.events
}

async fn page(desk: &Visitor, v: &Village<'_>) -> Page {
    desk.open(&format!("/orders/{}/change", v.order)).await
}

/// Sends one of the forms of the page, where the line's own are told apart by it.
async fn change(desk: &Visitor, v: &Village<'_>, action: &str, fields: &[(&str, &str)]) -> Page {
    let line = v.line.to_string();
    let key = ["/api/add_pieces", "/api/change_price", "/api/cancel_pieces"].contains(&action).then_some(line.as_str());
    desk.send_keyed(&page(desk, v).await, action, key, fields).await
}

async fn confirm(v: &Village<'_>, delivery: DeliveryId, pieces: i64) {
    let lines = vec![LineAnswer {
        line: v.line,
        confirmed: Pieces(pieces),
        refused: Pieces::ZERO,
        short: Pieces::ZERO,
        reason: Note::default(),
    }];
    v.done(Answer { delivery, lines }).await;
}

#[tokio::test]
async fn an_order_lives_as_the_business_does_and_its_firm_sees_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let style = v.add_style("ZJ-1", "栀子").await.to_string();
    let desk = coordinator_of(&app, v.workshop).await;
    let head = [("code", "T-1A"), ("due", "2026-11-25"), ("note", "老客户，别催")];
    let after = change(&desk, &v, "/api/change_order", &head).await;
    assert!(after.path.ends_with("done=order-changed"), "{}", after.path);
    for told in ["T-1A", "11月25日", "老客户，别催", "交期 11月20日 周五 → 11月25日 周三"] {
        assert!(after.text().contains(told), "{told}: {}", after.text());
    }
    change(&desk, &v, "/api/add_pieces", &[("pieces", "50")]).await;
    change(&desk, &v, "/api/change_price", &[("price", "7.00")]).await;
    change(&desk, &v, "/api/cancel_pieces", &[("lines[0][pieces]", "20"), ("note", "电话里说的")]).await;
    let line = [("line[style]", style.as_str()), ("line[pieces]", "30"), ("line[price]", "3.20"), ("line[pack]", "10")];
    let after = change(&desk, &v, "/api/add_line", &line).await;
    for told in
        ["牡丹加 50 件", "牡丹减 20 件", "电话里说的", "牡丹每件 ¥6.80 → ¥7.00", "加一款：栀子 30 件，每件 ¥3.20"]
    {
        assert!(after.text().contains(told), "{told}: {}", after.text());
    }
    let now = order(&v).await;
    assert_eq!(now.lines.iter().map(|line| line.ordered.0).collect::<Vec<_>>(), [130, 30]);
    let clerk = clerk_of(&app, &v, v.firm).await;
    let seen = clerk.open(&format!("/firm/orders/{}", v.order)).await.text();
    for told in
        ["T-1A", "订单号 T-1 → T-1A", "牡丹加 50 件", "牡丹减 20 件", "牡丹每件 ¥6.80 → ¥7.00", "加一款：栀子 30 件"]
    {
        assert!(seen.contains(told), "{told}: {seen}");
    }
    for kept in ["老客户", "电话里说的"] {
        assert!(!seen.contains(kept), "the firm reads {kept}");
    }
    assert!(desk.open("/journal").await.text().contains("改加工费"));
    events(&v).await;
}

#[tokio::test]
async fn a_change_is_corrected_from_the_orders_page() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for (action, fields) in [
        ("/api/change_order", &[("due", "2026-11-25")][..]),
        ("/api/add_pieces", &[("pieces", "50")]),
        ("/api/change_price", &[("price", "7.00")]),
        ("/api/cancel_pieces", &[("lines[0][pieces]", "20")]),
    ] {
        let before = order(&v).await;
        let after = change(&desk, &v, action, fields).await;
        let correct = desk.open(&after.link("#past a[href^='/correct/']")).await;
        let done = desk.send(&correct, "/api/correct", &[("reason", "记错了")]).await;
        assert!(done.path.contains("done=corrected"), "{action}: {}", done.text());
        let now = order(&v).await;
        assert_eq!((now.due, &now.lines), (before.due, &before.lines), "{action}");
        let text = desk.open(&format!("/orders/{}", v.order)).await.text();
        assert!(text.contains("改错收回"), "{action}: {text}");
    }
    events(&v).await;
}

#[tokio::test]
async fn what_cannot_be_meant_changes_nothing_and_says_what_can_be_done() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 70).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let before = events(&v).await;
    let style = v.style.to_string();
    let again = [("line[style]", style.as_str()), ("line[pieces]", "1"), ("line[price]", "1"), ("line[pack]", "1")];
    for (action, fields, said) in [
        ("/api/change_order", &[("due", "2026-10-31")][..], "下单日"),
        ("/api/change_order", &[("due", "2026-02-30")], "没有这一天"),
        ("/api/change_order", &[("code", "")], "要填"),
        ("/api/change_order", &[], "没有要改的"),
        ("/api/change_order", &[("was[due]", "2026-11-19"), ("due", "2026-11-30")], "有人改过这张订单"),
        ("/api/add_pieces", &[("pieces", "0")], "比 0 大"),
        ("/api/add_pieces", &[("pieces", "-5")], "数字"),
        ("/api/add_pieces", &[("pieces", "1000000")], "太大"),
        ("/api/change_price", &[("price", "6.80")], "没有要改的"),
        ("/api/change_price", &[("price", "6.805")], "两位"),
        ("/api/change_price", &[("was", "679"), ("price", "7")], "有人改过这张订单"),
        ("/api/change_price", &[("was", "x"), ("price", "7")], ""),
        ("/api/cancel_pieces", &[("lines[0][pieces]", "31")], "最多只能减 30 件"),
        ("/api/cancel_pieces", &[("lines[0][pieces]", "")], "要填"),
        ("/api/cancel_pieces", &[("lines[0][line]", "777"), ("lines[0][pieces]", "1")], "找不到"),
        ("/api/add_line", &again, "写了两遍"),
        (
            "/api/add_line",
            &[("line[style]", ""), ("line[pieces]", "1"), ("line[price]", "1"), ("line[pack]", "1")],
            "要填",
        ),
    ] {
        let refused = change(&desk, &v, action, fields).await;
        assert!(!refused.path.contains("done="), "{action} {fields:?}: {}", refused.path);
        assert!(refused.text().contains(said), "{action} {fields:?} should say {said}: {}", refused.text());
        for (name, typed) in fields.iter().filter(|(name, _)| ["pieces", "price", "due"].contains(name)) {
            let key = refused.form(action, None).get("form").cloned();
            assert_eq!(refused.form(action, key.as_deref()).get(*name).map(String::as_str), Some(*typed), "{action}");
        }
    }
    assert_eq!(events(&v).await, before);
}

#[tokio::test]
async fn a_form_that_comes_twice_adds_one_line_and_of_two_at_once_one_is_told() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let style = v.add_style("ZJ-1", "栀子").await.to_string();
    let (desk, other) = (coordinator_of(&app, v.workshop).await, coordinator_of(&app, v.workshop).await);
    let shown = page(&desk, &v).await;
    let line = [("line[style]", style.as_str()), ("line[pieces]", "30"), ("line[price]", "3.20"), ("line[pack]", "10")];
    let (one, two) = tokio::join!(desk.send(&shown, "/api/add_line", &line), desk.send(&shown, "/api/add_line", &line));
    assert!([one, two].iter().all(|page| page.path.ends_with("done=order-changed")), "both say that it is there");
    assert_eq!(order(&v).await.lines.len(), 2);
    let (mine, hers) = (page(&desk, &v).await, page(&other, &v).await);
    let key = v.line.to_string();
    let (one, two) = tokio::join!(
        desk.send_keyed(&mine, "/api/change_price", Some(&key), &[("price", "7")]),
        other.send_keyed(&hers, "/api/change_price", Some(&key), &[("price", "8")])
    );
    let told = [one, two].into_iter().filter(|page| page.text().contains("有人改过这张订单")).count();
    assert_eq!(told, 1, "two changed it at once");
    events(&v).await;
}

#[tokio::test]
async fn what_was_confirmed_keeps_its_price_wherever_it_is_told() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let first = v.send(40, "").await;
    confirm(&v, first, 40).await;
    change(&desk, &v, "/api/change_price", &[("price", "7.00")]).await;
    let second = v.send(10, "").await;
    confirm(&v, second, 10).await;
    for (delivery, price, fee) in [(first, "¥6.80", "¥272.00"), (second, "¥7.00", "¥70.00")] {
        let text = desk.open(&format!("/deliveries/{delivery}")).await.text();
        assert!(text.contains(price) && text.contains(fee), "{price} {fee}: {text}");
    }
    let clerk = clerk_of(&app, &v, v.firm).await;
    let text = clerk.open("/firm/statement").await.text();
    for told in ["牡丹 40 件 × ¥6.80", "牡丹 10 件 × ¥7.00"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let share = snapshot_of(v.store, v.workshop).await.orders().order_share(v.order).await.expect("a share");
    assert_eq!(share.fees.0, 34_200);
}

#[tokio::test]
async fn the_rest_is_cancelled_and_what_is_with_workers_stays() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let issue = v.issue(1, v.anna, 30).await;
    v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    let shown = page(&desk, &v).await;
    assert!(shown.text().contains("还有 20 件在工人手里"), "{}", shown.text());
    let rest = "/api/cancel_pieces";
    // A page that shows more than there is by now.
    v.issue(1, v.berta, 5).await;
    let stale = desk.post(&shown.path, rest, &shown.form(rest, Some("rest"))).await;
    assert!(stale.text().contains("最多只能减 75 件"), "{}", stale.text());
    let shown = page(&desk, &v).await;
    let whole = shown.form(rest, Some("rest"));
    assert_eq!(whole.get("lines[0][pieces]").map(String::as_str), Some("75"));
    let after = desk.post(&shown.path, rest, &whole).await;
    assert!(after.path.ends_with("done=order-changed"), "{}", after.text());
    let now = order(&v).await;
    let at = now.at();
    assert_eq!(
        (now.ordered(), at.pool, at.made, at.surplus, at.hand),
        (Pieces(25), Pieces(0), Pieces(0), Pieces(10), Pieces(25))
    );
    assert!(after.text().contains("做了不要的"), "{}", after.text());
    let listed = desk.open("/orders").await.text();
    assert!(listed.contains("差 25"), "{listed}");
    assert!(!page(&desk, &v).await.text().contains("剩下的不要了"), "nothing is left to cancel");
    events(&v).await;
}
