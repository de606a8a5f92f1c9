//! A coordinator at her desk.

use super::app::App;
use super::visitor::Visitor;
use ledger::values::ids::WorkshopId;
use std::sync::atomic::{AtomicU32, Ordering};

/// Somebody signs in with one number; each coordinator of a run has her own.
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Lets a new coordinator of that workshop in, by an invitation.
pub async fn coordinator_of(app: &App, workshop: WorkshopId) -> Visitor {
    app.coordinator(workshop, &format!("139{:08}", NUMBER.fetch_add(1, Ordering::Relaxed))).await
}
