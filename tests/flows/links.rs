//! Firms: their own link, and what they come to see by it.

use crate::support::app::App;
use crate::support::village::Village;

#[tokio::test]
async fn a_firm_comes_in_by_its_link_until_it_is_replaced() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let access = format!("/access/firm/{}", v.firm);
    let page = desk.open(&access).await;
    let page = desk.send(&page, "/api/make_firm_link", &[]).await;
    let text = page.text();
    let link = text.split_whitespace().find(|word| word.contains("/f/")).expect("a link");
    let link = link.trim_start_matches(&app.address).to_owned();
    let clerk = app.stranger();
    let looked = clerk.open(&link).await;
    assert!(looked.text().contains("测试贸易"), "{}", looked.text());
    assert!(clerk.open("/firm").await.path.starts_with("/sign-in"), "looking signs nobody in");
    assert_eq!(clerk.send(&looked, "/api/enter_firm", &[]).await.path, "/firm");
    let page = desk.open(&access).await;
    desk.send(&page, "/api/make_firm_link", &[]).await;
    assert_eq!(app.stranger().open(&link).await.status, 404);
    assert!(clerk.open("/firm").await.path.starts_with("/sign-in"));
}

#[tokio::test]
async fn the_old_addresses_lead_to_the_new() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/doors").await;
    assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/access"));
    let page = desk.open(&format!("/doors/firm/{}", v.firm)).await;
    assert_eq!((page.status.as_u16(), page.path), (200, format!("/access/firm/{}", v.firm)));
    assert!(!desk.open("/doors/firm/another").await.status.is_success());
}

#[tokio::test]
async fn an_address_that_is_no_link_leads_nowhere() {
    let app = App::start().await;
    Village::settle(&app.database.store).await;
    for path in ["/f/", "/f/abc", "/f/%00", "/f/'%20OR%201=1", "/set-up/abc", "/invitations/abc"] {
        let page = app.stranger().open(path).await;
        let refused = page.status == 404 || page.path.starts_with("/sign-in");
        assert!(refused, "{path}: {} {}", page.status, page.path);
    }
}
