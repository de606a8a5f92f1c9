//! A worker with her phone.

use super::app::App;
use super::village::Village;
use super::visitor::Visitor;
use ledger::values::ids::WorkerId;

pub use super::people::PIN;

/// Lets a worker in for the first time: by her card, choosing her PIN. Her pay is then open for a while.
pub async fn worker_of(app: &App, village: &Village<'_>, worker: WorkerId) -> Visitor {
    app.worker(village.workshop, worker).await
}
