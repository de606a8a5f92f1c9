//! How many she brings, by buttons.

use super::device::enter;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::Village;
use app::language::Language;
use ledger::values::pieces::Pieces;

#[tokio::test]
async fn a_number_is_set_by_buttons_and_is_hers_to_say() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 31).await;
    let hers = v.issue(1, v.berta, 3).await;
    let phone = Phone::open(&app.address, Script::On, Language::ZhCn).await;
    enter(&app, &phone, &v, v.anna).await;
    phone.go(&format!("/me/hand-in/{issue}")).await;
    assert_eq!(phone.value("[name=pieces]").await, "", "nothing is said for her");
    for (button, number) in [
        ("[data-add='-1']", "0"),
        ("[data-add='1']", "1"),
        ("[data-put='15']", "15"),
        ("[data-add='1']", "16"),
        ("[data-put='31']", "31"),
        ("[data-add='1']", "31"),
        ("[data-add='-1']", "30"),
    ] {
        phone.press(button).await;
        phone.shows("[name=pieces]", number).await;
    }
    phone.fill("[name=pieces]", "二十").await;
    phone.press("[data-add='1']").await;
    phone.shows("[name=pieces]", "1").await;
    phone.press("[data-put='15']").await;
    phone.send("/api/declare").await;
    let home = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page");
    assert_eq!(home.held[0].declared, Pieces(15));
    phone.close().await;

    let plain = Phone::open(&app.address, Script::Off, Language::En).await;
    enter(&app, &plain, &v, v.berta).await;
    plain.go(&format!("/me/hand-in/{hers}")).await;
    assert!(!plain.text().await.contains("Half"), "buttons that do nothing: {}", plain.text().await);
    plain.fill("[name=pieces]", "2").await;
    plain.send("/api/declare").await;
    plain.close().await;
}
