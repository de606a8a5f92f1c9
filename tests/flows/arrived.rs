//! What is recorded while a page is open is told to whom it concerns, and to nobody else.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::firm::clerk_of;
use crate::support::village::Village;
use crate::support::visitor::Visitor;
use crate::support::worker::worker_of;
use axum::http::Method;
use futures_util::future::join_all;
use reqwest::Response;

const NEW: &str = "data: new\n\n";
/// The stream ended, and said nothing.
const NOTHING: &str = ": nothing\n\n";

/// The number of the newest event, as a page names it.
async fn made(who: &Visitor, path: &str) -> String {
    who.open(path).await.attribute("script[data-since]", "data-since")
}

async fn ask(who: &Visitor, since: &str) -> Response {
    who.ask(Method::GET, &format!("/news?since={since}")).send().await.expect("an answer")
}

/// What is said to who waits, until the stream ends.
async fn told(stream: Response) -> String {
    stream.text().await.expect("a stream that ends")
}

#[tokio::test]
async fn each_is_told_what_concerns_her_and_others_did() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let coordinator = coordinator_of(&app, v.workshop).await;
    let firm = clerk_of(&app, &v, v.firm).await;
    let since = made(&anna, "/me").await;
    let waiting = [ask(&anna, &since).await, ask(&coordinator, &since).await, ask(&firm, &since).await];
    for stream in &waiting {
        assert_eq!(stream.headers()["content-type"], "text/event-stream");
        assert!(stream.headers()["cache-control"].to_str().expect("text").contains("no-store"));
    }
    v.done(v.count_of(v.anna, issue, 30, 0, 0)).await;
    for said in join_all(waiting.map(told)).await {
        assert_eq!(said, NEW);
    }
}

#[tokio::test]
async fn what_happened_before_the_page_asked_is_told_at_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let since = made(&anna, "/me").await;
    v.issue(1, v.anna, 60).await;
    assert_eq!(told(ask(&anna, &since).await).await, NEW);
    let since = made(&anna, "/me").await;
    // Another woman's work, then hers: she is told of hers.
    v.issue(1, v.berta, 10).await;
    let waiting = ask(&anna, &since).await;
    v.issue(1, v.anna, 5).await;
    assert_eq!(told(waiting).await, NEW);
}

#[tokio::test]
async fn strangers_are_told_nothing_and_what_is_no_number_is_refused() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 60).await;
    assert_eq!(ask(&Visitor::new(&app.address), "0").await.status(), 404);
    let anna = worker_of(&app, &v, v.anna).await;
    for since in ["", "x", "0&since=1", "99999999999999999999"] {
        assert_eq!(ask(&anna, since).await.status(), 400, "{since}");
    }
    // She names a number of her own: the last are looked at, however many there are.
    assert_eq!(told(ask(&anna, "-9223372036854775808").await).await, NEW);
    assert_eq!(Visitor::new(&app.address).open("/").await.count("script[data-since]"), 0);
}

#[tokio::test]
async fn who_signed_out_is_told_nothing_any_more() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let waiting = ask(&anna, &made(&anna, "/me").await).await;
    let account = anna.open("/account").await;
    anna.send(&account, "/api/sign_out", &[]).await;
    v.issue(1, v.anna, 60).await;
    assert_eq!(told(waiting).await, NOTHING);
}

#[tokio::test]
async fn one_person_holds_few_connections_and_gives_them_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (anna, berta) = (worker_of(&app, &v, v.anna).await, worker_of(&app, &v, v.berta).await);
    let since = made(&anna, "/me").await;
    let waiting = join_all((0..4).map(|_| ask(&anna, &since))).await;
    assert!(waiting.iter().all(|stream| stream.status() == 200));
    assert_eq!(ask(&anna, &since).await.status(), 503);
    assert_eq!(ask(&berta, &since).await.status(), 200, "another's are her own");
    v.issue(1, v.anna, 60).await;
    for said in join_all(waiting.into_iter().map(told)).await {
        assert_eq!(said, NEW);
    }
    assert_eq!(told(ask(&anna, &since).await).await, NEW);
}

#[tokio::test]
async fn many_wait_and_pages_are_read_all_the_same() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let coordinators = join_all((0..8).map(|_| coordinator_of(&app, v.workshop))).await;
    let since = made(&coordinators[0], "/today").await;
    let asked = coordinators.iter().flat_map(|one| (0..4).map(|_| ask(one, &since)));
    let waiting = join_all(asked.collect::<Vec<_>>()).await;
    assert!(waiting.iter().all(|stream| stream.status() == 200));
    let pages = join_all(coordinators.iter().map(|one| one.open("/today"))).await;
    assert!(pages.iter().all(|page| page.status == 200));
    // It is a coordinator's own deed to them all: they are of one phone number.
    let anna = worker_of(&app, &v, v.anna).await;
    let issue = v.issue(1, v.anna, 60).await;
    let page = anna.open(&format!("/me/hand-in/{issue}")).await;
    anna.send(&page, "/api/declare", &[("pieces", "10")]).await;
    for said in join_all(waiting.into_iter().map(told)).await {
        assert_eq!(said, NEW);
    }
}

#[tokio::test]
async fn the_program_ends_though_somebody_waits() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let since = made(&anna, "/me").await;
    let waiting = ask(&anna, &since).await;
    app.end_listening();
    assert_eq!(told(waiting).await, NOTHING);
    assert_eq!(told(ask(&anna, &since).await).await, NOTHING);
}
