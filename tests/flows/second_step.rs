//! After the password: the code of an app, or one on paper.

use crate::support::app::App;
use crate::support::people::{PASSWORD, sign_in};
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use chrono::Duration;
use ledger::model::SetApproval;
use totp_rs::{Builder, Secret};

const PAGE: &str = "/account/second-step";
const PHONE: &str = "13800000001";

/// What an app with that secret shows now.
fn code(app: &App, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("an app");
    totp.generate(app.now().timestamp().try_into().expect("after 1970")).to_string()
}

/// She sets up an app; returns its secret, and the page with her codes on paper.
async fn set_up(app: &App, desk: &Visitor) -> (String, Page) {
    let page = desk.open(PAGE).await;
    let page = desk.send(&page, "/api/begin_authenticator", &[]).await;
    let secret = page.texts("figcaption").pop().expect("the secret in letters");
    let wrong = desk.send(&page, "/api/confirm_authenticator", &[("one_time_code", "000000")]).await;
    assert!(wrong.text().contains("码不对"), "{}", wrong.text());
    let codes = desk.send(&page, "/api/confirm_authenticator", &[("one_time_code", &code(app, &secret))]).await;
    assert_eq!(codes.path, "/account/second-step/codes", "{}", codes.text());
    (secret, codes)
}

#[tokio::test]
async fn the_password_alone_lets_nobody_in_where_an_app_is_asked_for() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, PHONE).await;
    let (secret, _) = set_up(&app, &desk).await;
    let first = code(&app, &secret);
    let phone = app.stranger();
    let page = phone.open("/workers?before=3").await;
    let page = phone.send(&page, "/api/sign_in", &[("phone", PHONE), ("password", PASSWORD)]).await;
    assert_eq!(page.path, "/sign-in/second-step?then=%2Fworkers%3Fbefore%3D3");
    assert!(phone.open("/today").await.path.starts_with("/sign-in"), "not in yet");
    let used = phone.send(&page, "/api/take_code", &[("one_time_code", &first)]).await;
    assert!(used.text().contains("用过了"), "the code that set it up works no more: {}", used.text());
    assert!(!used.html.contains(&first), "a code came back");
    app.clock.pass(Duration::seconds(30));
    let next = code(&app, &secret);
    let (one, other) = (format!("{} {}", &next[..3], &next[3..]), next.clone());
    let page = phone.send(&used, "/api/take_code", &[("one_time_code", &one)]).await;
    assert_eq!(page.path, "/workers?before=3", "{}", page.text());
    // Somebody who saw password and code comes too late.
    let thief = app.stranger();
    let page = sign_in(&thief, PHONE, PASSWORD).await;
    let page = thief.send(&page, "/api/take_code", &[("one_time_code", &other)]).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(thief.open("/today").await.path.starts_with("/sign-in"));
}

#[tokio::test]
async fn a_code_on_paper_lets_in_once_and_new_ones_end_the_old() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, PHONE).await;
    let (_, page) = set_up(&app, &desk).await;
    let codes = page.texts("li code");
    assert_eq!(codes.len(), 8);
    let page = desk.send(&page, "/api/put_codes_away", &[]).await;
    assert!(page.path == PAGE && page.text().contains("还剩 8 个"), "{}", page.text());
    assert_eq!(desk.open("/account/second-step/codes").await.count("li code"), 0, "they are not shown again");
    let come = async |code: &str| {
        let visitor = app.stranger();
        let page = sign_in(&visitor, PHONE, PASSWORD).await;
        visitor.send(&page, "/api/take_code", &[("one_time_code", code)]).await
    };
    assert_eq!(come(&codes[0].to_lowercase().replace('-', " ")).await.path, "/today");
    assert_eq!(come(&codes[0]).await.status, 422, "once");
    app.clock.pass(Duration::minutes(1));
    assert!(desk.open(PAGE).await.text().contains("还剩 7 个"));
    let page = desk.open(PAGE).await;
    let new = desk.send(&page, "/api/make_recovery_codes", &[]).await.texts("li code");
    assert_eq!(come(&codes[1]).await.status, 422, "the old ones work no more");
    assert_eq!(come(&new[1]).await.path, "/today");
}

#[tokio::test]
async fn guessing_codes_waits_and_keeps_nobody_out_whom_we_know() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, PHONE).await;
    let (secret, _) = set_up(&app, &desk).await;
    desk.post("/today", "/api/sign_out", &[].into()).await;
    let thief = app.stranger();
    let page = sign_in(&thief, PHONE, PASSWORD).await;
    for _ in 0..3 {
        assert_eq!(thief.send(&page, "/api/take_code", &[("one_time_code", "000000")]).await.status, 422);
    }
    app.clock.pass(Duration::milliseconds(500));
    let waits = thief.send(&page, "/api/take_code", &[("one_time_code", &code(&app, &secret))]).await;
    assert_eq!(waits.status, 429, "{}", waits.text());
    app.clock.pass(Duration::seconds(30));
    let page = sign_in(&desk, PHONE, PASSWORD).await;
    let page = desk.send(&page, "/api/take_code", &[("one_time_code", &code(&app, &secret))]).await;
    assert_eq!(page.path, "/today", "{}", page.text());
    // The second step waits ten minutes, and no longer.
    app.clock.pass(Duration::minutes(11));
    let late = thief.open("/sign-in/second-step").await;
    assert_eq!(late.path, "/sign-in");
}

