//! Hearing a page with a browser that has no voice of its own, as Android's WebView and WeChat have none.

use super::{Phone, Script, devtools};
use crate::support::app::App;
use crate::support::people::PIN;
use crate::support::village::Village;
use app::language::Language;
use serde_json::json;

const HEAR: &str = "a.hear";

/// Keeps what the page plays, so that it can be asked how far it is.
const LISTEN: &str = "delete window.speechSynthesis; delete window.SpeechSynthesisUtterance; window.played = []; \
     window.Audio = class extends Audio { constructor(...of) { super(...of); window.played.push(this); } }";

/// Her first page, with two works, on a browser without voices.
async fn her_phone(app: &App, v: &Village<'_>, script: Script, language: Language) -> Phone {
    v.issue(1, v.anna, 10).await;
    v.issue(1, v.anna, 12).await;
    let phone = Phone::open(&app.address, script, language).await;
    devtools::ask(phone.client(), "Page.enable", json!({})).await;
    devtools::ask(phone.client(), "Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN })).await;
    phone.go(&app.card(v.workshop, v.anna).await).await;
    phone.fill("[name=pin]", PIN).await;
    phone.fill("[name=again]", PIN).await;
    phone.send("/api/choose_pin").await;
    phone
}

/// Waits until script says so.
async fn until(phone: &Phone, what: &str) {
    let wait = "const done = arguments[arguments.length - 1]; const look = () => ".to_owned()
        + &format!("({what}) ? done(true) : setTimeout(look, 20); look();");
    phone.client().execute_async(&wait, Vec::new()).await.unwrap_or_else(|why| panic!("{what}: {why}"));
}

#[tokio::test]
async fn a_tap_plays_another_stops_and_one_sound_stops_the_other() {
    for language in Language::ALL {
        let app = App::start().await;
        let v = Village::settle(&app.database.store).await;
        let phone = her_phone(&app, &v, Script::On, language).await;
        assert_eq!(phone.count(HEAR).await, 5, "what is new, her numbers and her two works");
        let path = phone.path().await;
        until(&phone, "!('speechSynthesis' in window) && played.length === 1").await;
        phone.press(".panel a.hear").await;
        until(&phone, "played[0].currentTime > 0.2 && !played[0].paused").await;
        assert_eq!(phone.attribute(".panel a.hear", "aria-pressed").await, "true");
        // The next tap stops it.
        phone.press(".panel a.hear").await;
        until(&phone, "played[0].paused").await;
        phone.has(".panel a.hear[aria-pressed=false]").await;
        // Another sound stops the one before.
        phone.press(".panel a.hear").await;
        phone.has(".panel a.hear[aria-pressed=true]").await;
        phone.press(".panel ~ .panel a.hear").await;
        phone.has(".panel ~ .panel a.hear[aria-pressed=true]").await;
        assert_eq!(phone.count("a.hear[aria-pressed=true]").await, 1);
        until(&phone, "played[0].currentTime > 0").await;
        // Left alone it plays to its end.
        until(&phone, "played[0].ended").await;
        phone.has(".panel ~ .panel a.hear[aria-pressed=false]").await;
        assert_eq!((phone.count("[data-unheard]:not([hidden])").await, phone.path().await), (0, path), "in its place");
        assert!(phone.fits().await, "wider than the phone");
        phone.close().await;
    }
}

#[tokio::test]
async fn a_sound_that_does_not_come_says_so() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = her_phone(&app, &v, Script::On, Language::ZhCn).await;
    devtools::ask(phone.client(), "Network.enable", json!({})).await;
    let network = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    devtools::ask(phone.client(), "Network.emulateNetworkConditions", network).await;
    phone.press(".panel a.hear").await;
    phone.says("没放出来").await;
    phone.has(".panel a.hear[aria-pressed=false]").await;
    assert!(phone.fits().await, "wider than the phone");
    let network = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    devtools::ask(phone.client(), "Network.emulateNetworkConditions", network).await;
    phone.press(".panel a.hear").await;
    until(&phone, "played[0].currentTime > 0").await;
    assert!(!phone.text().await.contains("没放出来"));
    phone.close().await;
}

#[tokio::test]
async fn without_script_the_browser_s_own_player_opens() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = her_phone(&app, &v, Script::Off, Language::ZhCn).await;
    phone.press(".panel a.hear").await;
    let path = phone.path().await;
    assert!(path.starts_with("/spoken/zh-CN/") && path.contains("-issued-"), "{path}");
    phone.has("video, audio").await;
    phone.close().await;
}
