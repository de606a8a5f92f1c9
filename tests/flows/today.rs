//! What a coordinator's day begins with.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::village::{Village, name, noon};
use chrono::Duration;

#[tokio::test]
async fn seven_lines_at_most_and_a_button_each_and_who_is_late() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 40).await;
    let issue = v.issue(1, v.berta, 20).await;
    v.done(v.count_of(v.berta, issue, 5, 5, 0)).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let today = desk.open("/today").await;
    assert_eq!(today.texts(".todos li"), ["2 处共 45 件等着派 派活"], "{}", today.text());
    assert!(desk.open("/workers/late").await.text().contains("没有晚的"));
    // The order was due on the 20th.
    app.clock.pass(Duration::days(20));
    let desk = coordinator_of(&app, v.workshop).await;
    let today = desk.open("/today").await;
    let said = ["T-1 晚了 2 天，差 100 件 看看", "2 人手里有过了交期的活，55 件 看看", "2 处共 45 件等着派 派活"];
    assert_eq!(today.texts(".todos li"), said, "{}", today.text());
    assert_eq!(today.count(".todos > li > a.button"), 3, "a button each");
    assert!(today.count(".panel > .todos > li") <= 7);
    let late = desk.open(&today.link(".todos a[href='/workers/late']")).await;
    assert_eq!(late.texts("main h2"), ["W01 安娜：40 件", "W02 贝塔：15 件"]);
    assert!(late.text().contains("晚了 2 天"), "{}", late.text());
    assert_eq!(late.count("a[href$='/hand-over']"), 2, "each can be taken back");
    // A neighbour's workshop has none of it.
    let other = app.database.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    let other = coordinator_of(&app, other).await;
    assert!(other.open("/workers/late").await.text().contains("没有晚的"));
}

#[tokio::test]
async fn the_calendar_shows_when_orders_are_due_and_until_when_pay_is_settled() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.open("T-2", "2026-10-20", "2026-10-30", 40).await;
    let until = ledger::model::Settle { until: crate::support::village::day("2026-10-31"), workers: [v.anna].into() };
    v.done(until).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/calendar").await;
    let months = page.texts("table.month caption");
    assert_eq!(months, ["2026年10月", "2026年11月"]);
    // Every day of a month stands once, under its weekday.
    assert_eq!(page.count("table.month td:not(:empty)"), 31 + 30);
    let marked = page.texts("table.month td a");
    assert_eq!(marked, ["30 1 单", "31 已结", "20 1 单", "30 月底"]);
    assert_eq!(page.count("table.month td[aria-current=date]"), 1);
    let listed = page.texts("section h2");
    assert_eq!(listed.len(), 4, "{listed:?}");
    assert!(page.text().contains("T-2 · 测试贸易") && page.text().contains("晚了 3 天"), "{}", page.text());
    assert_eq!(
        page.attributes("table.month td a", "href"),
        page.attributes("section[id]", "id").iter().map(|id| format!("#{id}")).collect::<Vec<_>>()
    );
}
