//! What a hand does by mistake at the counting table.

use super::Script;
use super::split::desk_of;
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day};
use app::language::Language;
use ledger::values::pieces::Pieces;

/// The Enter key (WebDriver, 17.4.2).
const ENTER: char = '\u{E007}';

#[tokio::test]
async fn enter_in_one_of_several_numbers_records_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 40).await;
    for (script, number) in [(Script::On, "13900000011"), (Script::Off, "13900000012")] {
        let desk = desk_of(&app, v.workshop, script, Language::ZhCn, number).await;
        desk.go(&format!("/count?worker={}", v.anna)).await;
        let field = format!("[name='rows[{issue}][accepted]']");
        desk.fill(&field, &format!("30{ENTER}")).await;
        assert_eq!(desk.value(&field).await, "30", "the page is still there, with what was typed");
        let read = snapshot_of(v.store, v.workshop)
            .await
            .orders()
            .order_page(v.order, day("2026-11-02"))
            .await
            .expect("a read")
            .expect("an order");
        assert_eq!(read.at().hand, Pieces(40), "nothing is counted yet");
        desk.close().await;
    }
}