#[tokio::test]
async fn where_two_must_agree_it_is_asked_for_at_sign_in_and_may_be_put_off() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    drop(app.coordinator(v.workshop, PHONE).await);
    app.coordinator(v.workshop, "13800000002").await;
    v.done(SetApproval { on: true }).await;
    let page = sign_in(&app.stranger(), PHONE, PASSWORD).await;
    assert_eq!(page.path, "/account/second-step?then=%2Ftoday");
    assert!(page.text().contains("两位带头人都同意"), "{}", page.text());
    assert_eq!(page.link("main a.button.plain"), "/today");
    // She goes on to where she wanted, once it is set up.
    let visitor = app.stranger();
    let page = visitor.open("/orders").await;
    let page = visitor.send(&page, "/api/sign_in", &[("phone", PHONE), ("password", PASSWORD)]).await;
    let page = visitor.send(&page, "/api/begin_authenticator", &[]).await;
    let code = code(&app, &page.texts("figcaption").pop().expect("the secret"));
    let page = visitor.send(&page, "/api/confirm_authenticator", &[("one_time_code", &code)]).await;
    assert_eq!(visitor.send(&page, "/api/put_codes_away", &[]).await.path, "/orders");
    assert_eq!(sign_in(&app.stranger(), PHONE, PASSWORD).await.path, "/sign-in/second-step");
}

#[tokio::test]
async fn a_new_password_by_a_link_does_not_get_around_it_and_an_ended_app_is_not_asked_for() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, PHONE).await;
    let other = app.coordinator(v.workshop, "13800000002").await;
    set_up(&app, &desk).await;
    let user = other.open("/access").await.link("a[href^='/access/user/']");
    let page = other.open(&user).await;
    let link = other.send(&page, "/api/reset_password", &[]).await.texts("figcaption").pop().expect("a link");
    let path = link.split("/set-up/").nth(1).map(|token| format!("/set-up/{token}")).expect("its path");
    let holder = app.stranger();
    let page = holder.open(&path).await;
    let new = "河边第三块大石头";
    let page = holder.send(&page, "/api/choose_password", &[("password", new), ("again", new)]).await;
    assert_eq!(page.path, "/sign-in/second-step", "{}", page.text());
    // The one who runs the machine helps her who lost everything.
    app.database.store.second_steps().end(v.workshop, user_id(&user)).await.expect("ended");
    assert_eq!(sign_in(&app.stranger(), PHONE, new).await.path, "/today");
}

fn user_id(path: &str) -> ledger::values::ids::UserId {
    ledger::values::ids::UserId(path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id"))
}

#[tokio::test]
async fn an_app_can_be_ended_by_one_who_gave_her_password_a_short_while_ago() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, PHONE).await;
    let (_, page) = set_up(&app, &desk).await;
    let old = page.texts("li code");
    app.clock.pass(Duration::minutes(16));
    let page = desk.open(PAGE).await;
    assert!(desk.send(&page, "/api/end_authenticator", &[]).await.path.starts_with("/account/proof?then="));
    let page = desk.open("/account/proof?then=/account/second-step").await;
    let page = desk.send(&page, "/api/prove", &[("password", PASSWORD)]).await;
    assert_eq!(page.path, PAGE);
    assert_eq!(desk.send(&page, "/api/end_authenticator", &[]).await.path, "/account/second-step?done=saved");
    assert_eq!(sign_in(&app.stranger(), PHONE, PASSWORD).await.path, "/today");
    // Its codes ended with it: the next app comes with others.
    let (_, page) = set_up(&app, &desk).await;
    assert!(page.texts("li code").iter().all(|code| !old.contains(code)), "{}", page.text());
    let visitor = app.stranger();
    let page = sign_in(&visitor, PHONE, PASSWORD).await;
    assert_eq!(visitor.send(&page, "/api/take_code", &[("one_time_code", &old[0])]).await.status, 422);
}

#[tokio::test]
async fn passkeys_are_not_offered_under_a_number_nor_taken_unasked() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, PHONE).await;
    let page = desk.open(PAGE).await;
    assert!(page.text().contains("才能用通行密钥") && page.count("script[src^='/passkey.js']") == 0, "{}", page.text());
    set_up(&app, &desk).await;
    let thief = app.stranger();
    sign_in(&thief, PHONE, PASSWORD).await;
    for path in ["/api/take_passkey", "/api/ask_passkey", "/api/add_passkey", "/api/begin_passkey"] {
        let fields = [("credential".to_owned(), "{}".to_owned()), ("name".to_owned(), "x".to_owned())].into();
        thief.post("/sign-in/second-step", path, &fields).await;
        assert!(thief.open("/today").await.path.starts_with("/sign-in"), "{path}");
    }
}
