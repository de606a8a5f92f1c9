//! Coordinators and clerks: an invitation, a password, sessions.

use crate::support::app::App;
use crate::support::people::{PASSWORD, set_up, sign_in};
use crate::support::village::Village;
use chrono::Duration;
use ledger::model::Role;
use reqwest::Method;

#[tokio::test]
async fn an_invitation_makes_an_account_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let link = app.invitation(v.workshop, Role::Coordinator).await;
    let page = set_up(&app.stranger(), &link, "13800000001").await;
    assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/today"));
    let again = app.stranger().open(&link).await;
    assert_eq!(again.status, 404);
    assert!(again.text().contains("用过了"), "{}", again.text());
    assert_eq!(app.database.store.users().users(v.workshop).await.expect("a look").len(), 1);
}

#[tokio::test]
async fn the_same_set_up_sent_twice_is_one_account() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let link = app.invitation(v.workshop, Role::Coordinator).await;
    let visitor = app.stranger();
    let page = visitor.open(&link).await;
    let typed = [("name", "王桂英"), ("phone", "13800000001"), ("password", PASSWORD), ("again", PASSWORD)];
    let first = visitor.send(&page, "/api/set_up", &typed).await;
    let second = visitor.send(&page, "/api/set_up", &typed).await;
    assert_eq!((first.path.as_str(), second.path.as_str()), ("/today", "/today"));
    assert_eq!(app.database.store.users().users(v.workshop).await.expect("a look").len(), 1);
    let stranger = app.stranger();
    let typed = [("name", "别人"), ("phone", "13800000001"), ("password", "a guess at it"), ("again", "a guess at it")];
    let guess = stranger.send(&page, "/api/set_up", &typed).await;
    assert_eq!(guess.status, 404, "{}", guess.text());
}

#[tokio::test]
async fn what_was_typed_comes_back_but_no_password() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let link = app.invitation(v.workshop, Role::Coordinator).await;
    let visitor = app.stranger();
    let page = visitor.open(&link).await;
    let typed = [("name", "王<b>桂英"), ("phone", "138 0000 0001"), ("password", "short"), ("again", "short")];
    let page = visitor.send(&page, "/api/set_up", &typed).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.attribute("[name=name]", "value"), "王<b>桂英");
    assert_eq!(page.attribute("[name=phone]", "value"), "138 0000 0001");
    assert_eq!(page.attribute("[name=password]", "aria-invalid"), "true");
    assert!(!page.html.contains("value=\"short\""), "a password came back");
    // From there it goes on.
    let page = visitor.send(&page, "/api/set_up", &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(page.path, "/today", "{}", page.text());
}

#[tokio::test]
async fn a_taken_number_is_said_beside_the_number() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    let link = app.invitation(v.workshop, Role::Coordinator).await;
    let page = set_up(&app.stranger(), &link, "13800000001").await;
    assert_eq!(page.attribute("[name=phone]", "aria-invalid"), "true");
}

#[tokio::test]
async fn number_and_password_let_in_and_lead_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    let visitor = app.stranger();
    let page = visitor.open("/workers?before=3").await;
    assert_eq!(page.path, "/sign-in?then=%2Fworkers%3Fbefore%3D3");
    let page = visitor.send(&page, "/api/sign_in", &[("phone", "+86 138-0000-0001"), ("password", PASSWORD)]).await;
    assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/workers?before=3"));
    assert!(page.text().contains("王桂英"), "the page says who is signed in");
}

#[tokio::test]
async fn nothing_leads_elsewhere() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    for then in ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"] {
        let visitor = app.stranger();
        let page = visitor.open("/sign-in").await;
        let typed = [("phone", "13800000001"), ("password", PASSWORD), ("then", then)];
        let page = visitor.send(&page, "/api/sign_in", &typed).await;
        assert_eq!(page.path, "/today", "{then}");
    }
}

#[tokio::test]
async fn a_wrong_number_is_refused_as_a_wrong_password_is() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    let wrong_password = sign_in(&app.stranger(), "13800000001", "not her password").await;
    let wrong_number = sign_in(&app.stranger(), "13800000002", PASSWORD).await;
    assert_eq!((wrong_password.status.as_u16(), wrong_number.status.as_u16()), (422, 422));
    assert_eq!(wrong_password.text().replace("13800000001", ""), wrong_number.text().replace("13800000002", ""));
    let page = app.stranger().open("/today").await;
    assert!(page.path.starts_with("/sign-in"));
}

