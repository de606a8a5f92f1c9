//! A phone that knows its owner, or several: her PIN is enough there, and nothing is without it.

use crate::support::app::App;
use crate::support::people::PIN;
use crate::support::village::{Village, name};
use crate::support::visitor::{Page, Visitor};
use chrono::Duration;
use futures_util::future::join_all;
use ledger::values::ids::WorkerId;
use reqwest::Method;

/// The cookie that holds who is known.
const KNOWN: &str = "known-phones";

/// The other one's.
const OTHER_PIN: &str = "7391";

/// She signs out, and goes on to be known.
async fn leave(phone: &Visitor) -> Page {
    let page = phone.open("/account").await;
    let page = phone.send(&page, "/api/leave", &[]).await;
    assert!(page.path.starts_with("/enter?done=left"), "{} {}", page.path, page.text());
    page
}

/// She gives her PIN where her face is shown.
async fn enter(phone: &Visitor, page: &Page, pin: &str) -> Page {
    phone.send(page, "/api/enter_phone", &[("pin", pin)]).await
}

/// She comes in by a new card, on a phone on which others may be known.
async fn come_by_card(app: &App, v: &Village<'_>, phone: &Visitor, worker: WorkerId, pin: &str) {
    let page = phone.open(&app.card(v.workshop, worker).await).await;
    let action = if page.count("form[action='/api/choose_pin']") == 1 { "/api/choose_pin" } else { "/api/enter_card" };
    let page = phone.send(&page, action, &[("pin", pin), ("again", pin)]).await;
    assert_eq!(page.path, "/me", "{}", page.text());
}

fn asks_for_nobody(page: &Page) -> bool {
    page.count("form[action='/api/enter_phone']") == 0 && !page.text().contains("安娜")
}

#[tokio::test]
async fn she_comes_back_with_her_pin_alone() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    leave(&phone).await;
    let page = phone.open("/").await;
    assert!(page.text().contains("安娜"), "{}", page.text());
    assert_eq!(page.count("svg.portrait"), 1);
    assert_eq!(enter(&phone, &page, "9173").await.status, 422);
    assert_eq!(enter(&phone, &page, PIN).await.path, "/me");
    assert_eq!(phone.open("/me/pay").await.path, "/me/pay", "pay is open, as after her card");
    // Where she wanted to go, after her session ended by itself.
    app.clock.pass(Duration::days(399));
    phone.put_cookie("session", "");
    let page = phone.open("/me/book").await;
    assert_eq!(page.path, "/enter?then=%2Fme%2Fbook");
    assert_eq!(enter(&phone, &page, PIN).await.path, "/me/book");
}

#[tokio::test]
async fn it_asks_those_whom_it_does_not_know_as_ever() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.worker(v.workshop, v.anna).await;
    let page = app.stranger().open("/").await;
    assert!(asks_for_nobody(&page) && page.count("a[href='/sign-in']") == 2, "{}", page.text());
    let page = app.stranger().open("/enter").await;
    assert!(asks_for_nobody(&page) && page.text().contains("还不认得人"), "{}", page.text());
}

#[tokio::test]
async fn a_borrowed_phone_forgets_her_when_she_says_so() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let before = phone.cookie(KNOWN).expect("known");
    let page = phone.open("/account").await;
    phone.send(&page, "/api/sign_out", &[]).await;
    assert_eq!(phone.cookie(KNOWN), None);
    phone.put_cookie(KNOWN, &before);
    assert!(asks_for_nobody(&phone.open("/").await), "not by what was kept of it either");
}

#[tokio::test]
async fn an_old_secret_is_worth_nothing_once_the_phone_has_the_new_one() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let old = phone.cookie(KNOWN).expect("known");
    let page = leave(&phone).await;
    enter(&phone, &page, PIN).await;
    let new = phone.cookie(KNOWN).expect("known");
    assert_ne!(old, new, "another at each entry");
    // The answer may have been lost: the one before works until the phone comes with the new.
    let lost = app.stranger();
    lost.put_cookie(KNOWN, &old);
    assert_eq!(lost.open("/").await.count("form[action='/api/enter_phone']"), 1);
    leave(&phone).await;
    let page = lost.open("/").await;
    assert!(asks_for_nobody(&page), "{}", page.text());
}

#[tokio::test]
async fn anothers_phone_needs_the_others_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let berta = app.stranger();
    come_by_card(&app, &v, &berta, v.berta, OTHER_PIN).await;
    let annas = leave(&phone).await;
    assert_eq!(enter(&phone, &annas, OTHER_PIN).await.status, 422);
    // The number of a phone is worth nothing without its secret.
    let page = leave(&berta).await;
    let anna = annas.attribute("input[name=phone]", "value");
    let refused = berta.send(&page, "/api/enter_phone", &[("phone", &anna), ("pin", PIN)]).await;
    assert!(refused.path.starts_with("/enter"), "{}", refused.path);
    assert!(berta.open("/me").await.path.starts_with("/enter"), "nobody came in");
    let refused = berta.send(&page, "/api/enter_phone", &[("phone", "x"), ("pin", PIN)]).await;
    assert_eq!(refused.status, 422);
}

