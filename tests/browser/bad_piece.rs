//! The photo of a bad piece, put to a count from the line below what was just counted.

use super::split::desk_of;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::people::PIN;
use crate::support::village::Village;
use app::language::Language;

const FORM: &str = "form[action^='/api/set_photo']";

/// A photo as the telephone took it.
fn flower() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/flower.jpg");
    path.canonicalize().expect("a file").display().to_string()
}

#[tokio::test]
async fn what_was_wrong_is_shown_from_the_counting_table_to_her_phone() {
    for (script, number) in [(Script::On, "13900000061"), (Script::Off, "13900000062")] {
        let app = App::start().await;
        let v = Village::settle(&app.database.store).await;
        let issue = v.issue(1, v.anna, 10).await;
        let desk = desk_of(&app, v.workshop, script, Language::ZhCn, number).await;
        desk.go(&format!("/count?worker={}", v.anna)).await;
        desk.fill(&format!("[name='rows[{issue}][accepted]']"), "7").await;
        desk.fill(&format!("[name='rows[{issue}][rework]']"), "3").await;
        desk.send("/api/count").await;
        desk.says("撤销").await;
        assert_eq!(desk.count(&format!("details:not([open]) {FORM}")).await, 1, "one line, until it is wanted");
        desk.unfold(&format!("{FORM} [name=file]")).await;
        desk.attach(&format!("{FORM} [name=file]"), &flower()).await;
        desk.press_button(&format!("{FORM} button.button")).await;
        desk.says("照片放好了").await;
        assert!(desk.text().await.contains("合格 7") && desk.fits().await, "{}", desk.text().await);
        let phone = Phone::open(&app.address, script, Language::ZhCn).await;
        phone.go(&app.card(v.workshop, v.anna).await).await;
        phone.fill("[name=pin]", PIN).await;
        phone.fill("[name=again]", PIN).await;
        phone.send("/api/choose_pin").await;
        phone.says("没做好的是这样").await;
        assert!(phone.fits().await, "the photo is wider than the phone");
        for visitor in [desk, phone] {
            visitor.close().await;
        }
    }
}
