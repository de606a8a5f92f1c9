//! A worker with her phone.

use super::app::App;
use super::village::Village;
use super::visitor::Visitor;
use ledger::ids::WorkerId;

/// The PIN that every worker of the tests chooses.
pub const PIN: &str = "274926";

/// Lets a worker in for the first time: by her card, choosing her PIN. Her pay is then open for a while.
pub async fn worker_of(app: &App, village: &Village<'_>, worker: WorkerId) -> Visitor {
    village.store.make_cards(village.workshop).await.expect("cards");
    let cards = village.store.cards(village.workshop).await.expect("cards");
    let card = cards.into_iter().find(|card| card.worker == worker).expect("her card");
    let code = card.code.expect("a code");
    let visitor = Visitor::new(&app.address);
    let page = visitor.open(&format!("/card/{}", code.as_str())).await;
    let page = visitor.send(&page, "/api/choose_pin", &[("pin", PIN), ("again", PIN)]).await;
    assert_eq!(page.path, "/me", "{}", page.text());
    visitor
}
