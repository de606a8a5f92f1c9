//! Workers: a card, a PIN, a phone that stays hers.

use crate::support::app::App;
use crate::support::people::PIN;
use crate::support::village::Village;
use chrono::Duration;

#[tokio::test]
async fn a_new_card_asks_for_a_pin_and_the_phone_stays_hers() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let card = app.card(v.workshop, v.anna).await;
    let phone = app.stranger();
    let page = phone.open(&card).await;
    assert!(page.text().contains("安娜"), "{}", page.text());
    for (pin, again) in
        [("1234", "1234"), ("0000", "0000"), ("258", "258"), ("25a8", "25a8"), ("0815", "0815"), ("2583", "2581")]
    {
        let refused = phone.send(&page, "/api/choose_pin", &[("pin", pin), ("again", again)]).await;
        assert_eq!(refused.status, 422, "{pin} {again}: {}", refused.text());
        assert!(!refused.html.contains(&format!("value=\"{pin}\"")), "a PIN came back");
        assert!(!refused.text().contains("您填的还在下面"), "nothing is kept of it: {}", refused.text());
    }
    let page = phone.send(&page, "/api/choose_pin", &[("pin", PIN), ("again", PIN)]).await;
    assert_eq!(page.path, "/me");
    app.clock.pass(Duration::days(300));
    assert_eq!(phone.open("/me").await.path, "/me");
}

#[tokio::test]
async fn looking_at_a_card_changes_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let card = app.card(v.workshop, v.anna).await;
    let phone = app.stranger();
    phone.open(&card).await;
    assert!(phone.open("/me").await.path.starts_with("/card?then="), "opening the link signs nobody in");
    let cards = app.database.store.cards().cards(v.workshop).await.expect("cards");
    assert!(cards.iter().all(|card| !card.has_pin));
}

#[tokio::test]
async fn the_same_pin_sent_twice_is_chosen_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let card = app.card(v.workshop, v.anna).await;
    let (phone, thief) = (app.stranger(), app.stranger());
    let page = phone.open(&card).await;
    thief.open(&card).await;
    for _ in 0..2 {
        let page = phone.send(&page, "/api/choose_pin", &[("pin", PIN), ("again", PIN)]).await;
        assert_eq!(page.path, "/me");
    }
    let refused = thief.send(&page, "/api/choose_pin", &[("pin", "9173"), ("again", "9173")]).await;
    assert_eq!(refused.status, 422, "the one who comes second needs the first one's PIN");
}

#[tokio::test]
async fn another_phone_needs_the_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.worker(v.workshop, v.anna).await;
    let card = app.card(v.workshop, v.anna).await;
    let other = app.stranger();
    let page = other.open(&card).await;
    assert_eq!(other.send(&page, "/api/enter_card", &[("pin", "9173")]).await.status, 422);
    assert_eq!(other.send(&page, "/api/enter_card", &[("pin", PIN)]).await.path, "/me");
}

#[tokio::test]
async fn a_code_may_be_typed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let card = app.card(v.workshop, v.anna).await;
    let code = card.trim_start_matches("/card/").to_lowercase();
    let phone = app.stranger();
    let page = phone.open(&format!("/card?code={}-{}", &code[..5], &code[5..])).await;
    assert_eq!(page.path, "/card/here");
    assert!(page.text().contains("安娜"), "{}", page.text());
    for wrong in ["/card?code=hello", "/card?code=ZZZZZ-ZZZZZ", "/card/ZZZZZZZZZZ", "/card/%3Cscript%3E"] {
        let page = phone.open(wrong).await;
        assert!(page.path.starts_with("/card?"), "{wrong}: {}", page.path);
        assert!(page.text().contains("没有这张卡"), "{wrong}: {}", page.text());
    }
}

#[tokio::test]
async fn pay_closes_after_half_an_hour_and_opens_with_the_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    assert_eq!(phone.open("/me/pay").await.path, "/me/pay");
    app.clock.pass(Duration::minutes(30));
    let page = phone.open("/me/pay").await;
    assert_eq!(page.path, "/me/pin?then=%2Fme%2Fpay");
    let refused = phone.send(&page, "/api/open_pay", &[("pin", "9173")]).await;
    assert!(refused.text().contains("密码不对。请再试"), "{}", refused.text());
    assert_eq!(phone.open("/me/pay").await.path, "/me/pin?then=%2Fme%2Fpay");
    assert_eq!(phone.send(&page, "/api/open_pay", &[("pin", PIN)]).await.path, "/me/pay");
}

