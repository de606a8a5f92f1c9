//! What was typed and not recorded yet: it comes back after the page was left, the tab closed, the network gone; to her alone.

use super::split::desk_of;
use super::{Phone, Script, devtools};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::Village;
use app::language::Language;
use serde_json::json;

const COUNT: &str = "/api/count";
const NOTICE: &str = "form .notice.warn";

async fn offline(phone: &Phone, is_offline: bool) {
    devtools::ask(phone.client(), "Network.enable", json!({})).await;
    let network = json!({ "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    devtools::ask(phone.client(), "Network.emulateNetworkConditions", network).await;
}

/// How many pieces Anna still has.
async fn left(v: &Village<'_>) -> i64 {
    let table = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).her_table().await;
    table.expect("a read").expect("a worker").issues.iter().map(|issue| issue.hand.0).sum()
}

#[tokio::test]
async fn a_share_that_was_changed_by_its_buttons_comes_back_too() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000068").await;
    let page = format!("/split?pool[0]={}/1", v.line);
    desk.go(&page).await;
    let share = format!("[name='pieces[w{}-0]']", v.anna);
    desk.shows(&share, "50").await;
    desk.press(&format!("button[name=more][value='w{}-0']", v.anna)).await;
    desk.shows(&share, "60").await;
    desk.go("/today").await;
    desk.go(&page).await;
    desk.shows(&share, "60").await;
    assert!(desk.text_of(NOTICE).await.contains("还没有记下"));
    desk.close().await;
}

#[tokio::test]
async fn a_split_that_is_only_worked_out_again_was_not_sent() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000067").await;
    let page = format!("/split?pool[0]={}/1", v.line);
    desk.go(&page).await;
    desk.fill(".person:nth-child(1) [name^='pieces']", "70").await;
    desk.press_button("button[formmethod=get].pale").await;
    assert!(desk.path().await.contains(&format!("pool%5B0%5D={}%2F1", v.line)), "{}", desk.path().await);
    desk.go(&page).await;
    assert!(!desk.text().await.contains("没有收到回音"), "{}", desk.text().await);
    desk.close().await;
}

#[tokio::test]
async fn what_was_typed_comes_back_until_it_is_recorded() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (hers, others) = (v.issue(1, v.anna, 20).await, v.issue(1, v.berta, 20).await);
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000061").await;
    let (table, field) = (format!("/count?worker={}", v.anna), format!("[name='rows[{hers}][accepted]']"));
    desk.go(&table).await;
    desk.fill(&field, "7").await;
    desk.go("/today").await;
    desk.go(&format!("/count?worker={}", v.berta)).await;
    assert_eq!(desk.value(&format!("[name='rows[{others}][accepted]']")).await, "", "it is Anna's");
    desk.go(&table).await;
    desk.shows(&field, "7").await;
    assert!(desk.text_of(NOTICE).await.contains("还没有记下"));
    // Thrown away, it does not come back.
    desk.press(&format!("{NOTICE} button")).await;
    desk.shows(&field, "").await;
    desk.go(&table).await;
    assert_eq!((desk.value(&field).await.as_str(), desk.count(NOTICE).await), ("", 0));
    // Recorded, it does not either.
    desk.fill(&field, "8").await;
    desk.send(COUNT).await;
    desk.go(&table).await;
    assert_eq!((desk.value(&field).await.as_str(), desk.count(NOTICE).await), ("", 0));
    assert_eq!(left(&v).await, 12);
    // In an order it is the same.
    desk.go("/orders/new").await;
    desk.fill("[name=code]", "T-77").await;
    desk.go("/today").await;
    desk.go("/orders/new").await;
    desk.shows("[name=code]", "T-77").await;
    // The next one to use this phone sees nothing of it.
    desk.press_button("form[action='/api/sign_out'] button").await;
    desk.close().await;
}

