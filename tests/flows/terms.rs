//! What is decided once for everybody, what the clock says, and what a worker takes back.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, new_id};
use ledger::model::{Answer, LineAnswer};
use ledger::values::pieces::Pieces;

#[tokio::test]
async fn a_workshop_decides_what_repair_pays_and_she_reads_it_before_she_takes_any() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(10, "").await;
    let said = LineAnswer {
        line: v.line,
        confirmed: Pieces(6),
        refused: Pieces(4),
        short: Pieces(0),
        reason: crate::support::village::note("花瓣松"),
    };
    v.done(Answer { delivery, lines: vec![said] }).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let her = app.worker(v.workshop, v.anna).await;
    assert!(her.open("/me/pay").await.text().contains("返修按原工价给"), "at first nothing is taken from anybody");
    let page = desk.open(&format!("/deliveries/{delivery}")).await;
    let whole = "1.90";
    let key = page.attribute("form[action='/api/reissue'] [name=form]", "value");
    assert_eq!(page.form("/api/reissue", Some(&key)).get("rate").map(String::as_str), Some(whole), "today's rate");
    let settings = desk.open("/settings").await;
    let page = desk.send(&settings, "/api/set_terms", &[("repair", "half")]).await;
    assert!(page.path.ends_with("done=saved"), "{}", page.text());
    let page = desk.send(&page, "/api/set_terms", &[("repair", "half")]).await;
    assert!(page.text().contains("已经是这样了"), "{}", page.text());
    assert!(her.open("/me/pay").await.text().contains("返修给一半工价"));
    let page = desk.open(&format!("/deliveries/{delivery}")).await;
    assert!(page.text().contains("返修给一半工价"), "{}", page.text());
    assert_eq!(page.form("/api/reissue", Some(&key)).get("rate").map(String::as_str), Some("0.95"));
}

#[tokio::test]
async fn workers_see_what_orders_leave_the_coordinator_only_where_the_workshop_says_so() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    // One that is done, and one whose wages are paid while its firm owes nothing yet.
    let (order, line) = v.open("T-9", "2026-11-01", "2026-11-20", 10).await;
    let small = Village { order, line, ..v };
    let delivery = small.send(10, "").await;
    let said = LineAnswer {
        line: small.line,
        confirmed: Pieces(10),
        refused: Pieces(0),
        short: Pieces(0),
        reason: crate::support::village::note(""),
    };
    small.done(Answer { delivery, lines: vec![said] }).await;
    let v = small;
    let desk = coordinator_of(&app, v.workshop).await;
    let her = app.worker(v.workshop, v.anna).await;
    let shares = "我做过的订单给带头人留下多少";
    assert!(!her.open("/me/pay").await.text().contains(shares), "off at first");
    let settings = desk.open("/settings").await;
    desk.send(&settings, "/api/set_terms", &[("share", "true")]).await;
    let text = her.open("/me/pay").await.text();
    // Ten through both steps: ¥68.00 of fees less ¥30.00 of wages.
    assert!(text.contains(shares) && text.contains("T-9") && text.contains("¥38.00"), "{text}");
    assert!(!text.contains("T-1"), "an order that is not done would read as a loss: {text}");
    assert!(!text.contains("贝塔") && !text.contains("外贸"), "neither names nor firms: {text}");
    let berta = app.worker(v.workshop, v.berta).await;
    assert!(!berta.open("/me/pay").await.text().contains("T-9"), "she had none of it");
}

