//! Before anybody is known.

use crate::support::app::App;
use crate::support::visitor::Visitor;

#[tokio::test]
async fn a_stranger_is_asked_who_they_are() {
    let app = App::start().await;
    let stranger = Visitor::new(&app.address);
    let page = stranger.open("/").await;
    assert_eq!(page.status, 200);
    let page = stranger.open("/today").await;
    assert!(page.path.starts_with("/sign-in?then=%2Ftoday"), "{}", page.path);
}

#[tokio::test]
async fn the_language_is_chosen_and_remembered() {
    let app = App::start().await;
    let stranger = app.stranger();
    let page = stranger.open("/sign-in?then=/today").await;
    assert_eq!(page.attribute("html", "lang"), "zh-CN");
    let page = stranger.send(&page, "/api/language", &[("language", "en")]).await;
    assert_eq!((page.attribute("html", "lang").as_str(), page.path.as_str()), ("en", "/sign-in?then=/today"));
    assert_eq!(stranger.open("/").await.attribute("html", "lang"), "en");
    let asked = app.stranger().ask(reqwest::Method::GET, "/").header("accept-language", "de, en;q=0.7");
    let text = asked.send().await.expect("an answer").text().await.expect("a text");
    assert!(text.contains("lang=\"en\""), "a browser's own wish");
    let page = stranger.send(&page, "/api/language", &[("language", "tlh")]).await;
    assert_eq!(page.status, 422);
}

#[tokio::test]
async fn who_is_signed_in_goes_home() {
    let app = App::start().await;
    let v = crate::support::village::Village::settle(&app.database.store).await;
    for (visitor, home) in [
        (app.coordinator(v.workshop, "13800000001").await, "/today"),
        (app.worker(v.workshop, v.anna).await, "/me"),
        (app.clerk(v.workshop, v.firm).await, "/firm"),
    ] {
        assert_eq!(visitor.open("/").await.path, home);
        assert_eq!(visitor.open("/sign-in").await.path, home);
    }
}
