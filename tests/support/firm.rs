//! A trade firm's clerk.

use super::app::App;
use super::village::Village;
use super::visitor::Visitor;
use ledger::values::ids::{DeliveryId, FirmId};

/// Lets a clerk in by the firm's own link.
pub async fn clerk_of(app: &App, village: &Village<'_>, firm: FirmId) -> Visitor {
    app.clerk(village.workshop, firm).await
}

/// The address on a delivery's note; a new one each time, after which the old leads nowhere.
pub async fn note_of(village: &Village<'_>, delivery: DeliveryId) -> String {
    assert!(village.store.links().make_delivery_link(village.workshop, delivery).await.expect("a link"));
    let token = village.store.links().delivery_link(village.workshop, delivery).await.expect("a read").expect("a link");
    format!("/d/{token}")
}
