//! What a phone, a chat and a search engine find beside the pages.

use super::device::enter;
use super::devtools::ask;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::village::Village;
use app::language::Language;
use serde_json::json;

#[tokio::test]
async fn a_phone_can_put_the_app_among_its_own() {
    let app = App::start().await;
    let phone = Phone::open(&app.address, Script::On, Language::ZhCn).await;
    phone.go("/sign-in").await;
    let manifest = ask(phone.client(), "Page.getAppManifest", json!({})).await;
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    assert!(manifest["url"].as_str().is_some_and(|url| url.ends_with("/manifest.webmanifest")), "{manifest}");
    let errors = ask(phone.client(), "Page.getInstallabilityErrors", json!({})).await;
    assert_eq!(errors["installabilityErrors"], json!([]));
    // A worker from her account; on her other pages a phone would fetch icons that she has no use for.
    let v = Village::settle(&app.database.store).await;
    enter(&app, &phone, &v, v.anna).await;
    phone.go("/account").await;
    let manifest = ask(phone.client(), "Page.getAppManifest", json!({})).await;
    assert!(manifest["url"].as_str().is_some_and(|url| url.ends_with("/manifest.webmanifest")), "{manifest}");
    phone.go("/me").await;
    assert_eq!(phone.count("link[rel=manifest]").await, 0);
    phone.close().await;
}
