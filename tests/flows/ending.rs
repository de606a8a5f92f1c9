//! Somebody's access ends: at once, everywhere, and it stands in the journal.

use crate::support::app::App;
use crate::support::people::{PASSWORD, PIN, set_up, sign_in};
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use chrono::Duration;
use ledger::model::{Role, SetApproval};

/// The pages of the users that a page lists.
fn users(page: &Page) -> Vec<String> {
    page.attributes("a[href^='/access/user/']", "href")
}

async fn end(desk: &Visitor, user: &str) -> Page {
    let page = desk.open(user).await;
    desk.send(&page, "/api/end_account", &[]).await
}

#[tokio::test]
async fn a_coordinator_who_left_is_out_everywhere() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let left = app.coordinator(v.workshop, "13800000002").await;
    let phone = app.stranger();
    sign_in(&phone, "13800000002", PASSWORD).await;
    let access = desk.open("/access").await;
    let [own, hers] = users(&access).try_into().expect("two coordinators");
    assert_eq!(desk.open(&own).await.path, "/account", "one's own is elsewhere");
    let page = desk.open(&hers).await;
    assert!(page.text().contains("13800000002"), "{}", page.text());
    let ended = desk.send(&page, "/api/end_account", &[]).await;
    assert_eq!(ended.path, "/access?done=access-ended", "{}", ended.text());
    assert!(ended.text().contains("停用了"), "{}", ended.text());
    assert_eq!(desk.send(&page, "/api/end_account", &[]).await.path, "/access?done=access-ended", "a second tap");
    assert_eq!(users(&desk.open("/access").await), [own]);
    for browser in [&left, &phone] {
        assert!(browser.open("/today").await.path.starts_with("/sign-in"));
    }
    assert_eq!(sign_in(&phone, "13800000002", PASSWORD).await.status, 422);
    let journal = desk.open("/journal").await;
    assert!(journal.text().contains("停用账号"), "{}", journal.text());
    // She may come again, by a new invitation and with the same number.
    let link = app.invitation(v.workshop, Role::Coordinator).await;
    assert_eq!(set_up(&app.stranger(), &link, "13800000002").await.path, "/today");
}

#[tokio::test]
async fn where_two_must_stay_the_reason_is_seen_and_nobody_is_out() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let other = app.coordinator(v.workshop, "13800000002").await;
    v.done(SetApproval { on: true }).await;
    let [_, hers] = users(&desk.open("/access").await).try_into().expect("two coordinators");
    let page = desk.open(&hers).await;
    assert_eq!(page.count("details[open]"), 0);
    for _ in 0..2 {
        let refused = desk.send(&page, "/api/end_account", &[]).await;
        let [seen] = refused.texts("details[open]").try_into().expect("what was refused stands open");
        assert!(seen.contains("带头人至少留两位") && seen.contains("petalwork end-account"), "{seen}");
        assert!(!seen.contains("您填的还在下面"), "nothing was typed: {seen}");
    }
    assert_eq!(other.open("/today").await.path, "/today");
}

#[tokio::test]
async fn the_last_coordinator_stays_and_a_clerk_goes() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let link = app.invitation(v.workshop, Role::Clerk(v.firm)).await;
    let clerk = app.stranger();
    set_up(&clerk, &link, "13800000003").await;
    let by_link = app.clerk(v.workshop, v.firm).await;
    let page = desk.open(&format!("/access/firm/{}", v.firm)).await;
    let [user] = users(&page).try_into().expect("one clerk");
    assert_eq!(end(&desk, &user).await.path, "/access?done=access-ended");
    assert!(clerk.open("/firm").await.path.starts_with("/sign-in"));
    assert_eq!(by_link.open("/firm").await.path, "/firm", "the firm's link goes on working");
    let page = desk.open(&format!("/access/firm/{}", v.firm)).await;
    let ended = desk.send(&page, "/api/end_firm_link", &[]).await;
    assert!(ended.path.ends_with("done=access-ended"), "{}", ended.text());
    assert!(by_link.open("/firm").await.path.starts_with("/sign-in"));
    assert_eq!(ended.count("form[action='/api/make_firm_link']"), 1, "another may be made");
}

#[tokio::test]
async fn whoever_forgot_her_password_chooses_another_by_a_link() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let forgot = app.coordinator(v.workshop, "13800000002").await;
    // She tried, until she had to wait for hours.
    let elsewhere = app.stranger();
    for _ in 0..4 {
        sign_in(&elsewhere, "13800000002", "what was it again").await;
    }
    let [_, hers] = users(&desk.open("/access").await).try_into().expect("two coordinators");
    let page = desk.open(&hers).await;
    let sent = desk.send(&page, "/api/reset_password", &[]).await;
    let text = sent.text();
    assert!(sent.path.starts_with("/invitations/") && text.contains("只给本人"), "{text}");
    let link = text.split_whitespace().find(|word| word.contains("/set-up/")).expect("a link");
    let link = link[link.find("/set-up/").expect("a path")..].to_owned();
    let page = elsewhere.open(&link).await;
    assert_eq!(page.count("[name=phone]"), 0, "who she is, is known: {}", page.text());
    let refused =
        elsewhere.send(&page, "/api/choose_password", &[("password", "password1"), ("again", "password1")]).await;
    assert_eq!(refused.status, 422);
    let new = "河边第三块大石头";
    let typed = [("password", new), ("again", new)];
    assert_eq!(elsewhere.send(&page, "/api/choose_password", &typed).await.path, "/today");
    assert!(forgot.open("/today").await.path.starts_with("/sign-in"), "whoever came in with the old one is out");
    let used = app.stranger();
    assert_eq!(used.open(&link).await.status, 404);
    let again = used.send(&page, "/api/choose_password", &typed).await;
    assert_eq!(again.status, 404, "{}", again.text());
    assert_eq!(sign_in(&app.stranger(), "13800000002", new).await.path, "/today", "she need not wait");
    assert!(desk.open("/journal").await.text().contains("重设密码的链接"));
}

