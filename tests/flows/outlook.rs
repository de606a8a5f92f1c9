//! When an order will be ready, as its coordinator, its worker and its firm see it.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::village::Village;

#[tokio::test]
async fn the_firm_sees_the_day_and_no_names() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 100).await;
    let clerk = app.clerk(v.workshop, v.firm).await;
    for path in ["/firm".to_owned(), format!("/firm/orders/{}", v.order)] {
        let text = clerk.open(&path).await.text();
        assert!(text.contains("预计做完") && text.contains("大约"), "{path}: {text}");
        assert!(!text.contains("安娜") && !text.contains("W01") && !text.contains("花瓣"), "{path}: {text}");
    }
}

#[tokio::test]
async fn an_order_that_will_be_late_is_on_today_and_says_what_would_help() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.open("T-LATE", "2026-11-02", "2026-11-12", 2_000).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let today = desk.open("/today").await;
    let text = today.text();
    assert!(text.contains("可能赶不上的") && text.contains("T-LATE"), "{text}");
    let page = desk.open(&today.link("main .rows a[href^='/orders/']:not([href='/orders/new'])")).await;
    let text = page.text();
    assert!(text.contains("照现在的速度赶不上交期") && text.contains("最吃紧的是"), "{text}");
    assert!(text.contains("分钟，就赶得上") && text.contains("或者跟客户改到"), "{text}");
}

#[tokio::test]
async fn she_and_her_coordinator_see_her_pace() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let text = desk.open(&format!("/workers/{}", v.anna)).await.text();
    assert!(text.contains("做一件要几分钟") && text.contains("还没交过"), "{text}");
    let hers = app.worker(v.workshop, v.anna).await;
    let text = hers.open("/me").await.text();
    assert!(text.contains("我做一件要几分钟"), "{text}");
}

#[tokio::test]
async fn an_order_past_its_day_says_what_helps_and_who_could_give_it_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (order, late) = v.open("T-PAST", "2026-10-01", "2026-10-20", 300).await;
    v.done(ledger::model::IssueShares { line: late, ..v.issue_of(1, v.anna, 300) }).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let text = desk.open("/today").await.text();
    assert!(text.contains("T-PAST"), "{text}");
    let page = desk.open(&format!("/orders/{order}")).await;
    let text = page.text();
    assert!(text.contains("把一个人没做的收回来") && text.contains("跟客户改到"), "{text}");
    assert!(page.text().contains("最后一批在安娜手里"), "{}", page.text());
    let page = desk.open(&page.link(&format!("main a[href='/workers/{}/hand-over']", v.anna))).await;
    assert_eq!(page.status, 200);
}