#[tokio::test]
async fn a_phone_forgets_her_after_too_many_wrong_pins() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let page = leave(&phone).await;
    for guess in 0..9 {
        let refused = enter(&phone, &page, &format!("{:04}", 3040 + guess)).await;
        assert_eq!(refused.status, 422, "{guess}: {}", refused.text());
        if guess == 2 {
            let refused = enter(&phone, &page, PIN).await;
            assert!(refused.text().contains("请等 1 秒"), "{}", refused.text());
        }
        app.clock.pass(Duration::minutes(15));
    }
    let last = enter(&phone, &page, "3050").await;
    assert!(last.path.starts_with("/card?forgotten=1"), "{}", last.path);
    assert!(last.text().contains("不认得您了"), "{}", last.text());
    assert!(asks_for_nobody(&phone.open("/").await));
    come_by_card(&app, &v, &phone, v.anna, PIN).await;
}

#[tokio::test]
async fn many_who_guess_at_once_on_many_phones_are_all_counted() {
    const PHONES: usize = 8;
    const EACH: usize = 12;
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let mut phones = vec![app.worker(v.workshop, v.anna).await];
    for _ in 1..PHONES {
        let phone = app.stranger();
        come_by_card(&app, &v, &phone, v.anna, PIN).await;
        phones.push(phone);
    }
    let mut pages = Vec::new();
    for phone in &phones {
        pages.push(leave(phone).await);
    }
    let tries = phones.iter().zip(&pages).flat_map(|(phone, page)| {
        (0..EACH)
            .map(move |guess| async move { enter(phone, page, &format!("{:04}", 3040 + guess)).await.status.as_u16() })
    });
    let answers = join_all(tries).await;
    assert!(answers.iter().all(|status| matches!(status, 422 | 429 | 503)), "{answers:?}");
    let looked_at = answers.iter().filter(|status| **status == 422).count();
    assert!(looked_at <= 3 * PHONES, "{looked_at} of {answers:?}");
}

#[tokio::test]
async fn she_is_known_no_more_once_her_access_changed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    for act in ["/api/replace_card", "/api/end_card", "/api/forget_phones"] {
        let phone = app.stranger();
        app.card(v.workshop, v.anna).await;
        come_by_card(&app, &v, &phone, v.anna, PIN).await;
        let page = desk.open(&format!("/workers/{}", v.anna)).await;
        assert!(page.text().contains("1 部认得她"), "{}", page.text());
        let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
        desk.send(&page, act, &[]).await;
        let page = phone.open("/me").await;
        assert!(page.path.starts_with("/card?then="), "{act}: {}", page.path);
        assert!(asks_for_nobody(&phone.open("/").await), "{act}");
    }
    let page = desk.open("/journal").await;
    assert!(page.text().contains("她的手机都不再认得她"), "{}", page.text());
}

#[tokio::test]
async fn who_takes_no_work_any_more_or_was_away_too_long_needs_her_card() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    let page = leave(&phone).await;
    let edit = desk.open(&format!("/workers/{}/edit", v.anna)).await;
    let mut form = edit.form("/api/save_worker", None);
    form.remove("ticked[active]");
    desk.post(&edit.path, "/api/save_worker", &form).await;
    let refused = enter(&phone, &page, PIN).await;
    assert!(refused.path.starts_with("/enter") && asks_for_nobody(&refused), "{}", refused.text());
    form.insert("ticked[active]".to_owned(), "true".to_owned());
    form.insert("event".to_owned(), crate::support::village::new_id().to_string());
    desk.post(&edit.path, "/api/save_worker", &form).await;
    assert_eq!(enter(&phone, &page, PIN).await.path, "/me");
    let page = leave(&phone).await;
    app.clock.pass(Duration::days(400));
    let refused = enter(&phone, &page, PIN).await;
    assert!(refused.path.starts_with("/enter") && asks_for_nobody(&refused), "{}", refused.text());
}

#[tokio::test]
async fn a_cookie_that_was_changed_is_nobodys() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let secret = phone.cookie(KNOWN).expect("known");
    let upper = secret.to_uppercase();
    let mut other = secret.clone();
    let last = if other.ends_with('0') { '1' } else { '0' };
    other.pop();
    other.push(last);
    for changed in ["", "....", &other, &upper, &secret[1..], &"f".repeat(10 * 1024), &[other.as_str(); 150].join(".")]
    {
        let asked = app.stranger().ask(Method::GET, "/").header("cookie", format!("{KNOWN}={changed}"));
        let answer = asked.header("accept", "text/html").send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        assert!(!answer.text().await.expect("a text").contains("安娜"), "{changed}");
    }
}

