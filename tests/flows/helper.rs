//! Somebody who helps the coordinator: let in by her, she hands out and counts, and sees no money.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::people::set_up;
use crate::support::village::Village;

#[tokio::test]
async fn she_is_let_in_hands_out_and_counts_and_her_access_ends() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/access").await;
    let page = desk.send(&page, "/api/let_in", &[("name", "小林"), ("role", "helper")]).await;
    assert!(page.text().contains("发给您的帮手"), "{}", page.text());
    let text = page.text();
    let link = text.split_whitespace().find(|word| word.contains("/set-up/")).expect("a link");
    let link = link[link.find("/set-up/").expect("a path")..].to_owned();
    let helper = app.stranger();
    let page = helper.open(&link).await;
    assert!(page.text().contains("发活、点活"), "{}", page.text());
    let page = set_up(&helper, &link, "13800000077").await;
    assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/count"));
    // She hands ten out, and counts what came.
    let page = helper.open(&format!("/orders/{}", v.order)).await;
    assert!(!page.html.contains('¥'), "{}", page.text());
    let fields = [("of", format!("{}/1", v.line)), ("worker", v.anna.to_string()), ("pieces", "10".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let page = helper.send(&page, "/api/issue", &fields).await;
    assert!(page.path.starts_with(&format!("/orders/{}", v.order)), "{}", page.text());
    let page = helper.open(&format!("/count?worker={}", v.anna)).await;
    assert!(!page.html.contains(":110"), "the rate stands in the page");
    let accepted =
        page.form("/api/count", None).into_keys().find(|name| name.ends_with("[accepted]")).expect("a field");
    let page = helper.send(&page, "/api/count", &[(&accepted, "8")]).await;
    assert!(page.path.starts_with("/count?counted="), "{}", page.text());
    assert!(page.text().contains("合格 8") && !page.html.contains('¥'), "{}", page.text());
    assert_eq!(page.count("form[action^='/api/recount']"), 0, "only the coordinator undoes");
    // Both stand in her own journal, and with her name in the coordinator's.
    let page = helper.open("/journal").await;
    assert!(page.text().contains("合格 8") && page.text().contains("安娜 10"), "{}", page.text());
    assert!(!page.html.contains('¥') && page.count("a[href^='/correct']") == 0, "{}", page.text());
    assert!(desk.open("/journal").await.text().contains("王桂英"));
    for page in ["/today", "/pay", "/split", "/workers", "/deliveries", "/styles", "/firms", "/access", "/settings"] {
        assert_eq!(helper.open(page).await.status, 404, "{page}");
    }
    // Her access ends at once.
    let page = desk.open("/access").await;
    let hers = page.texts("main section").into_iter().find(|panel| panel.starts_with("帮手")).expect("a panel");
    assert!(hers.contains("13800000077") || hers.contains("138"), "{hers}");
    let hers = app.database.store.users().users(v.workshop).await.expect("users");
    let id = hers.iter().find(|user| user.phone.as_str().ends_with("13800000077")).expect("she").id;
    let page = desk.open(&format!("/access/user/{id}")).await;
    desk.send(&page, "/api/end_account", &[]).await;
    assert!(helper.open("/count").await.path.starts_with("/sign-in"));
}

#[tokio::test]
async fn whom_somebody_is_let_in_as_has_to_be_chosen() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/access").await;
    let page = desk.send(&page, "/api/let_in", &[("name", "小林")]).await;
    assert!(page.text().contains("这里要填"), "{}", page.text());
    assert_eq!(app.database.store.users().users(v.workshop).await.expect("users").len(), 1);
}
