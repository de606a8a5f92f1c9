//! Those who guess, one after another and many at once, and those who are not kept out by them.

use crate::support::app::App;
use crate::support::people::{PASSWORD, PIN, sign_in};
use crate::support::village::Village;
use chrono::Duration;
use futures_util::future::join_all;
use ledger::model::Role;

#[tokio::test]
async fn sign_ups_without_a_link_are_refused_before_anything_is_hashed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let link = app.invitation(v.workshop, Role::Coordinator).await;
    let strangers: Vec<_> = (0..64).map(|_| app.stranger()).collect();
    let page = strangers[0].open(&link).await;
    let refused = join_all(strangers.iter().map(async |stranger| {
        let typed = [("token", "0000"), ("name", "别人"), ("password", PASSWORD), ("again", PASSWORD)];
        stranger.send(&page, "/api/set_up", &[&typed[..], &[("phone", "13800000009")]].concat()).await.status
    }))
    .await;
    // Were they hashed, most would be told that too many wait for it.
    assert!(refused.iter().all(|status| *status == 404), "{refused:?}");
}

#[tokio::test]
async fn a_crowd_of_strangers_keeps_nobody_out_whom_we_know() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    desk.post("/today", "/api/sign_out", &[].into()).await;
    let strangers: Vec<_> = (0..64).map(|n| (app.stranger(), format!("139{n:08}"))).collect();
    let crowd = join_all(
        strangers.iter().map(async |(stranger, phone)| sign_in(stranger, phone, "a guess at it").await.status.as_u16()),
    );
    let (crowd, page) = tokio::join!(crowd, sign_in(&desk, "13800000001", PASSWORD));
    assert_eq!(page.path, "/today", "{}", page.text());
    assert!(crowd.iter().all(|status| matches!(status, 422 | 503)), "{crowd:?}");
    assert!(crowd.contains(&503), "some were too many: {crowd:?}");
    let page = sign_in(&app.stranger(), "13800000001", PASSWORD).await;
    assert_eq!(page.path, "/today", "and when they are gone, a new browser is let in too");
}

#[tokio::test]
async fn whoever_guesses_slowly_has_so_many_guesses_a_day_and_her_own_phone_none_less() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let hers = app.worker(v.workshop, v.anna).await;
    let card = app.card(v.workshop, v.anna).await;
    let guesser = app.stranger();
    let page = guesser.open(&card).await;
    for guess in 0..30 {
        let refused = guesser.send(&page, "/api/enter_card", &[("pin", &format!("{:04}", 3040 + guess))]).await;
        assert_eq!(refused.status, 422, "guess {guess}: {}", refused.text());
        app.clock.pass(Duration::minutes(15));
    }
    let page = guesser.send(&page, "/api/enter_card", &[("pin", PIN)]).await;
    assert_eq!(page.status, 429, "even the right one");
    assert!(page.text().contains("请等 17 小时"), "{}", page.text());
    let page = hers.open("/me/pin").await;
    assert_eq!(hers.send(&page, "/api/open_pay", &[("pin", PIN)]).await.path, "/me", "her own phone is let in");
    app.clock.pass(Duration::hours(17));
    let page = guesser.open(&card).await;
    assert_eq!(
        guesser.send(&page, "/api/enter_card", &[("pin", PIN)]).await.path,
        "/me",
        "a day after the first guess"
    );
}

#[tokio::test]
async fn numbers_that_nobody_has_wait_as_others_do() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    let answers = async |phone: &str| {
        let mut answers = Vec::new();
        for _ in 0..5 {
            answers.push(sign_in(&app.stranger(), phone, "a guess at it").await.text().replace(phone, ""));
        }
        answers
    };
    assert_eq!(answers("13800000001").await, answers("13800000002").await);
}
