//! A refused form comes back with what was typed.

use crate::support::app::App;
use crate::support::people::{PASSWORD, PIN, sign_in};
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use chrono::Duration;
use reqwest::Method;

const TYPED: [(&str, &str); 3] = [("number", "W77"), ("name", "何<i>淑芬"), ("minutes", "many")];

fn assert_typed(page: &Page) {
    assert_eq!(page.attribute("[name=number]", "value"), "W77");
    assert_eq!(page.attribute("[name=name]", "value"), "何<i>淑芬");
    assert_eq!(page.attribute("[name=minutes]", "value"), "many");
}

#[tokio::test]
async fn what_was_typed_comes_back_with_the_reason() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let before = app.database.store.audit(v.workshop).await.expect("an audit");
    let page = desk.open("/workers/new").await;
    let event = page.form("/api/save_worker", None)["event"].clone();
    let refused = desk.send(&page, "/api/save_worker", &TYPED).await;
    assert!(refused.path.starts_with("/workers/new?draft="), "{}", refused.path);
    assert_typed(&refused);
    assert_eq!(refused.attribute("[name=minutes]", "aria-invalid"), "true");
    assert_ne!(refused.form("/api/save_worker", None)["event"], event, "a corrected form is a new event");
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit"), before);
    // Loading the page again, or in the other language, keeps it; fixed, it goes through.
    assert_typed(&desk.open(&refused.path).await);
    let english = desk.post(&refused.path, "/api/language", &language("en", &refused.path)).await;
    assert_typed(&english);
    assert!(english.text().contains("Type a number"), "{}", english.text());
    let saved = desk.send(&english, "/api/save_worker", &[("minutes", "200")]).await;
    assert!(saved.path.ends_with("done=saved"), "{}: {}", saved.path, saved.text());
    assert!(saved.text().contains("何<i>淑芬"));
}

fn language(tag: &str, to: &str) -> std::collections::BTreeMap<String, String> {
    [("language".to_owned(), tag.to_owned()), ("to".to_owned(), to.to_owned())].into()
}

#[tokio::test]
async fn a_draft_is_nobody_else_s() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/workers/new").await;
    let refused = desk.send(&page, "/api/save_worker", &TYPED).await;
    let other = app.coordinator(v.workshop, "13800000002").await;
    assert!(!other.open(&refused.path).await.html.contains("W77"), "another person's browser");
    let hers = app.stranger();
    sign_in(&hers, "13800000001", PASSWORD).await;
    assert!(!hers.open(&refused.path).await.html.contains("W77"), "another browser of hers");
    desk.post("/today", "/api/sign_out", &[].into()).await;
    sign_in(&desk, "13800000002", PASSWORD).await;
    assert!(!desk.open(&refused.path).await.html.contains("W77"), "another person in the same browser");
}

#[tokio::test]
async fn a_session_that_ends_in_the_middle_of_a_form_loses_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/workers/new").await;
    let event = page.form("/api/save_worker", None)["event"].clone();
    app.clock.pass(Duration::days(15));
    let sign_in_page =
        desk.send(&page, "/api/save_worker", &[("number", "W77"), ("name", "何淑芬"), ("minutes", "200")]).await;
    assert!(sign_in_page.path.starts_with("/sign-in?then=%2Fworkers%2Fnew%3Fdraft%3D"), "{}", sign_in_page.path);
    let typed = [("phone", "13800000001"), ("password", PASSWORD)];
    let back = desk.send(&sign_in_page, "/api/sign_in", &typed).await;
    assert!(back.path.starts_with("/workers/new?draft="), "{}", back.path);
    assert_eq!(back.attribute("[name=number]", "value"), "W77");
    assert_eq!(back.attribute("[name=name]", "value"), "何淑芬");
    assert_eq!(back.form("/api/save_worker", None)["event"], event, "it is the same event still");
    let saved = desk.send(&back, "/api/save_worker", &[]).await;
    assert!(saved.path.ends_with("done=saved"), "{}", saved.text());
}

#[tokio::test]
async fn a_wrong_password_on_the_way_back_does_not_lose_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/workers/new").await;
    app.clock.pass(Duration::days(15));
    let sign_in_page = desk.send(&page, "/api/save_worker", &TYPED).await;
    let again =
        desk.send(&sign_in_page, "/api/sign_in", &[("phone", "13800000001"), ("password", "not it at all")]).await;
    let back = desk.send(&again, "/api/sign_in", &[("password", PASSWORD)]).await;
    assert!(back.path.starts_with("/workers/new?draft="), "{}", back.path);
    assert_typed(&back);
}

#[tokio::test]
async fn a_second_tap_and_a_lost_answer_record_one_event() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/workers/new").await;
    let typed = [("number", "W77"), ("name", "何淑芬"), ("minutes", "200")];
    let (one, two) =
        tokio::join!(desk.send(&page, "/api/save_worker", &typed), desk.send(&page, "/api/save_worker", &typed));
    let events = app.database.store.audit(v.workshop).await.expect("an audit").events;
    assert!(one.path.ends_with("done=saved") && two.path.ends_with("done=saved"), "{} {}", one.path, two.path);
    let late = desk.send(&page, "/api/save_worker", &typed).await;
    assert!(late.path.ends_with("done=saved"), "{}", late.path);
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").events, events);
    let other = desk.send(&page, "/api/save_worker", &[("number", "W78"), ("name", "别人"), ("minutes", "200")]).await;
    assert!(other.path.starts_with("/workers/new?draft="), "the same id for something else: {}", other.path);
    assert!(other.text().contains("这张表先前已经记过"), "{}", other.text());
    // Sent again with one tap, it would be recorded beside the first.
    assert_eq!((other.attribute("[name=name]", "value"), other.count(".field.wrong")), (String::new(), 0));
    assert!(!other.text().contains("您填的还在下面"), "{}", other.text());
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").events, events);
}