#[tokio::test]
async fn two_on_one_phone_come_and_go() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    leave(&phone).await;
    come_by_card(&app, &v, &phone, v.berta, OTHER_PIN).await;
    let page = leave(&phone).await;
    assert_eq!(page.count("a.open svg.portrait"), 2, "{}", page.text());
    assert_eq!(page.count("form[action='/api/enter_phone']"), 0, "nobody is chosen yet");
    let hers = phone.open(&page.link("a.open:has(svg.portrait)")).await;
    assert!(hers.text().contains("安娜，您好"), "{}", hers.text());
    assert_eq!(enter(&phone, &hers, OTHER_PIN).await.status, 422);
    assert_eq!(enter(&phone, &hers, PIN).await.path, "/me");
    assert!(phone.open("/me").await.text().contains("安娜"));
    // One is forgotten, the other stays.
    let page = phone.open("/account").await;
    phone.send(&page, "/api/sign_out", &[]).await;
    let page = phone.open("/").await;
    assert!(page.text().contains("贝塔，您好") && !page.text().contains("安娜"), "{}", page.text());
    assert_eq!(enter(&phone, &page, OTHER_PIN).await.path, "/me");
}

#[tokio::test]
async fn those_of_two_workshops_come_each_into_her_own() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let other = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    leave(&phone).await;
    come_by_card(&app, &other, &phone, other.anna, OTHER_PIN).await;
    let page = leave(&phone).await;
    let links = page.attributes("a.open:has(svg.portrait)", "href");
    assert_eq!(links.len(), 2);
    for (link, right, wrong) in [(&links[0], PIN, OTHER_PIN), (&links[1], OTHER_PIN, PIN)] {
        let page = phone.open(link).await;
        assert_eq!(enter(&phone, &page, wrong).await.status, 422);
        assert_eq!(enter(&phone, &page, right).await.path, "/me");
        leave(&phone).await;
    }
}

#[tokio::test]
async fn a_phone_knows_four_and_with_a_fifth_the_longest_away_goes() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.stranger();
    let mut hers = Vec::new();
    for number in 0..5 {
        let worker = v.hire(&format!("W9{number}"), &format!("工人{number}")).await;
        app.clock.pass(Duration::minutes(1));
        come_by_card(&app, &v, &phone, worker, PIN).await;
        hers.push(worker);
        leave(&phone).await;
    }
    let page = phone.open("/").await;
    assert_eq!(page.count("a.open svg.portrait"), 4);
    assert!(!page.text().contains("工人0") && page.text().contains("工人4"), "{}", page.text());
    let left = app.database.store.known_phones().of_worker(v.workshop, hers[0], app.now()).await.expect("a look");
    assert_eq!(left, []);
}

#[tokio::test]
async fn she_sees_which_phones_know_her_and_ends_one() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let lost = app.stranger();
    come_by_card(&app, &v, &lost, v.anna, PIN).await;
    let berta = app.stranger();
    come_by_card(&app, &v, &berta, v.berta, OTHER_PIN).await;
    let page = phone.open("/account").await;
    assert!(page.text().contains("认得您的手机") && page.text().contains("就是这部"), "{}", page.text());
    let id = page.attribute("form[action='/api/forget_phone'] input[name=phone]", "value");
    // Another's is not there.
    let theirs = berta.open("/account").await;
    berta.post(&theirs.path, "/api/forget_phone", &[("phone".to_owned(), id.clone())].into()).await;
    assert_eq!(lost.open("/me").await.path, "/me");
    let page = phone.send(&page, "/api/forget_phone", &[]).await;
    assert_eq!(page.path, "/account?done=phone-forgotten");
    assert!(lost.open("/me").await.path.starts_with("/card?then="), "signed out there too");
    assert!(asks_for_nobody(&lost.open("/").await));
    assert_eq!(phone.open("/me").await.path, "/me");
    let page = phone.open("/account").await;
    phone.send(&page, "/api/sign_out_everywhere", &[]).await;
    assert!(asks_for_nobody(&phone.open("/").await));
}

#[tokio::test]
async fn a_phone_from_before_comes_to_know_her_when_she_gives_her_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    app.database.store.known_phones().of_worker(v.workshop, v.anna, app.now()).await.expect("a look");
    phone.put_cookie(KNOWN, "");
    let page = phone.open("/account").await;
    assert_eq!(page.count("form[action='/api/leave']"), 0);
    let sent = phone.post("/account", "/api/leave", &[].into()).await;
    assert!(sent.path.starts_with("/me/pin"), "no way out without a way back: {}", sent.path);
    let page = phone.open(&page.link("main a[href^='/me/pin']")).await;
    assert_eq!(phone.send(&page, "/api/open_pay", &[("pin", PIN)]).await.path, "/account");
    leave(&phone).await;
}

#[tokio::test]
async fn her_name_is_read_out_only_where_she_is_known() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let long = "阿依古丽·买买提江·阿卜杜热合曼诺娃";
    let worker = v.hire("W77", long).await;
    let phone = app.stranger();
    come_by_card(&app, &v, &phone, worker, PIN).await;
    let page = leave(&phone).await;
    assert!(page.text().contains(name(long).as_str()), "her whole name: {}", page.text());
}
