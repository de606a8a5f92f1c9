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
