//! What comes in while a page is open.

use super::device::enter;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::village::Village;
use app::language::Language;

const BAR: &str = ".arrived a";

#[tokio::test]
async fn what_comes_in_is_said_and_moves_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 31).await;
    let phone = Phone::open(&app.address, Script::On, Language::ZhCn).await;
    enter(&app, &phone, &v, v.anna).await;
    phone.go("/me").await;
    assert_eq!(phone.count(BAR).await, 0);
    let place = "return String(document.querySelector('h2').getBoundingClientRect().top)";
    phone.is_true(&format!("window.before = (() => {{ {place} }})(); return true")).await;
    v.issue(1, v.anna, 7).await;
    phone.says("有新的消息").await;
    assert!(phone.is_true(&format!("return window.before === (() => {{ {place} }})()")).await, "the page has moved");
    assert!(phone.fits().await && phone.small_targets(44).await.is_empty(), "{:?}", phone.small_targets(44).await);
    phone.follow(BAR).await;
    assert_eq!(phone.path().await, "/me");
    assert!(phone.text().await.contains("新消息 2") && phone.count(BAR).await == 0, "{}", phone.text().await);
    phone.close().await;
}

#[tokio::test]
async fn what_is_typed_is_not_covered_by_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 31).await;
    let phone = Phone::open(&app.address, Script::On, Language::ZhCn).await;
    enter(&app, &phone, &v, v.anna).await;
    phone.go(&format!("/me/hand-in/{issue}")).await;
    phone.fill("[name=pieces]", "12").await;
    v.issue(1, v.anna, 7).await;
    // The stream is closed once it has said so.
    phone.has("script[data-heard]").await;
    assert_eq!(phone.count(BAR).await, 0);
    phone.fill("[name=pieces]", "").await;
    phone.press("h1").await;
    phone.has(BAR).await;
    phone.close().await;
}