#[tokio::test]
async fn a_time_study_stands_beside_the_rate_and_changes_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/styles/{}", v.style)).await;
    let form = "/api/record_time_study";
    for (field, typed, said) in [
        ("seen[pieces]", "0", "比 0 大"),
        ("seen[minutes]", "0", "比 0 大"),
        ("seen[minutes]", "sixty", "数字"),
        ("seen[minutes]", "1441", "1,440"),
        ("seen[rest]", "101", "0% 到 100%"),
        ("day", "2026-11-03", "还没到"),
    ] {
        let mut fields = vec![("step", "1"), ("seen[pieces]", "10"), ("seen[minutes]", "60")];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, typed));
        let refused = desk.send(&page, form, &fields).await;
        assert!(
            refused.path.contains("draft=") && refused.text().contains(said),
            "{field} {typed}: {}",
            refused.text()
        );
    }
    let seen = [("step", "1"), ("seen[pieces]", "10"), ("seen[minutes]", "60"), ("note", "比大多数人快")];
    let page = desk.send(&page, form, &seen).await;
    assert!(page.path.ends_with("done=saved"), "{}", page.text());
    // Ten in an hour, 15 % for rest: 6.9 minutes; at ¥1.10 that is ¥9.56 an hour.
    let text = page.text();
    assert!(text.contains("6.9") && text.contains("¥9.56") && text.contains("比大多数人快"), "{text}");
    assert!(desk.open("/journal").await.text().contains("测时"));
}

#[tokio::test]
async fn a_worker_takes_back_what_she_declared_by_mistake() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 40).await;
    let her = app.worker(v.workshop, v.anna).await;
    let page = her.open(&format!("/me/hand-in/{issue}")).await;
    let page = her.send(&page, "/api/declare", &[("pieces", "33")]).await;
    assert!(page.path.ends_with("done=declared"), "{}", page.text());
    let page = her.open(&format!("/me/hand-in/{issue}")).await;
    let key = page.attribute("form[action='/api/retract'] [name=form]", "value");
    let again = her.send_keyed(&page, "/api/retract", Some(&key), &[]).await;
    assert!(again.path.ends_with("done=retracted"), "{}", again.text());
    assert!(again.text().contains("还没报的有 40 件"), "{}", again.text());
    let late = her.send_keyed(&page, "/api/retract", Some(&key), &[("event", &new_id().to_string())]).await;
    assert!(late.text().contains("已经"), "from another tab: {}", late.text());
    let home = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("a read");
    assert!(home.waiting.is_empty());
    let today = snapshot_of(v.store, v.workshop).await.today(day("2026-11-02")).await.expect("a read");
    assert!(today.declared.is_empty(), "and the coordinator does not wait for it");
}

#[tokio::test]
async fn the_workshops_number_stands_where_somebody_is_told_to_call() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(10, "").await;
    let (desk, clerk) = (coordinator_of(&app, v.workshop).await, app.clerk(v.workshop, v.firm).await);
    let settings = desk.open("/settings").await;
    let page = desk.send(&settings, "/api/set_terms", &[("repair", "full"), ("phone", "138")]).await;
    assert!(!page.path.contains("done="), "138 is no number: {}", page.text());
    let page = desk.send(&settings, "/api/set_terms", &[("repair", "full"), ("phone", "0570 1234567")]).await;
    assert!(page.path.ends_with("done=saved"), "{}", page.text());
    let page = clerk.open(&format!("/firm/deliveries/{delivery}")).await;
    let page = clerk.send_keyed(&page, "/api/answer_delivery", Some("all"), &[]).await;
    assert_eq!(page.attribute("a[href^='tel:']", "href"), "tel:05701234567");
    // Both sides stand on the statement, and each charge names its order and delivery.
    let text = clerk.open("/firm/statement").await.text();
    for told in ["试验作坊", "05701234567", "测试贸易", "T-1", &format!("{delivery} 号发货")] {
        assert!(text.contains(told), "{told} in {text}");
    }
    // And on her card, with the address and how she comes in; one that is replaced is shown alone.
    app.database.store.cards().make_cards(v.workshop).await.expect("cards");
    let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    let page = desk.send(&page, "/api/replace_card", &[]).await;
    assert!(page.path.starts_with(&format!("/workers/{}/card", v.anna)), "{}", page.path);
    assert_eq!(page.count(".card"), 1);
    let card = page.texts(".card").concat();
    for told in ["试验作坊", "安娜", "W01", "05701234567", "扫码", "输密码", &format!("{}/card", app.address)]
    {
        assert!(card.contains(told), "{told} in {card}");
    }
    assert!(
        page.text().contains("只有这台电脑打得开"),
        "the server of this test is reached from here alone: {}",
        page.text()
    );
}