#[tokio::test]
async fn guessing_a_pin_waits_longer_and_longer() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let hers = app.worker(v.workshop, v.anna).await;
    let card = app.card(v.workshop, v.anna).await;
    let thief = app.stranger();
    let page = thief.open(&card).await;
    for guess in ["9173", "9174", "9175"] {
        assert_eq!(thief.send(&page, "/api/enter_card", &[("pin", guess)]).await.status, 422);
    }
    let seconds = [1, 2, 4, 8, 16, 32, 64].map(|wait| (wait, format!("请等 {wait} 秒")));
    let minutes =
        [(128, 3), (256, 5), (512, 9), (900, 15), (900, 15)].map(|(wait, n)| (wait, format!("请等 {n} 分钟")));
    for (wait, told) in seconds.into_iter().chain(minutes) {
        let page = thief.send(&page, "/api/enter_card", &[("pin", PIN)]).await;
        assert!(page.text().contains(&told), "{told}: {}", page.text());
        app.clock.pass(Duration::seconds(wait));
        assert_eq!(thief.send(&page, "/api/enter_card", &[("pin", "9173")]).await.status, 422);
    }
    let page = hers.open("/me/pin").await;
    assert_eq!(hers.send(&page, "/api/open_pay", &[("pin", PIN)]).await.path, "/me", "her own phone does not wait");
}

#[tokio::test]
async fn a_replaced_card_ends_the_old_one_and_her_sessions() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.worker(v.workshop, v.anna).await;
    let old = app.card(v.workshop, v.anna).await;
    let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    let page = desk.send(&page, "/api/replace_card", &[]).await;
    assert_eq!(page.path, format!("/workers/{}/card?done=saved", v.anna));
    assert!(app.stranger().open(&old).await.path.starts_with("/card?wrong=1"));
    assert!(phone.open("/me").await.path.starts_with("/card?then="));
    let new = app.card(v.workshop, v.anna).await;
    let page = app.stranger().open(&new).await;
    assert_eq!(page.count("form[action='/api/choose_pin']"), 1, "a new PIN is chosen");
}

#[tokio::test]
async fn a_pin_that_was_hashed_cheaply_is_hashed_again_when_she_gives_it() {
    const CHEAP: &str =
        "$argon2id$v=19$m=64,t=1,p=1$HnsabIyOxtSb89I6ZyF+bA$V/wmj0c5B/VAuHCKji4QMH94S74IV+lPALzdOVdGjPE";
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let cards = app.database.store.cards();
    let hash = async || cards.card_of(v.workshop, v.anna).await.expect("a look").and_then(|card| card.pin_hash);
    let now = hash().await.expect("a PIN");
    cards.set_pin(v.workshop, v.anna, CHEAP).await.expect("as it was years ago");
    app.clock.pass(Duration::minutes(31));
    let page = phone.open("/me/pay").await;
    assert_eq!(phone.send(&page, "/api/open_pay", &[("pin", "1470")]).await.status, 200, "the page again");
    assert_eq!(hash().await.as_deref(), Some(CHEAP));
    let page = phone.open("/me/pin?then=/me/pay").await;
    assert_eq!(phone.send(&page, "/api/open_pay", &[("pin", PIN)]).await.path, "/me/pay");
    let renewed = hash().await.expect("a PIN");
    assert!(renewed.contains("m=19456,t=2,p=1") && renewed != now, "{renewed}");
}

#[tokio::test]
async fn she_changes_her_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let page = phone.open("/account").await;
    let typed = [("pin", PIN), ("new_pin", "7391"), ("again", "7391")];
    assert_eq!(phone.send(&page, "/api/change_pin", &typed).await.path, "/account?done=saved");
    let other = app.stranger();
    let page = other.open(&app.card(v.workshop, v.anna).await).await;
    assert_eq!(other.send(&page, "/api/enter_card", &[("pin", PIN)]).await.status, 422);
    assert_eq!(other.send(&page, "/api/enter_card", &[("pin", "7391")]).await.path, "/me");
}

#[tokio::test]
async fn cards_are_made_and_printed_for_all() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/cards").await;
    assert_eq!(page.count("figure.qr"), 0);
    let page = desk.send(&page, "/api/make_cards", &[]).await;
    assert_eq!(page.count("figure.qr"), 2);
    assert!(page.text().contains("安娜") && page.text().contains("贝塔"), "{}", page.text());
}
