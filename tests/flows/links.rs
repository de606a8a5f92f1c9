//! Firms: their own link, and what they come to see by it.

use crate::support::app::App;
use crate::support::village::Village;
use ledger::model::Role;

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

#[tokio::test]
async fn the_secret_of_a_link_does_not_stay_in_the_address() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let card = app.card(v.workshop, v.anna).await;
    let firm = app.firm_link(v.workshop, v.firm).await;
    let invitation = app.invitation(v.workshop, Role::Coordinator).await;
    for (link, shown) in [(card, "/card/here"), (firm, "/f/here"), (invitation, "/set-up/here")] {
        let phone = app.stranger();
        let page = phone.open(&link).await;
        assert_eq!((page.status.as_u16(), page.path.as_str()), (200, shown), "{}", page.text());
        let again = phone.open(shown).await;
        assert_eq!(again.text(), page.text(), "it may be loaded again");
        let other = app.stranger().open(shown).await;
        assert_eq!(other.status, 200, "a chat that looks at it shows only what is there");
        assert!(other.text().contains("请再打开一次链接"), "another browser is told what to do: {}", other.text());
    }
}

#[tokio::test]
async fn signing_out_leaves_no_link_behind() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let clerk = app.clerk(v.workshop, v.firm).await;
    clerk.post("/firm", "/api/sign_out", &[].into()).await;
    let left = clerk.open("/f/here").await;
    assert!(left.text().contains("请再打开一次链接"), "{}", left.text());
}
