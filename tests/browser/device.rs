//! A phone that is hers alone: what she enters without a network is in the books once there is one, and her pages stay to be read.

use super::devtools::{self, told};
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::network::{Network, Way};
use crate::support::people::PIN;
use crate::support::village::Village;
use app::language::Language;
use ledger::values::ids::{IssueId, WorkerId};
use serde_json::json;

const MINE: &str = "[data-phone-mine]";

/// A script that says whether all entries have left the phone.
pub const NOTHING_WAITS: &str = "new Promise((done) => {
    const open = indexedDB.open('petalwork');
    open.onsuccess = () => {
        const asked = open.result.transaction('entries').objectStore('entries').count();
        asked.onsuccess = () => { open.result.close(); done(asked.result === 0); };
    };
})";

/// Her phone, signed in over that network.
pub async fn hers(app: &App, network: &Network, v: &Village<'_>, worker: WorkerId) -> Phone {
    let phone = Phone::open(&network.address, Script::On, Language::ZhCn).await;
    enter(app, &phone, v, worker).await;
    phone
}

/// She comes in with her card and chooses a PIN.
pub async fn enter(app: &App, phone: &Phone, v: &Village<'_>, worker: WorkerId) {
    let card = app.card(v.workshop, worker).await;
    phone.go(&card.replace(&app.address, "")).await;
    phone.fill("[name=pin]", PIN).await;
    phone.fill("[name=again]", PIN).await;
    phone.send("/api/choose_pin").await;
}

/// Anna's phone, which she said is hers; and the page of an issue, which it keeps.
pub async fn hers_alone(app: &App, v: &Village<'_>, issue: IssueId) -> (Network, Phone, String) {
    let network = Network::to(&app.address).await;
    let phone = hers(app, &network, v, v.anna).await;
    let page = format!("/me/hand-in/{issue}");
    says_it_is_hers(&phone, &page).await;
    (network, phone, page)
}

/// She says that the phone is hers, and waits until that page is kept.
pub async fn says_it_is_hers(phone: &Phone, page: &str) {
    phone.go("/me").await;
    phone.has(&format!("[data-phone]:not([hidden]) {MINE}")).await;
    phone.press(MINE).await;
    kept(phone, page).await;
}

async fn kept(phone: &Phone, page: &str) {
    let there = format!("caches.match('{page}').then((kept) => Boolean(kept))");
    until(phone, &there).await;
}

pub async fn until(phone: &Phone, script: &str) {
    let patience = std::time::Duration::from_secs(20);
    let true_at_last = async { while told(phone.client(), script).await != Some(json!(true)) {} };
    assert!(tokio::time::timeout(patience, true_at_last).await.is_ok(), "{script} on {}", phone.path().await);
}

/// A script that says whether any sound is kept.
const A_SOUND_IS_KEPT: &str = "caches.open('files').then((files) => files.keys()).then((kept) => kept.some(({ url }) => url.includes('/spoken/')))";

/// A script that hears what the first loudspeaker says.
const HEARS: &str = "fetch(document.querySelector('a.hear').href).then((heard) => heard.ok)";

/// On the page of an issue she says how many she brings, and is told that it waits.
pub async fn brings(phone: &Phone, pieces: &str, told: &str) {
    phone.fill("[name=pieces]", pieces).await;
    phone.press("form[action='/api/declare'] button.button:not([type=button])").await;
    phone.says(told).await;
}

async fn session_ends(phone: &Phone) {
    devtools::ask(phone.client(), "Network.clearBrowserCookies", json!({})).await;
    phone.keep("language", Language::ZhCn.tag()).await;
}

/// How many pieces of an issue she has declared, and in how many hand-ins.
pub async fn declared(v: &Village<'_>, issue: IssueId) -> (i64, usize) {
    let mut books = snapshot_of(v.store, v.workshop).await;
    let found = books.of_worker(v.anna).held_issue(issue).await.expect("a read");
    found.map_or((0, 0), |(held, waiting)| (held.declared.0, waiting.len()))
}

