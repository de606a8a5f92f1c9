//! Writes come from our own pages only, and answers say what a browser must not do.

use crate::support::app::App;
use crate::support::village::Village;
use reqwest::Method;

#[tokio::test]
async fn another_site_cannot_act_for_somebody() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("referer", "https://evil.example/page"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("x-nothing", "said"),
    ] {
        for path in server::server_functions() {
            let asked = desk.ask(Method::POST, &path).header(name, value).header("accept", "text/html");
            let response = asked.send().await.expect("an answer");
            assert_eq!(response.status(), 403, "{path} with {name}: {value}");
        }
    }
    assert_eq!(desk.open("/today").await.path, "/today", "nobody was signed out");
}

#[tokio::test]
async fn reading_never_writes() {
    let app = App::start().await;
    for path in server::server_functions() {
        let response = app.stranger().ask(Method::GET, &path).send().await.expect("an answer");
        assert_eq!(response.status(), 405, "{path} is posted to, never opened");
    }
}

#[tokio::test]
async fn who_opens_the_address_of_a_form_or_comes_from_elsewhere_gets_a_page() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    for path in server::server_functions() {
        let page = desk.open(&path).await;
        let led_on = page.status == 200 && !page.path.starts_with("/api/");
        let is_told = page.status == 405 && page.text().contains("只收表单") && page.count("h1") == 1;
        // One of a link that this browser never opened.
        let has_no_link = page.status == 404 && page.text().contains("链接");
        assert!(led_on || is_told || has_no_link, "{path}: {} {}", page.status, page.text());
    }
    // A form of a stranger's is answered where it was sent; opened again, that address leads to it.
    let stranger = app.stranger();
    let page = stranger.open("/sign-in").await;
    let refused = stranger.send(&page, "/api/sign_in", &[("phone", "13800000001"), ("password", "a wrong one")]).await;
    assert_eq!((refused.status.as_u16(), refused.path.as_str()), (422, "/api/sign_in"));
    assert_eq!(stranger.open("/api/sign_in").await.path, "/sign-in");
    for (language, told) in [("zh-CN", "不是从花工账自己的网页来的"), ("en", "did not come from one of Petalwork")]
    {
        let asked = desk.ask(Method::POST, "/api/issue").header("origin", "https://evil.example");
        let asked = asked.header("accept", "text/html").header("accept-language", language);
        let response = asked.send().await.expect("an answer");
        assert_eq!(response.status(), 403);
        let page = response.text().await.expect("a text");
        assert!(page.contains(told) && page.contains("<h1"), "{language}: {page}");
    }
}

#[tokio::test]
async fn every_answer_says_what_a_browser_must_not_do() {
    let app = App::start().await;
    for path in ["/", "/nowhere", "/api/sign_out", "/sign-in"] {
        let response = app.stranger().ask(Method::GET, path).send().await.expect("an answer");
        let said = |name: &str| {
            response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
        };
        let policy = said("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{path}: {policy}");
        assert_eq!(said("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(said("referrer-policy"), "same-origin", "{path}");
        assert_eq!(said("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(said("strict-transport-security"), "", "{path}: not by http");
    }
}

#[tokio::test]
async fn each_page_has_a_nonce_of_its_own() {
    let app = App::start().await;
    let nonce = async || {
        let response = app.stranger().ask(Method::GET, "/").send().await.expect("an answer");
        let policy = response.headers()["content-security-policy"].to_str().expect("a policy").to_owned();
        let (_, rest) = policy.split_once("'nonce-").expect("a nonce");
        rest.split('\'').next().expect("its end").to_owned()
    };
    let (one, other) = (nonce().await, nonce().await);
    assert!(one.len() >= 20, "{one}");
    assert_ne!(one, other);
}
