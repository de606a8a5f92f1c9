//! A phone that two share: a face, a PIN, and nothing of the one before.

use super::device::{says_it_is_hers, until};
use super::devtools;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::network::{Network, Way};
use crate::support::people::PIN;
use crate::support::village::Village;
use app::language::Language;
use ledger::values::ids::WorkerId;
use serde_json::json;

const LONG: &str = "欧阳买买提江阿卜杜热合曼诺娃古丽";

/// She comes in by her card on a phone that may know others.
async fn come_by_card(app: &App, phone: &Phone, v: &Village<'_>, worker: WorkerId) {
    let card = app.card(v.workshop, worker).await;
    phone.go(&card.replace(&app.address, "")).await;
    phone.fill("[name=pin]", PIN).await;
    phone.fill("[name=again]", PIN).await;
    phone.send("/api/choose_pin").await;
}

async fn leave(phone: &Phone) {
    phone.go("/account").await;
    phone.press_button("form[action='/api/leave'] button").await;
}

/// She taps her face, and gives her PIN.
async fn enter(phone: &Phone, name: &str) {
    phone.follow_text("main a.open", name).await;
    phone.fill("[name=pin]", PIN).await;
    phone.send("/api/enter_phone").await;
}

#[tokio::test]
async fn two_faces_stand_whole_with_script_and_without_in_both_sizes_and_languages() {
    for script in [Script::On, Script::Off] {
        let app = App::start().await;
        let v = Village::settle(&app.database.store).await;
        let long = v.hire("W77", LONG).await;
        let phone = Phone::open(&app.address, script, Language::ZhCn).await;
        come_by_card(&app, &phone, &v, v.anna).await;
        leave(&phone).await;
        come_by_card(&app, &phone, &v, long).await;
        leave(&phone).await;
        let mut wrong = Vec::new();
        for (size, least) in [("usual", 44), ("large", 60)] {
            phone.keep("text-size", size).await;
            for language in Language::ALL {
                phone.keep("language", language.tag()).await;
                phone.go("/").await;
                let hers = phone.attribute("main li:nth-child(2) a.open", "href").await;
                for page in ["/", &hers] {
                    phone.go(page).await;
                    let of = format!("{script:?} {size} {language:?} at {page}");
                    assert!(phone.text().await.contains(LONG), "{of}: {}", phone.text().await);
                    assert_eq!(phone.count("h1").await, 1, "{of}");
                    for (width, text) in [(360, 100), (320, 100), (360, 200)] {
                        phone.screen(width, 740).await;
                        phone.text_size(text).await;
                        let (cut, small) = (phone.cut_off().await, phone.small_targets(least).await);
                        if !phone.fits().await || !cut.is_empty() || !small.is_empty() {
                            wrong.push(format!("{of}, {width} px, {text} %: {cut:?} {small:?}"));
                        }
                    }
                    phone.screen(360, 740).await;
                    phone.text_size(100).await;
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        phone.go("/").await;
        enter(&phone, LONG).await;
        assert_eq!(phone.path().await, "/me");
        phone.go("/account").await;
        assert!(phone.fits().await && phone.cut_off().await.is_empty());
        phone.close().await;
    }
}

#[tokio::test]
async fn what_one_left_waiting_is_neither_seen_nor_sent_by_the_other() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let network = Network::to(&app.address).await;
    let phone = Phone::open(&network.address, Script::On, Language::ZhCn).await;
    come_by_card(&app, &phone, &v, v.berta).await;
    leave(&phone).await;
    come_by_card(&app, &phone, &v, v.anna).await;
    let page = format!("/me/hand-in/{issue}");
    says_it_is_hers(&phone, &page).await;

    network.is(Way::Cut);
    phone.go(&page).await;
    phone.fill("[name=pieces]", "7").await;
    phone.press("form[action='/api/declare'] button.button:not([type=button])").await;
    phone.says("1 条等着送").await;
    // Her session ends by itself, before it could be sent.
    let session = json!({ "name": "session", "url": network.address });
    devtools::ask(phone.client(), "Network.deleteCookies", session).await;
    network.is(Way::Open);

    phone.go("/").await;
    phone.says("1 条等着送").await;
    enter(&phone, "贝塔").await;
    assert_eq!(phone.path().await, "/me");
    until(&phone, "caches.keys().then((kept) => kept.length === 0)").await;
    let text = phone.text().await;
    assert!(!text.contains("等着送") && !text.contains("安娜"), "{text}");
    let declared = async || {
        let mut books = snapshot_of(v.store, v.workshop).await;
        let found = books.of_worker(v.anna).held_issue(issue).await.expect("a read");
        found.map_or((0, 0), |(held, waiting)| (held.declared.0, waiting.len()))
    };
    assert_eq!(declared().await, (0, 0));

    leave(&phone).await;
    enter(&phone, "安娜").await;
    phone.says("1 条送出去了").await;
    assert_eq!(declared().await, (7, 1));
    phone.close().await;
}

#[tokio::test]
async fn her_pages_are_off_the_phone_when_she_leaves_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let network = Network::to(&app.address).await;
    let phone = Phone::open(&network.address, Script::On, Language::ZhCn).await;
    come_by_card(&app, &phone, &v, v.anna).await;
    says_it_is_hers(&phone, &format!("/me/hand-in/{issue}")).await;
    leave(&phone).await;
    until(&phone, "caches.keys().then((kept) => kept.length === 0)").await;
    network.is(Way::Cut);
    // The browser says itself that there is no network.
    let _ = phone.client().goto(&format!("{}/me", network.address)).await;
    assert_eq!(phone.count("main#main").await, 0, "{}", phone.text().await);
    phone.close().await;
}