#[tokio::test]
async fn what_she_enters_without_a_network_is_recorded_once_when_there_is_one() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, page) = hers_alone(&app, &v, issue).await;

    network.is(Way::Cut);
    phone.go(&page).await;
    phone.says("没有网络").await;
    brings(&phone, "7", "1 条等着送").await;
    phone.says("已经留着等送").await;
    assert_eq!(declared(&v, issue).await, (0, 0));
    // Nothing of it goes with the page.
    phone.go("/me").await;
    phone.says("1 条等着送").await;
    phone.says("没有网络").await;

    // The same page, as it was: what she brings now is another hand-in, of as many.
    phone.go(&page).await;
    brings(&phone, "7", "2 条等着送").await;

    network.is(Way::Open);
    phone.go("/me").await;
    phone.says("2 条送出去了").await;
    assert_eq!(declared(&v, issue).await, (14, 2));
    phone.go("/me").await;
    assert!(!phone.text().await.contains("等着送"), "{}", phone.text().await);
    assert_eq!(declared(&v, issue).await, (14, 2));
    phone.close().await;
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for_again() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, page) = hers_alone(&app, &v, issue).await;
    phone.go(&page).await;
    network.is(Way::AnswersLost);
    brings(&phone, "9", "1 条等着送").await;
    assert_eq!(declared(&v, issue).await, (9, 1), "it arrived, and she does not know it");
    network.is(Way::Open);
    phone.go("/me").await;
    until(&phone, NOTHING_WAITS).await;
    assert_eq!(declared(&v, issue).await, (9, 1));
    phone.close().await;
}

#[tokio::test]
async fn what_is_refused_stays_with_its_reason_and_can_be_changed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, page) = hers_alone(&app, &v, issue).await;
    network.is(Way::Cut);
    phone.go(&page).await;
    brings(&phone, "20", "1 条等着送").await;
    // Meanwhile some of it was counted.
    v.done(v.count_of(v.anna, issue, 15, 0, 0)).await;
    network.is(Way::Open);
    phone.go("/me").await;
    phone.says("1 条没有记下").await;
    assert_eq!(declared(&v, issue).await, (0, 0));
    phone.press("#waiting .notice.bad button").await;
    phone.has("[name=pieces]").await;
    phone.shows("[name=pieces]", "20").await;
    phone.fill("[name=pieces]", "5").await;
    phone.send("/api/declare").await;
    assert_eq!(declared(&v, issue).await, (5, 1));
    phone.go("/me").await;
    assert!(!phone.text().await.contains("没有记下"), "{}", phone.text().await);
    phone.close().await;
}

#[tokio::test]
async fn a_phone_that_several_share_keeps_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 20).await;
    let network = Network::to(&app.address).await;
    let phone = hers(&app, &network, &v, v.anna).await;
    let nothing = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([kept, workers]) => kept.length + workers.length === 0)";
    phone.go("/me").await;
    phone.has(&format!("[data-phone]:not([hidden]) {MINE}")).await;
    assert_eq!(told(phone.client(), nothing).await, Some(json!(true)), "before she was asked");
    phone.press("[data-phone-shared]").await;
    phone.go("/me").await;
    assert_eq!(told(phone.client(), nothing).await, Some(json!(true)));
    phone.close().await;
}

#[tokio::test]
async fn pay_is_kept_only_where_she_says_so_and_all_goes_with_her() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    let network = Network::to(&app.address).await;
    let phone = hers(&app, &network, &v, v.anna).await;
    let page = format!("/me/hand-in/{issue}");
    phone.go("/me").await;
    assert!(phone.text().await.contains("¥11.00"), "her pay is open: {}", phone.text().await);
    says_it_is_hers(&phone, &page).await;
    network.is(Way::Cut);
    phone.go("/me").await;
    phone.says("没有网络").await;
    assert!(!phone.text().await.contains('¥'), "{}", phone.text().await);
    network.is(Way::Open);
    // Now she wants it kept.
    phone.go("/account").await;
    phone.has("[data-phone]:not([hidden]) [data-phone-pay]").await;
    phone.press("[data-phone-pay]").await;
    until(&phone, "caches.match('/me').then((page) => page.text()).then((page) => page.includes('¥'))").await;
    network.is(Way::Cut);
    phone.go("/me").await;
    phone.says("¥11").await;
    // Signed out, nothing of it is left.
    network.is(Way::Open);
    phone.go("/account").await;
    phone.unfold("form[action='/api/sign_out'] button.button").await;
    phone.press_button("form[action='/api/sign_out'] button.button").await;
    let nothing = "caches.match('/me').then((page) => !page && !localStorage.getItem('mine'))";
    until(&phone, nothing).await;
    phone.close().await;
}