#[tokio::test]
async fn a_new_card_is_told_to_her_and_what_is_said_by_it_is_marked() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    assert!(!phone.open("/me").await.text().contains("您的卡变过"), "a first card is no news");
    let issue = v.issue(1, v.anna, 20).await;
    let count = v.done(v.count_of(v.anna, issue, 20, 0, 0)).await.id;
    app.clock.pass(Duration::days(2));
    // Somebody has the coordinator's screen and password, and makes herself Anna.
    let page = desk.open("/account/proof").await;
    desk.send(&page, "/api/prove", &[("password", PASSWORD)]).await;
    let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    desk.send(&page, "/api/replace_card", &[]).await;
    let card = app.card(v.workshop, v.anna).await;
    let other = app.stranger();
    let page = other.open(&card).await;
    other.send(&page, "/api/choose_pin", &[("pin", PIN), ("again", PIN)]).await;
    let page = other.open(&format!("/me/count/{count}")).await;
    other.send(&page, "/api/confirm_count", &[]).await;
    let home = other.open("/me").await.text();
    assert!(home.contains("您的卡变过") && home.contains("王桂英给您换了一张新卡"), "{home}");
    assert!(home.contains("选了密码") && home.contains("再换一张卡"), "{home}");
    let book = desk.open(&format!("/workers/{}/book", v.anna)).await.text();
    assert!(book.contains("换卡不到一天"), "{book}");
    let journal = desk.open("/journal").await.text();
    assert!(journal.contains("换新卡，旧卡作废") && journal.contains("选了密码"), "{journal}");
    app.clock.pass(Duration::days(8));
    assert!(!other.open("/me").await.text().contains("您的卡变过"));
}

#[tokio::test]
async fn a_link_that_was_lost_is_ended_before_anybody_uses_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    app.coordinator(v.workshop, "13800000002").await;
    let clerk = app.invitation(v.workshop, Role::Clerk(v.firm)).await;
    let user = users(&desk.open("/access").await).pop().expect("the other");
    let page = desk.open(&user).await;
    desk.send(&page, "/api/reset_password", &[]).await;
    let page = desk.open("/access").await;
    assert!(page.text().contains("给测试贸易的人开账号") && page.text().contains("重设密码，"), "{}", page.text());
    let links = page.attributes("form[action='/api/withdraw_invitation'] [name=invitation]", "value");
    assert_eq!(links.len(), 2);
    // Another workshop's coordinator ends none of them.
    let next = Village::settle(&app.database.store).await;
    let other = app.coordinator(next.workshop, "13800000003").await;
    for link in &links {
        other.post("/access", "/api/withdraw_invitation", &[("invitation".to_owned(), link.clone())].into()).await;
    }
    assert_eq!(desk.open("/access").await.count("form[action='/api/withdraw_invitation']"), 2);
    for link in links {
        let done = desk.post("/access", "/api/withdraw_invitation", &[("invitation".to_owned(), link)].into()).await;
        assert_eq!(done.path, "/access?done=invitation-withdrawn");
    }
    assert_eq!(app.stranger().open(&clerk).await.status, 404);
    assert_eq!(desk.open("/access").await.count("form[action='/api/withdraw_invitation']"), 0);
}

#[tokio::test]
async fn a_card_is_taken_away_without_another() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    assert!(!phone.open("/card").await.text().contains("换了新卡"), "she is signed in");
    let card = app.card(v.workshop, v.anna).await;
    let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    assert_eq!(desk.send(&page, "/api/end_card", &[]).await.path, "/cards?done=access-ended");
    let page = phone.open("/me").await;
    assert!(page.path.starts_with("/card?then=") && page.text().contains("换了新卡"), "{}: {}", page.path, page.text());
    assert!(!app.stranger().open("/me").await.text().contains("换了新卡"), "others were never in");
    assert!(app.stranger().open(&card).await.path.starts_with("/card?wrong=1"));
    assert_eq!(desk.open(&format!("/cards/replace/{}", v.anna)).await.status, 404, "she has none");
    // Made anew after that, it is as a card that was replaced.
    let again = app.worker(v.workshop, v.anna).await.open("/me").await.text();
    assert!(again.contains("您的卡变过") && again.contains("王桂英停用了您的卡"), "{again}");
}
