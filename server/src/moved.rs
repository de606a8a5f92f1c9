//! Pages that had another address in earlier versions: bookmarks and old links still lead to them.

use app::addresses;
use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::get;
use ledger::values::ids::FirmId;

/// The old addresses.
pub fn moved() -> Router {
    Router::new().route("/doors", get(|| async { Redirect::permanent(addresses::access().as_str()) })).route(
        "/doors/firm/{firm}",
        get(|Path(firm): Path<i64>| async move { Redirect::permanent(addresses::firm_access(FirmId(firm)).as_str()) }),
    )
}
