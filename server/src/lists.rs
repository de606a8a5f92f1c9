//! Lists to download: who is owed what by a settlement.

use crate::known::Known;
use app::request::Person;
use app::words::say;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use ledger::export::{Cell, Sheet};
use ledger::ids::EventId;

/// Their addresses.
pub(crate) const LISTS: [&str; 2] = ["/settlements/{id}/list.csv", "/settlements/{id}/list.xlsx"];

/// The lists; only a coordinator of the workshop finds any.
pub(crate) fn lists<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let [csv, xlsx] = LISTS;
    Router::new()
        .route(csv, get(|known, id| pay_list(known, id, Kind::Csv)))
        .route(xlsx, get(|known, id| pay_list(known, id, Kind::Xlsx)))
}

#[derive(Clone, Copy)]
enum Kind {
    Csv,
    Xlsx,
}

async fn pay_list(Extension(known): Extension<Known>, Path(id): Path<String>, kind: Kind) -> Response {
    let viewer = known.viewer.as_ref().filter(|viewer| matches!(viewer.person, Person::Coordinator { .. }));
    let (Some(viewer), Ok(id)) = (viewer, id.parse::<EventId>()) else { return StatusCode::NOT_FOUND.into_response() };
    let view = match known.services.store.settlement(viewer.workshop.id, id).await {
        Ok(Some(view)) => view,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(&error),
    };
    let heads = ["worker-number", "worker-name", "slip-owed", "settlement-now", "settlement-signed"];
    let rows = view.slips.iter().map(|(who, slip, now)| {
        vec![
            who.number.as_str().into(),
            who.name.as_str().into(),
            Cell::Money(slip.owed()),
            Cell::Money(*now),
            "".into(),
        ]
    });
    let sheet = Sheet { heads: heads.map(|key| say(known.language, key)).into(), rows: rows.collect() };
    let (made, kind, ending) = match kind {
        Kind::Csv => (sheet.csv().map_err(|error| failed(&error)), "text/csv; charset=utf-8", "csv"),
        Kind::Xlsx => {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (sheet.xlsx().map_err(|error| failed(&error)), kind, "xlsx")
        }
    };
    let name = format!("attachment; filename=\"petalwork-{}.{ending}\"", view.until);
    let heads = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name), (CACHE_CONTROL, "no-store".to_owned())];
    made.map_or_else(|failure| failure, |bytes| (heads, bytes).into_response())
}

fn failed(error: &dyn std::error::Error) -> Response {
    tracing::error!(%error, "a list could not be made");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
