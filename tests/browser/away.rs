//! The counting table where there is no network: what is entered is in the books once, as if it had been counted one after another.

use super::device::until;
use super::devtools::told;
use super::split::let_in;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::network::{Network, Way};
use crate::support::village::Village;
use app::language::Language;
use ledger::values::ids::{IssueId, WorkerId};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

const PAGE: &str = "/count/away";
const MINE: &str = "[data-phone-mine]";

/// A coordinator's phone that she said is hers, with the table on it.
async fn with_the_table(app: &App, network: &Network, v: &Village<'_>) -> Phone {
    let phone = Phone::open(&network.address, Script::On, Language::ZhCn).await;
    let_in(&phone, app, v.workshop, "13900000021").await;
    phone.go(PAGE).await;
    phone.has(&format!("[data-phone]:not([hidden]) {MINE}")).await;
    phone.press(MINE).await;
    until(&phone, "caches.match('/count/away').then((kept) => Boolean(kept))").await;
    phone
}

/// Opens what is folded around her form and in it.
async fn unfold(phone: &Phone, worker: WorkerId) {
    let form = format!("form:has(input[name=worker][value='{worker}'])");
    let open = format!(
        "const form = document.querySelector(`{form}`); for (const fold of [form.closest('details'), ...form.querySelectorAll('details')]) fold.open = true; true"
    );
    told(phone.client(), &format!("(() => {{ {open}; return true; }})()")).await;
}

/// Enters numbers of a woman's first row, and sends them.
async fn counts(phone: &Phone, worker: WorkerId, numbers: &[(&str, &str)]) {
    let form = format!("form:has(input[name=worker][value='{worker}'])");
    unfold(phone, worker).await;
    for (part, number) in numbers {
        phone.fill(&format!("{form} input[name$='[{part}]']"), number).await;
    }
    phone.press(&format!("{form} button.button:not([type=button])")).await;
}

/// What she has of each issue, in hand and to be done again.
async fn homes(v: &Village<'_>, worker: WorkerId) -> Vec<(IssueId, i64, i64)> {
    let table = snapshot_of(v.store, v.workshop).await.of_worker(worker).her_table().await;
    let issues = table.expect("a read").expect("a worker").issues;
    issues.iter().map(|held| (held.issue, held.hand.0, held.redo.0)).collect()
}

#[tokio::test]
async fn what_is_counted_without_a_network_is_recorded_in_its_order() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (first, second) = (v.issue(1, v.anna, 10).await, v.issue(1, v.anna, 20).await);
    let hers = v.issue(1, v.berta, 30).await;
    let network = Network::to(&app.address).await;
    let phone = with_the_table(&app, &network, &v).await;

    network.is(Way::Cut);
    phone.go(PAGE).await;
    phone.says("没有网络").await;
    counts(&phone, v.anna, &[("accepted", "12"), ("rework", "3")]).await;
    phone.says("1 条等着送").await;
    phone.says("已点 15 件，还剩 15 件").await;
    // The second finds what the first left, though the page is opened again from before both.
    phone.go(PAGE).await;
    phone.says("已点 15 件，还剩 15 件").await;
    counts(&phone, v.anna, &[("accepted", "15")]).await;
    phone.says("2 条等着送").await;
    phone.says("已点 30 件，还剩 0 件").await;
    counts(&phone, v.berta, &[("accepted", "7")]).await;
    phone.says("3 条等着送").await;
    assert_eq!(homes(&v, v.anna).await, [(first, 10, 0), (second, 20, 0)], "nothing was sent");

    network.is(Way::Open);
    phone.go(PAGE).await;
    phone.says("3 条送出去了").await;
    assert_eq!(homes(&v, v.anna).await, [(second, 0, 3)]);
    assert_eq!(homes(&v, v.berta).await, [(hers, 23, 0)]);
    assert!(!phone.text().await.contains("已点"), "the page is new: {}", phone.text().await);
    phone.close().await;
}