#[tokio::test]
async fn a_form_of_which_no_answer_came_is_sent_again_and_recorded_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(10, "").await;
    let firm = Phone::open(&app.address, Script::On, Language::ZhCn).await;
    firm.go(&app.firm_link(v.workshop, v.firm).await).await;
    firm.send("/api/enter_firm").await;
    let page = format!("/firm/deliveries/{delivery}");
    firm.go(&page).await;
    let field = "input[type=text][name='lines[0][confirmed]']";
    firm.unfold(field).await;
    firm.fill(field, "9").await;
    firm.fill("input[type=text][name='lines[0][short]']", "1").await;
    offline(&firm, true).await;
    firm.press("form:has([name=form][value=lines]) button.button").await;
    offline(&firm, false).await;
    firm.go(&page).await;
    firm.shows(field, "9").await;
    assert!(firm.text_of(NOTICE).await.contains("也只记一次"));
    firm.send_keyed("/api/answer_delivery", "lines").await;
    assert!(firm.path().await.contains("done="), "{}", firm.text().await);
    firm.close().await;
}

#[tokio::test]
async fn what_one_person_typed_is_not_another_s() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000062").await;
    desk.go("/orders/new").await;
    desk.fill("[name=code]", "T-78").await;
    // Somebody else signs in with the same browser, and nobody signed out.
    let link = app.invitation(v.workshop, ledger::model::Role::Coordinator).await;
    desk.go(&link).await;
    desk.fill("[name=name]", "林带头人").await;
    desk.fill("[name=phone]", "13900000063").await;
    for field in ["[name=password]", "[name=again]"] {
        desk.fill(field, crate::support::people::PASSWORD).await;
    }
    desk.send("/api/set_up").await;
    desk.go("/orders/new").await;
    assert_eq!((desk.value("[name=code]").await.as_str(), desk.count(NOTICE).await), ("", 0));
    desk.close().await;
}

#[tokio::test]
async fn what_was_refused_comes_back_as_not_recorded_and_not_as_unanswered() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let hers = v.issue(1, v.anna, 20).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000064").await;
    let (table, field) = (format!("/count?worker={}", v.anna), format!("[name='rows[{hers}][accepted]']"));
    desk.go(&table).await;
    desk.fill(&field, "900").await;
    desk.send(COUNT).await;
    assert_eq!(desk.value(&field).await, "900");
    desk.go("/today").await;
    desk.go(&table).await;
    desk.shows(&field, "900").await;
    assert!(desk.text_of(NOTICE).await.contains("还没有记下"));
    desk.fill(&field, "5").await;
    desk.send(COUNT).await;
    // Handed out after a refusal, nothing of it comes back either.
    let order = format!("/orders/{}", v.order);
    let pieces = "form[action='/api/issue'] [name=pieces]";
    desk.go(&order).await;
    for (n, done) in [("4000", false), ("10", true)] {
        desk.unfold(pieces).await;
        desk.choose("form[action='/api/issue'] [name=of]", &format!("{}/1", v.line)).await;
        desk.choose("form[action='/api/issue'] [name=worker]", &v.berta.to_string()).await;
        desk.fill(pieces, n).await;
        desk.send("/api/issue").await;
        assert_eq!(desk.path().await.contains("done="), done, "{}", desk.path().await);
    }
    desk.go(&order).await;
    assert_eq!((desk.value(pieces).await.as_str(), desk.count(NOTICE).await), ("", 0));
    desk.close().await;
}

#[tokio::test]
async fn a_split_that_comes_back_follows_what_was_typed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000065").await;
    let split = format!("/split?pool[0]={}/1", v.line);
    let [hers, others] = [v.anna, v.berta].map(|who| format!("[name='pieces[w{who}-0]']"));
    desk.go(&split).await;
    desk.shows(&hers, "50").await;
    desk.fill(&hers, "20").await;
    desk.shows(&others, "80").await;
    desk.go("/today").await;
    desk.go(&split).await;
    desk.shows(&hers, "20").await;
    desk.shows(&others, "80").await;
    assert!(desk.text_of("#sum-0").await.contains("100 / 100"), "{}", desk.text_of("#sum-0").await);
    desk.close().await;
}