#[tokio::test]
async fn guessing_waits_longer_and_longer_but_not_for_her_own_browser() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let hers = app.coordinator(v.workshop, "13800000001").await;
    hers.post("/today", "/api/sign_out", &[].into()).await;
    let guesser = app.stranger();
    for _ in 0..3 {
        assert_eq!(sign_in(&guesser, "13800000001", "a guess at it").await.status, 422);
    }
    let page = sign_in(&guesser, "13800000001", PASSWORD).await;
    assert_eq!(page.status, 429, "even the right one must wait");
    assert!(page.text().contains("请等 1 秒"), "{}", page.text());
    let other = sign_in(&app.stranger(), "13800000001", PASSWORD).await;
    assert_eq!(other.status, 429, "another browser does not help");
    assert_eq!(sign_in(&hers, "13800000001", PASSWORD).await.path, "/today", "her own is not kept waiting");
    app.clock.pass(Duration::seconds(1));
    assert_eq!(sign_in(&guesser, "13800000001", "a guess at it").await.status, 422);
    assert!(sign_in(&guesser, "13800000001", "a guess at it").await.text().contains("请等 2 秒"));
    app.clock.pass(Duration::seconds(2));
    assert_eq!(sign_in(&guesser, "13800000001", PASSWORD).await.path, "/today", "after waiting the right one lets in");
}

#[tokio::test]
async fn signing_out_ends_this_session_and_everywhere_ends_all() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.stranger();
    sign_in(&phone, "13800000001", PASSWORD).await;
    let page = phone.open("/today").await;
    let page = phone.send(&page, "/api/sign_out", &[]).await;
    assert_eq!(page.path, "/?done=signed-out");
    assert!(phone.open("/today").await.path.starts_with("/sign-in"));
    assert_eq!(desk.open("/today").await.path, "/today");
    sign_in(&phone, "13800000001", PASSWORD).await;
    let page = desk.open("/account").await;
    desk.send(&page, "/api/sign_out_everywhere", &[]).await;
    assert!(phone.open("/today").await.path.starts_with("/sign-in"));
    assert!(desk.open("/today").await.path.starts_with("/sign-in"));
}

#[tokio::test]
async fn signing_out_leaves_nothing_in_the_browser() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    for path in ["/api/sign_out", "/api/sign_out_everywhere"] {
        // A script's request, for a page's is sent on at once and its headers are gone.
        let asked = desk.ask(Method::POST, path).header("origin", &app.address).header("accept", "application/json");
        let answer = asked.send().await.expect("an answer");
        assert_eq!(answer.headers()["clear-site-data"], "\"cache\", \"storage\"", "{path}");
        sign_in(&desk, "13800000001", PASSWORD).await;
    }
}

#[tokio::test]
async fn a_new_password_ends_other_sessions() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let phone = app.stranger();
    sign_in(&phone, "13800000001", PASSWORD).await;
    let page = desk.open("/account").await;
    let new = "河边第三块大石头";
    let typed = [("password", "not her password"), ("new_password", new), ("again", new)];
    let refused = desk.send(&page, "/api/change_password", &typed).await;
    assert!(refused.path.starts_with("/account?draft="), "{}", refused.path);
    assert!(refused.text().contains("密码不对。请再试"), "no phone is asked here: {}", refused.text());
    let typed = [("password", PASSWORD), ("new_password", new), ("again", new)];
    assert_eq!(desk.send(&page, "/api/change_password", &typed).await.path, "/account?done=saved");
    assert!(phone.open("/today").await.path.starts_with("/sign-in"));
    let refused = sign_in(&phone, "13800000001", PASSWORD).await;
    assert!(refused.status == 422 && refused.text().contains("电话或密码不对"), "{}", refused.text());
    assert_eq!(sign_in(&phone, "13800000001", new).await.path, "/today");
}

#[tokio::test]
async fn the_token_changes_with_the_password_and_the_old_one_works_until_the_new_one_came() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let cookie = |answer: &reqwest::Response| {
        let set = answer.headers().get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        let mut session = set.filter_map(|line| line.strip_prefix("session=")).map(str::to_owned);
        session.next().and_then(|line| line.split(';').next().map(str::to_owned)).expect("a session's cookie")
    };
    let post = async |client: &reqwest::Client, path: &str, session: &str, fields: &[(&str, &str)]| {
        let asked = client.post(format!("{}{path}", app.address)).header("origin", &app.address);
        let asked = asked.header("cookie", format!("session={session}")).header("accept", "application/json");
        asked.form(fields).send().await.expect("an answer")
    };
    let is_in = async |session: &str| {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let asked = client.get(format!("{}/today", app.address)).header("accept", "text/html");
        let asked = asked.header("cookie", format!("session={session}"));
        asked.send().await.expect("an answer").status() == 200
    };
    drop(desk);
    let client = reqwest::Client::new();
    let first = cookie(&post(&client, "/api/sign_in", "", &[("phone", "13800000001"), ("password", PASSWORD)]).await);
    let second = cookie(&post(&client, "/api/prove", &first, &[("password", PASSWORD)]).await);
    assert_ne!(first, second);
    // The answer was lost: she comes with the old one, and proves herself again.
    assert!(is_in(&first).await, "the browser may not have the new one");
    let third = cookie(&post(&client, "/api/prove", &first, &[("password", PASSWORD)]).await);
    assert!(!is_in(&second).await, "nobody was given it");
    assert!(is_in(&third).await && !is_in(&first).await, "the new one came: the old one is worth nothing");
    let new = "河边第三块大石头";
    let typed = [("password", PASSWORD), ("new_password", new), ("again", new)];
    let fourth = cookie(&post(&client, "/api/change_password", &third, &typed).await);
    assert!(is_in(&fourth).await && !is_in(&third).await);
}

