//! A forgotten PIN: the coordinator reads her a number, and she chooses another on her own phone.

use crate::support::app::App;
use crate::support::people::{PASSWORD, PIN};
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use chrono::Duration;
use ledger::values::ids::WorkerId;

const NEW: &str = "7391";

/// The coordinator lets her choose another, and reads the number off her screen.
async fn number(desk: &Visitor, worker: WorkerId) -> String {
    let page = desk.open(&format!("/cards/replace/{worker}")).await;
    let page = desk.send(&page, "/api/allow_new_pin", &[]).await;
    assert_eq!(page.path, format!("/cards/pin/{worker}"), "{}", page.text());
    let shown = page.text().split_whitespace().collect::<Vec<_>>().windows(2).find_map(|two| {
        let digits = two.concat();
        (digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
    });
    shown.unwrap_or_else(|| panic!("no number: {}", page.text()))
}

async fn renew(phone: &Visitor, page: &Page, number: &str, pin: &str) -> Page {
    phone.send(page, "/api/renew_pin", &[("number", number), ("pin", pin), ("again", pin)]).await
}

/// She signs out, and says that she forgot her PIN where she is asked for it.
async fn forgot(phone: &Visitor) -> Page {
    let page = phone.open("/account").await;
    let page = phone.send(&page, "/api/leave", &[]).await;
    phone.open(&page.link("main a[href^='/forgotten-pin']")).await
}

/// Another number than that one.
fn other(number: &str) -> String {
    format!("{:06}", (number.parse::<u32>().expect("digits") + 1) % 1_000_000)
}

#[tokio::test]
async fn she_chooses_another_on_a_phone_that_knows_her() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    let elsewhere = app.stranger();
    let page = elsewhere.open(&app.card(v.workshop, v.anna).await).await;
    elsewhere.send(&page, "/api/enter_card", &[("pin", PIN)]).await;
    let page = forgot(&phone).await;
    let number = number(&desk, v.anna).await;
    assert_eq!(renew(&phone, &page, &other(&number), NEW).await.status, 422);
    assert_eq!(renew(&phone, &page, &number, "1234").await.status, 422, "an easy one is refused, and the number stays");
    let spaced = format!("{} {}", &number[..3], &number[3..]);
    assert_eq!(renew(&phone, &page, &spaced, NEW).await.path, "/me");
    assert!(!elsewhere.open("/me").await.path.starts_with("/me"), "signed out elsewhere");
    let told = phone.open("/me").await.text();
    assert!(told.contains("让您换一个密码") && told.contains("选了密码"), "{told}");
    let account = phone.open("/account").await.text();
    assert!(account.contains("用带头人给的数字换过密码"), "{account}");
    let journal = desk.open("/journal").await.text();
    assert!(journal.contains("让她换密码") && journal.contains("选了密码"), "{journal}");
    let page = elsewhere.open("/").await;
    assert_eq!(elsewhere.send(&page, "/api/enter_phone", &[("pin", PIN)]).await.status, 422);
    assert_eq!(elsewhere.send(&page, "/api/enter_phone", &[("pin", NEW)]).await.path, "/me");
}

#[tokio::test]
async fn she_may_be_signed_in_and_the_same_form_twice_is_one_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    app.clock.pass(Duration::hours(1));
    let page = phone.open("/me/pin").await;
    let page = phone.open(&page.link("main a[href^='/forgotten-pin']")).await;
    let page_of_desk = desk.open("/today").await;
    assert_eq!(page_of_desk.path, "/today");
    let refused = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    let refused = desk.send(&refused, "/api/allow_new_pin", &[]).await;
    assert!(refused.path.starts_with("/account/proof"), "an hour later she proves herself: {}", refused.path);
    desk.send(&refused, "/api/prove", &[("password", PASSWORD)]).await;
    let number = number(&desk, v.anna).await;
    for _ in 0..2 {
        assert_eq!(renew(&phone, &page, &number, NEW).await.path, "/me");
    }
    let refused = renew(&phone, &page, &number, "9174").await;
    assert!(refused.text().contains("这个数字不对"), "it works once: {}", refused.text());
    assert_eq!(phone.open("/me/pay").await.path, "/me/pay");
}

#[tokio::test]
async fn a_number_ends_after_ten_minutes_five_tries_or_another() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    let page = forgot(&phone).await;
    let old = number(&desk, v.anna).await;
    app.clock.pass(Duration::minutes(10));
    assert_eq!(renew(&phone, &page, &old, NEW).await.status, 422, "too late");
    let tried = number(&desk, v.anna).await;
    for _ in 0..5 {
        assert_eq!(renew(&phone, &page, &other(&tried), NEW).await.status, 422);
    }
    assert_eq!(renew(&phone, &page, &tried, NEW).await.status, 422, "tried too often");
    app.clock.pass(Duration::minutes(20));
    let asked = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    let asked = desk.send(&asked, "/api/allow_new_pin", &[]).await;
    desk.send(&asked, "/api/prove", &[("password", PASSWORD)]).await;
    let first = number(&desk, v.anna).await;
    let second = number(&desk, v.anna).await;
    if first != second {
        assert_eq!(renew(&phone, &page, &first, NEW).await.status, 422, "replaced");
    }
    assert_eq!(renew(&phone, &page, &second, NEW).await.path, "/me");
}

#[tokio::test]
async fn a_number_is_worth_nothing_on_another_phone_or_for_another() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let next = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    let berta = app.worker(v.workshop, v.berta).await;
    let neighbour = app.worker(next.workshop, next.anna).await;
    let hers = forgot(&phone).await;
    let number = number(&desk, v.anna).await;
    for other in [&berta, &neighbour] {
        let page = forgot(other).await;
        assert_eq!(renew(other, &page, &number, NEW).await.status, 422);
        let form = hers.form("/api/renew_pin", None);
        let typed = [("number", number.as_str()), ("pin", NEW), ("again", NEW)];
        let form = form.into_iter().chain(typed.map(|(name, value)| (name.to_owned(), value.to_owned()))).collect();
        let refused = other.post(&page.path, "/api/renew_pin", &form).await;
        assert!(!refused.path.starts_with("/me"), "by the number of her phone: {}", refused.path);
    }
    // Nor to the coordinator, who knows it, nor to who holds her card.
    for visitor in [&desk, &app.stranger()] {
        visitor.open(&app.card(v.workshop, v.anna).await).await;
        let page = visitor.open("/forgotten-pin").await;
        assert_eq!(page.count("form[action='/api/renew_pin']"), 0, "{}", page.text());
        let form = [("number", number.as_str()), ("pin", NEW), ("again", NEW)];
        let form = form.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
        let refused = visitor.post("/forgotten-pin", "/api/renew_pin", &form).await;
        assert!(!refused.path.starts_with("/me"), "{}", refused.path);
    }
    let not_there = desk.open(&format!("/cards/pin/{}", next.anna.0 + 1000)).await;
    assert_eq!(not_there.status, 404);
    assert_eq!(renew(&phone, &hers, &number, NEW).await.path, "/me", "it was not used up");
}
