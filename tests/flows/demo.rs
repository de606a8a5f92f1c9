//! The made-up village: made in an empty database only, and open to anybody only there.

use crate::support::app::App;
use crate::support::village::Village;

#[tokio::test]
async fn an_empty_database_becomes_the_demo_and_can_be_entered_as_three_people() {
    let app = App::start().await;
    let visitor = app.stranger();
    let page = visitor.open("/").await;
    let page = visitor.send(&page, "/api/demo_make", &[]).await;
    assert_eq!(page.path, "/", "{}", page.text());
    for (who, home) in [("coordinator", "/today"), ("worker", "/me"), ("firm", "/firm")] {
        let visitor = app.stranger();
        let home_page = visitor.send_keyed(&page, "/api/demo_enter", Some(who), &[]).await;
        assert_eq!((home_page.status.as_u16(), home_page.path.as_str()), (200, home), "{}", home_page.text());
        assert_eq!(home_page.count(".demo"), 1, "the banner says that it is made up");
    }
    let clerk = app.stranger();
    clerk.send_keyed(&page, "/api/demo_enter", Some("firm"), &[]).await;
    let waiting = clerk.open("/firm/deliveries").await;
    let waiting = clerk.open(&waiting.link("main a[href^='/firm/deliveries/']")).await;
    assert_eq!(waiting.count("form[action='/api/answer_delivery']"), 2, "there is something to confirm");
    let [workshop] = app.database.store.workshops().await.expect("a look").try_into().expect("one workshop");
    assert_eq!(app.database.store.audit(workshop.id).await.expect("an audit").findings, []);
    let again = visitor.post("/", "/api/demo_make", &[].into()).await;
    assert_eq!(again.path, "/");
    assert_eq!(app.database.store.workshops().await.expect("a look").len(), 1, "a second tap makes no second");
}

#[tokio::test]
async fn real_books_are_never_a_demo() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let visitor = app.stranger();
    let page = visitor.open("/").await;
    assert_eq!(page.count("form[action='/api/demo_make'], form[action='/api/demo_enter']"), 0);
    assert_eq!(page.count("form[action='/api/start']"), 0);
    for who in ["coordinator", "worker", "firm"] {
        let fields = [("who".to_owned(), who.to_owned())].into();
        let refused = visitor.post("/", "/api/demo_enter", &fields).await;
        assert_eq!(refused.status, 404);
    }
    visitor.post("/", "/api/demo_make", &[].into()).await;
    let workshops = app.database.store.workshops().await.expect("a look");
    assert_eq!(workshops.len(), 1);
    assert_eq!(app.database.store.users().users(v.workshop).await.expect("a look"), []);
    assert!(visitor.open("/today").await.path.starts_with("/sign-in"));
}