#[tokio::test]
async fn one_session_can_be_ended_by_its_owner_alone_who_proves_herself() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let other = app.coordinator(v.workshop, "13800000002").await;
    let phone = app.stranger();
    sign_in(&phone, "13800000001", PASSWORD).await;
    let page = desk.open("/account").await;
    let forms = page.attributes("form[action='/api/end_session'] [name=session]", "value");
    let [session] = forms.try_into().expect("one beside this");
    // Another's form with her session ends nothing.
    other.post("/account", "/api/end_session", &[("session".to_owned(), session.clone())].into()).await;
    assert_eq!(phone.open("/today").await.path, "/today");
    app.clock.pass(Duration::minutes(16));
    let asked = desk.send(&page, "/api/end_session", &[]).await;
    assert!(asked.path.starts_with("/account/proof?then=%2Faccount%3Fdraft"), "{}", asked.path);
    let refused = desk.send(&asked, "/api/prove", &[("password", "not her password")]).await;
    assert!(refused.text().contains("密码不对"), "{}", refused.text());
    assert_eq!(phone.open("/today").await.path, "/today");
    let back = desk.send(&refused, "/api/prove", &[("password", PASSWORD)]).await;
    assert!(back.path.starts_with("/account?draft="), "{}", back.path);
    let ended = desk.send(&back, "/api/end_session", &[]).await;
    assert_eq!(ended.path, "/account?done=session-ended");
    assert!(phone.open("/today").await.path.starts_with("/sign-in"));
    assert_eq!(desk.open("/today").await.path, "/today");
}

#[tokio::test]
async fn whose_password_was_given_long_ago_gives_it_again_before_access_is_changed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let left = app.coordinator(v.workshop, "13800000002").await;
    let card = app.card(v.workshop, v.anna).await;
    let user = desk.open("/access").await.attributes("a[href^='/access/user/']", "href").pop().expect("the other");
    app.clock.pass(Duration::minutes(16));
    for (at, form) in [
        (user.as_str(), "/api/end_account"),
        (user.as_str(), "/api/reset_password"),
        ("/access", "/api/let_in"),
        (&format!("/access/firm/{}", v.firm), "/api/make_firm_link"),
        (&format!("/access/firm/{}", v.firm), "/api/invite"),
        (&format!("/cards/replace/{}", v.anna), "/api/replace_card"),
        (&format!("/cards/replace/{}", v.anna), "/api/end_card"),
    ] {
        let page = desk.open(at).await;
        let asked = desk.send(&page, form, &[("name", "李红梅")]).await;
        assert!(asked.path.starts_with("/account/proof?then="), "{form}: {}", asked.path);
    }
    assert_eq!(left.open("/today").await.path, "/today");
    assert_eq!(app.card(v.workshop, v.anna).await, card);
    // What is no change of access needs nothing.
    let page = desk.open("/account/proof").await;
    let page = desk.send(&page, "/api/prove", &[("password", PASSWORD)]).await;
    assert_eq!(page.path, "/account");
    let page = desk.open(&user).await;
    assert_eq!(desk.send(&page, "/api/end_account", &[]).await.path, "/access?done=access-ended");
}

#[tokio::test]
async fn a_session_that_is_not_used_ends() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    app.clock.pass(Duration::days(13));
    assert_eq!(desk.open("/today").await.path, "/today");
    app.clock.pass(Duration::days(13));
    assert_eq!(desk.open("/today").await.path, "/today", "it was used meanwhile");
    app.clock.pass(Duration::days(14));
    assert!(desk.open("/today").await.path.starts_with("/sign-in"));
}

