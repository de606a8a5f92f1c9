//! The second step of signing in, with a passkey that the browser's own tools pretend to hold.

use super::devtools::ask;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::people::PASSWORD;
use crate::support::village::Village;
use app::language::Language;
use serde_json::json;

const PHONE: &str = "13800000001";

async fn sign_in(desk: &Phone) {
    desk.go("/sign-in").await;
    desk.fill("[name=phone]", PHONE).await;
    desk.fill("[name=password]", PASSWORD).await;
    desk.send("/api/sign_in").await;
}

async fn sign_in_again(desk: &Phone) {
    desk.go("/account").await;
    desk.send("/api/sign_out_everywhere").await;
    sign_in(desk).await;
}

/// A device that proves itself without asking anybody, as long as it is told to.
async fn device(desk: &Phone) -> String {
    ask(desk.client(), "WebAuthn.enable", json!({})).await;
    let options = json!({
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
        "isUserVerified": true, "automaticPresenceSimulation": true,
    });
    let added = ask(desk.client(), "WebAuthn.addVirtualAuthenticator", json!({ "options": options })).await;
    added["authenticatorId"].as_str().expect("its id").to_owned()
}

#[tokio::test]
async fn a_passkey_is_added_and_lets_in_after_the_password() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    drop(app.coordinator(v.workshop, PHONE).await);
    // Browsers offer passkeys to a name alone.
    let home = app.address.replace("127.0.0.1", "localhost");
    let desk = Phone::open(&home, Script::On, Language::ZhCn).await;
    let device = device(&desk).await;
    sign_in(&desk).await;
    assert_eq!(desk.path().await, "/today");
    desk.go("/account/second-step").await;
    assert!(desk.fits().await, "wider than the phone");
    desk.fill("[name=name]", "").await;
    desk.press("button[data-passkey]").await;
    let kept = ask(desk.client(), "WebAuthn.getCredentials", json!({ "authenticatorId": device })).await;
    assert_eq!(kept["credentials"].as_array().map(Vec::len), Some(0), "a key that nobody would know was made");
    desk.fill("[name=name]", "红色的手机").await;
    desk.press("button[data-passkey]").await;
    desk.says("抄好了").await;
    assert_eq!(desk.path().await, "/account/second-step/codes");
    assert!(desk.fits().await, "wider than the phone");
    desk.send("/api/put_codes_away").await;
    desk.says("红色的手机").await;
    desk.press("button[data-passkey]").await;
    desk.says("已经有您的通行密钥").await;
    sign_in_again(&desk).await;
    assert_eq!(desk.path().await, "/sign-in/second-step");
    // Her device does not know her finger: nobody is let in.
    let verified = |yes: bool| json!({ "authenticatorId": device, "isUserVerified": yes });
    ask(desk.client(), "WebAuthn.setUserVerified", verified(false)).await;
    desk.press("button[data-passkey]").await;
    desk.says("通行密钥没有成").await;
    ask(desk.client(), "WebAuthn.setUserVerified", verified(true)).await;
    desk.press("button[data-passkey]").await;
    desk.says("今日").await;
    assert_eq!(desk.path().await, "/today");
    // Taken away, it is asked for no more.
    desk.go("/account/second-step").await;
    desk.unfold("form[action='/api/end_passkey']").await;
    desk.send("/api/end_passkey").await;
    sign_in_again(&desk).await;
    assert_eq!(desk.path().await, "/today");
    desk.close().await;
}

#[tokio::test]
async fn without_script_the_page_says_what_to_use_instead() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    drop(app.coordinator(v.workshop, PHONE).await);
    let home = app.address.replace("127.0.0.1", "localhost");
    let desk = Phone::open(&home, Script::Off, Language::En).await;
    sign_in(&desk).await;
    desk.go("/account/second-step").await;
    let text = desk.text().await;
    assert!(text.contains("This browser cannot use passkeys") && !text.contains("Add a passkey"), "{text}");
    desk.send("/api/begin_authenticator").await;
    assert!(desk.text().await.contains("Six digits from the app"));
    assert!(desk.fits().await, "wider than the phone");
    desk.close().await;
}