#[tokio::test]
async fn somebody_else_on_the_same_phone_sees_nothing_of_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, page) = hers_alone(&app, &v, issue).await;
    network.is(Way::Cut);
    phone.go(&page).await;
    brings(&phone, "7", "1 条等着送").await;
    // Her session has ended, and Berta comes in by her own card: what Anna entered waits on, unseen, and is not Berta's.
    session_ends(&phone).await;
    network.is(Way::Open);
    enter(&app, &phone, &v, v.berta).await;
    phone.go("/me").await;
    until(&phone, "caches.match('/me').then((page) => !page)").await;
    assert!(!phone.text().await.contains("等着送"), "{}", phone.text().await);
    assert_eq!(declared(&v, issue).await, (0, 0));
    until(&phone, "caches.has('files').then((there) => !there)").await;
    // Nor does Berta take it away unawares by signing out.
    phone.go("/account").await;
    phone.unfold("form[action='/api/sign_out'] button.button").await;
    phone.press("form[action='/api/sign_out'] button.button").await;
    phone.says("退出就没有了").await;
    // Anna signs in again: it is sent.
    session_ends(&phone).await;
    phone.go(&app.card(v.workshop, v.anna).await.replace(&app.address, "")).await;
    phone.fill("[name=pin]", PIN).await;
    phone.send("/api/enter_card").await;
    until(&phone, NOTHING_WAITS).await;
    assert_eq!(declared(&v, issue).await, (7, 1));
    phone.close().await;
}

#[tokio::test]
async fn she_may_want_her_pay_kept_from_the_first() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    let network = Network::to(&app.address).await;
    let phone = hers(&app, &network, &v, v.anna).await;
    phone.go("/me").await;
    phone.has("[data-phone]:not([hidden]) [data-phone-pay]").await;
    phone.press("[data-phone-pay]").await;
    phone.press(MINE).await;
    kept(&phone, "/me/book").await;
    let shown = |shown| {
        format!("caches.match('/me').then((page) => page.text()).then((page) => page.includes('¥') === {shown})")
    };
    until(&phone, &shown(true)).await;
    // And not any more, of no page.
    phone.go("/account").await;
    phone.has("[data-phone]:not([hidden]) [data-phone-pay]:checked").await;
    phone.press("[data-phone-pay]").await;
    kept(&phone, "/me/book").await;
    until(&phone, &shown(false)).await;
    let none = "caches.match('/me/book').then((page) => page.text()).then((page) => !page.includes('¥'))";
    until(&phone, none).await;
    phone.close().await;
}

#[tokio::test]
async fn what_she_heard_is_kept_and_sums_only_with_her_pay() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, _) = hers_alone(&app, &v, issue).await;
    phone.go("/me").await;
    until(&phone, "Boolean(navigator.serviceWorker.controller)").await;
    assert_eq!(told(phone.client(), A_SOUND_IS_KEPT).await, Some(json!(false)), "she has heard nothing yet");
    assert_eq!(told(phone.client(), HEARS).await, Some(json!(true)));
    assert_eq!(told(phone.client(), A_SOUND_IS_KEPT).await, Some(json!(false)), "it says what she is owed");
    // Her pay is closed by now.
    app.clock.pass(chrono::Duration::hours(1));
    phone.go("/me").await;
    assert_eq!(told(phone.client(), HEARS).await, Some(json!(true)));
    assert_eq!(told(phone.client(), A_SOUND_IS_KEPT).await, Some(json!(true)));
    network.is(Way::Cut);
    assert_eq!(told(phone.client(), HEARS).await, Some(json!(true)), "without a network too");
    phone.close().await;
}

#[tokio::test]
async fn a_phone_that_several_share_is_not_sent_what_keeps() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let network = Network::to(&app.address).await;
    let phone = hers(&app, &network, &v, v.anna).await;
    phone.go("/me").await;
    phone.has(&format!("[data-phone]:not([hidden]) {MINE}")).await;
    phone.press("[data-phone-shared]").await;
    until(&phone, "document.querySelector('[data-phone]').hidden").await;
    phone.go("/me").await;
    let sent = "performance.getEntriesByType('resource').some(({ name }) => name.includes('/device.js'))";
    assert_eq!(told(phone.client(), sent).await, Some(json!(false)));
    assert_eq!(phone.count("[data-phone]:not([hidden])").await, 0, "asked once");
    // It can be changed.
    phone.go("/account").await;
    phone.has(&format!("[data-phone]:not([hidden]) {MINE}:not([hidden])")).await;
    phone.close().await;
}