#[tokio::test]
async fn coordinators_invite_each_other_and_clerks() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let first = app.coordinator(v.workshop, "13800000001").await;
    let page = first.open("/access").await;
    let page = first.send(&page, "/api/let_in", &[("name", "林带头人"), ("role", "coordinator")]).await;
    let link = page.text();
    let link = link.split_whitespace().find(|word| word.contains("/set-up/")).expect("a link").to_owned();
    let path = link.trim_start_matches(&app.address).to_owned();
    assert_eq!(set_up(&app.stranger(), &path, "13800000002").await.path, "/today");
    let page = first.open(&format!("/access/firm/{}", v.firm)).await;
    let page = first.send(&page, "/api/invite", &[]).await;
    let text = page.text();
    let link = text.split_whitespace().find(|word| word.contains("/set-up/")).expect("a link");
    let clerk = app.stranger();
    let page = set_up(&clerk, link.trim_start_matches(&app.address), "13800000003").await;
    assert_eq!(page.path, "/firm");
    assert_eq!(clerk.open("/today").await.status, 404, "a clerk is no coordinator");
}

#[tokio::test]
async fn an_empty_database_is_begun_for_real_by_the_first_who_comes() {
    let app = App::start().await;
    let visitor = app.stranger();
    let page = visitor.open("/").await;
    let typed = [
        ("workshop", "柳河花坊"),
        ("name", "王桂英"),
        ("phone", "13800000001"),
        ("password", PASSWORD),
        ("again", PASSWORD),
    ];
    let begun = visitor.send(&page, "/api/start", &typed).await;
    assert_eq!(begun.path, "/today", "{}", begun.text());
    assert!(begun.text().contains("柳河花坊"));
    assert_eq!(visitor.send(&page, "/api/start", &typed).await.path, "/today", "a second tap changes nothing");
    let late = app.stranger();
    let typed = [
        ("workshop", "另一个"),
        ("name", "别人"),
        ("phone", "13800000009"),
        ("password", PASSWORD),
        ("again", PASSWORD),
    ];
    let refused = late.send(&page, "/api/start", &typed).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    let workshops = app.database.store.workshops().await.expect("a look");
    assert_eq!(workshops.iter().map(|workshop| workshop.name.as_str()).collect::<Vec<_>>(), ["柳河花坊"]);
}

#[tokio::test]
async fn a_password_that_was_hashed_cheaply_is_hashed_again_at_sign_in() {
    const CHEAP: &str =
        "$argon2id$v=19$m=64,t=1,p=1$xV21AWFbb5Yz2HAIodmHWQ$vE9Qz1jtLnExXMuNhtarLYMn8DJLjAYHAFLT00q3E74";
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    app.coordinator(v.workshop, "13800000001").await;
    let users = app.database.store.users();
    let id = users.users(v.workshop).await.expect("a look")[0].id;
    users.set_password(v.workshop, id, CHEAP).await.expect("as it was years ago");
    let hash = async || users.user(v.workshop, id).await.expect("a look").expect("she").password_hash;
    assert_eq!(sign_in(&app.stranger(), "13800000001", "another guess").await.status, 422);
    assert_eq!(hash().await, CHEAP);
    assert_eq!(sign_in(&app.stranger(), "13800000001", PASSWORD).await.path, "/today");
    assert!(hash().await.contains("m=19456,t=2,p=1"), "{}", hash().await);
    assert_eq!(sign_in(&app.stranger(), "13800000001", PASSWORD).await.path, "/today");
}

#[tokio::test]
async fn a_worker_is_asked_before_she_signs_out() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let page = phone.open("/me").await;
    assert_eq!(page.count("form[action='/api/sign_out']"), 0, "not beside the language");
    let page = phone.open("/account").await;
    assert!(page.texts("details").concat().contains("卡在手边吗"), "{}", page.text());
    let page = phone.send(&page, "/api/sign_out", &[]).await;
    assert_eq!(page.path, "/?done=signed-out");
}

#[tokio::test]
async fn whose_session_ran_out_is_told_why_brings_her_number_and_comes_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    app.clock.pass(Duration::days(20));
    let page = desk.open("/pay").await;
    assert!(page.path.starts_with("/sign-in?then="), "{}", page.path);
    assert!(page.text().contains("很久没用"), "{}", page.text());
    assert_eq!(page.attribute("[name=phone]", "value"), "13800000001");
    let page = desk.send(&page, "/api/sign_in", &[("password", PASSWORD)]).await;
    assert_eq!(page.path, "/pay");
    let firm = app.clerk(v.workshop, v.firm).await;
    app.clock.pass(Duration::days(20));
    let page = firm.open("/firm/deliveries").await;
    assert!(page.text().contains("公司链接"), "{}", page.text());
}