#[tokio::test]
async fn a_form_from_nowhere_is_answered_at_home() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let asked = desk
        .ask(Method::POST, "/api/save_worker")
        .header("accept", "text/html")
        .header("sec-fetch-site", "same-origin");
    let response = asked.form(&[("number", "W77")]).send().await.expect("an answer");
    assert!(response.url().path().starts_with("/today"), "{}", response.url());
    let text = response.text().await.expect("a text");
    assert!(text.contains("表单不完整"), "the reason is said on a page without the form: {text}");
}

#[tokio::test]
async fn scripts_get_the_problem_itself() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let ask =
        |path: &str| phone.ask(Method::POST, path).header("accept", "application/json").header("origin", &app.address);
    let whole =
        [("event", "2cb3c0a6-5f0c-4d1c-9d43-0d0a7c0e9d11"), ("number", "W77"), ("name", "x"), ("minutes", "200")];
    let response = ask("/api/save_worker").form(&whole).send().await.expect("an answer");
    assert_eq!(response.status(), 404);
    assert_eq!(response.text().await.expect("a text"), "{\"problem\":\"not_found\"}");
    let response = ask("/api/open_pay").form(&[("pin", "25x")]).send().await.expect("an answer");
    assert_eq!(response.status(), 422);
    let said = "{\"problem\":\"field\",\"name\":\"pin\",\"why\":\"not_a_pin\"}";
    assert_eq!(response.text().await.expect("a text"), said);
    let response = ask("/api/open_pay").form(&[("pin", PIN)]).send().await.expect("an answer");
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn who_sends_very_many_forms_waits_and_others_do_not() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (desk, other) =
        (app.coordinator(v.workshop, "13800000001").await, app.coordinator(v.workshop, "13800000002").await);
    let page = desk.open("/workers/new").await;
    let send = async |visitor: &Visitor| visitor.send(&page, "/api/save_worker", &[("name", "王小花")]).await;
    // Some were sent to come here.
    let mut sent = 0;
    let waits = loop {
        let answer = send(&desk).await;
        if answer.text().contains("请等") {
            break answer;
        }
        sent += 1;
        assert!(sent <= 120, "no end of it");
    };
    assert!(sent > 100, "{sent}");
    assert_eq!(waits.attribute("main [name=name]", "value"), "王小花", "what was typed stays");
    assert!(!send(&other).await.text().contains("请等"), "another is not kept waiting");
    assert_eq!(desk.open("/today").await.status, 200, "she may read");
    app.clock.pass(Duration::seconds(60));
    assert!(!send(&desk).await.text().contains("请等"));
}

#[tokio::test]
async fn too_much_is_refused_before_it_is_read() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/workers/new").await;
    let long = "花".repeat(200_000);
    let refused = desk.send(&page, "/api/save_worker", &[("name", &long)]).await;
    assert!(refused.text().contains("表单不完整"), "{}", refused.text().chars().take(300).collect::<String>());
    // Not too much for a form, but for a draft: the page is the answer itself, and still has it.
    let long = "花".repeat(25_000);
    let refused = desk.send(&page, "/api/save_worker", &[("number", "W77"), ("name", &long)]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attribute("[name=number]", "value"), "W77");
}

#[tokio::test]
async fn a_stranger_who_is_refused_twice_still_has_the_form_before_her() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    let stranger = app.stranger();
    let mut page = stranger.open("/sign-in?then=%2Forders").await;
    for _ in 0..3 {
        page = stranger.send(&page, "/api/sign_in", &[("phone", "13800000001"), ("password", "not it at all")]).await;
        assert_eq!(page.attribute("[name=phone]", "value"), "13800000001", "{}", page.text());
    }
}

#[tokio::test]
async fn what_was_ticked_and_changed_in_the_pay_list_comes_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 10).await;
    v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/pay").await;
    let (chosen, amount) = (format!("chosen[{}]", v.anna), format!("amount[{}]", v.anna));
    let refused = desk.send(&page, "/api/pay_many", &[(&chosen, "true"), (&amount, "9999")]).await;
    assert_eq!(refused.attribute(&format!("[name='{amount}']"), "value"), "9999", "{}", refused.text());
    assert_eq!(refused.count(&format!("[name='{chosen}'][checked]")), 1, "she is still ticked");
    assert_eq!(refused.count(&format!("[name='{amount}'][aria-invalid]")), 1, "and the amount is marked");
}

#[tokio::test]
async fn what_was_packed_comes_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    for step in [1, 2] {
        let issue = v.issue(step, v.anna, 30).await;
        v.done(v.count_of(v.anna, issue, 30, 0, 0)).await;
    }
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open(&format!("/deliveries/new?order={}", v.order)).await;
    let pieces = format!("pieces[{}]", v.line);
    let refused = desk.send(&page, "/api/deliver", &[(&pieces, "31"), ("note", "2箱")]).await;
    assert_eq!(refused.attribute(&format!("[name='{pieces}']"), "value"), "31", "{}", refused.text());
    assert_eq!(refused.count(&format!("[name='{pieces}'][aria-invalid]")), 1, "the line is marked");
}