#[tokio::test]
async fn what_cannot_be_is_said_before_it_waits() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 10).await;
    let network = Network::to(&app.address).await;
    let phone = with_the_table(&app, &network, &v).await;
    network.is(Way::Cut);
    phone.go(PAGE).await;
    phone.says("没有网络").await;
    counts(&phone, v.anna, &[("accepted", "11")]).await;
    assert!(!phone.text().await.contains("等着送"), "more than she has");
    counts(&phone, v.anna, &[("accepted", "9"), ("scrapped", "1")]).await;
    assert!(!phone.text().await.contains("等着送"), "scrapped without a reason");
    phone.choose_first("form:has(input[name=worker]) select[name=reason]").await;
    counts(&phone, v.anna, &[]).await;
    phone.says("1 条等着送").await;
    phone.close().await;
}

#[tokio::test]
async fn what_another_counted_meanwhile_is_not_counted_twice() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 10).await;
    let network = Network::to(&app.address).await;
    let phone = with_the_table(&app, &network, &v).await;
    network.is(Way::Cut);
    phone.go(PAGE).await;
    phone.says("没有网络").await;
    counts(&phone, v.anna, &[("accepted", "4")]).await;
    phone.says("1 条等着送").await;
    counts(&phone, v.anna, &[("accepted", "2")]).await;
    phone.says("2 条等着送").await;
    v.done(v.count_of(v.anna, issue, 5, 0, 0)).await;
    network.is(Way::Open);
    phone.go(PAGE).await;
    phone.says("2 条没有记下").await;
    assert_eq!(homes(&v, v.anna).await, [(issue, 5, 0)], "each is there to be looked at, and neither is in the books");
    phone.close().await;
}

#[tokio::test]
async fn any_row_of_entries_leaves_her_what_the_books_leave_her() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 25).await;
    v.done(v.count_of(v.anna, issue, 3, 9, 0)).await;
    v.issue(1, v.anna, 30).await;
    v.issue(1, v.anna, 20).await;
    let network = Network::to(&app.address).await;
    let phone = with_the_table(&app, &network, &v).await;
    network.is(Way::Cut);
    phone.go(PAGE).await;
    phone.says("没有网络").await;
    let mut random = StdRng::seed_from_u64(20_261_201);
    let (mut hand, mut redo) = (63, 9);
    for n in 1..=7 {
        let accepted = random.random_range(1..=8);
        let (rework, scrapped) = (random.random_range(0..=3), random.random_range(0..=1));
        let again = random.random_range(0..=redo.min(4));
        let [typed @ .., _] = [accepted, rework, scrapped, again, 0].map(|pieces: i64| pieces.to_string());
        let [accepted_typed, rework_typed, scrapped_typed, again_typed] = &typed;
        unfold(&phone, v.anna).await;
        phone.choose_first("form:has(input[name=worker]) select[name=reason]").await;
        counts(
            &phone,
            v.anna,
            &[
                ("accepted", accepted_typed),
                ("rework", rework_typed),
                ("scrapped", scrapped_typed),
                ("redo_accepted", again_typed),
            ],
        )
        .await;
        phone.says(&format!("{n} 条等着送")).await;
        hand -= accepted + rework + scrapped;
        redo += rework - again;
    }
    network.is(Way::Open);
    phone.go(PAGE).await;
    phone.says("7 条送出去了").await;
    let homes = homes(&v, v.anna).await;
    let sum = |of: fn(&(IssueId, i64, i64)) -> i64| homes.iter().map(of).sum::<i64>();
    assert_eq!((sum(|home| home.1), sum(|home| home.2)), (hand, redo), "{homes:?}");
    phone.close().await;
}

#[tokio::test]
async fn without_script_and_on_a_device_that_is_shared_it_is_a_page_like_others() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 10).await;
    for (script, number) in [(Script::Off, "13900000022"), (Script::On, "13900000023")] {
        let phone = Phone::open(&app.address, script, Language::ZhCn).await;
        let_in(&phone, &app, v.workshop, number).await;
        phone.go(PAGE).await;
        phone.unfold("details").await;
        phone.fill(&format!("[name='rows[{issue}][accepted]']"), "2").await;
        phone.send_keyed("/api/count", &v.anna.to_string()).await;
        assert_eq!(phone.path().await, "/count/away?done=counted");
        let stays = "indexedDB.databases().then((all) => all.length === 0 && !Object.keys(localStorage).some((name) => name.startsWith('typed away')))";
        assert!(script == Script::Off || told(phone.client(), stays).await == Some(true.into()));
        phone.close().await;
    }
    assert_eq!(homes(&v, v.anna).await, [(issue, 6, 0)]);
}
