//! A coordinator at her desk.

use super::app::App;
use super::village::noon;
use super::visitor::Visitor;
use ledger::ids::WorkshopId;
use std::sync::atomic::{AtomicU32, Ordering};

/// Somebody signs in with one number; each coordinator of a run has her own.
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Lets a new coordinator of that workshop in, by an invitation.
pub async fn coordinator_of(app: &App, workshop: WorkshopId) -> Visitor {
    let secret = app.database.store.invite(workshop, None, noon()).await.expect("an invitation");
    let visitor = Visitor::new(&app.address);
    let page = visitor.open(&format!("/set-up/{}", secret.reveal())).await;
    let phone = format!("138{:08}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let fields =
        [("name", "带头人"), ("phone", phone.as_str()), ("password", "a long password"), ("again", "a long password")];
    let page = visitor.send(&page, "/api/set_up", &fields).await;
    assert_eq!(page.path, "/today", "{}", page.text());
    visitor
}
