//! Lists to download: who is owed what by a settlement.

mod book;

use crate::context::RequestContext;
use app::request::{Person, Viewer};
use app::words::say;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use ledger::export::{Cell, Sheet};
use ledger::store::StoreError;
use ledger::store::reads::paper::Paper;
use ledger::store::reads::settlement::SettlementView;
use ledger::values::clock::Zone;
use ledger::values::day::Day;
use ledger::values::ids::{EventId, WorkerId};
use serde::Deserialize;

/// Entries of a book in one file.
const MOST_ENTRIES: usize = 20_000;

/// Their addresses.
pub(crate) const LISTS: [&str; 4] =
    ["/settlements/{id}/list.csv", "/settlements/{id}/list.xlsx", "/workers/{id}/book.xlsx", "/me/book.xlsx"];

/// The lists; only a coordinator of the workshop finds any.
pub(crate) fn lists<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let [csv, xlsx, book, mine] = LISTS;
    Router::new()
        .route(csv, get(|context, id| pay_list(context, id, Kind::Csv)))
        .route(xlsx, get(|context, id| pay_list(context, id, Kind::Xlsx)))
        .route(book, get(worker_book))
        .route(mine, get(my_book))
}

#[derive(Clone, Copy)]
enum Kind {
    Csv,
    Xlsx,
}

async fn pay_list(Extension(context): Extension<RequestContext>, Path(id): Path<String>, kind: Kind) -> Response {
    let viewer = context.viewer.as_ref().filter(|viewer| matches!(viewer.person, Person::Coordinator { .. }));
    let (Some(viewer), Ok(id)) = (viewer, id.parse::<EventId>()) else { return StatusCode::NOT_FOUND.into_response() };
    let view = match settlement(&context, viewer, id).await {
        Ok(Some(view)) => view,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(&error),
    };
    let heads = ["worker-number", "worker-name", "settlement-owed", "settlement-still", "settlement-signed"];
    let rows = view.slips.iter().map(|(who, slip, still)| {
        vec![
            who.number.as_str().into(),
            who.name.as_str().into(),
            Cell::Money(slip.owed()),
            Cell::Money(*still),
            "".into(),
        ]
    });
    let sheet = Sheet { heads: heads.map(|key| say(context.language, key)).into(), rows: rows.collect() };
    answer(&sheet, kind, &view.until.to_string())
}

/// A list as a file of that name.
fn answer(sheet: &Sheet, kind: Kind, name: &str) -> Response {
    let (bytes, kind, ending) = match kind {
        Kind::Csv => (sheet.csv().map_err(|error| failed(&error)), "text/csv; charset=utf-8", "csv"),
        Kind::Xlsx => {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (sheet.xlsx().map_err(|error| failed(&error)), kind, "xlsx")
        }
    };
    let name = format!("attachment; filename=\"petalwork-{name}.{ending}\"");
    let heads = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name), (CACHE_CONTROL, "no-store".to_owned())];
    bytes.map_or_else(|failure| failure, |bytes| (heads, bytes).into_response())
}

/// Which days of a book.
#[derive(Debug, Deserialize)]
struct Days {
    from: Option<Day>,
    until: Option<Day>,
}

async fn worker_book(context: Extension<RequestContext>, Path(id): Path<String>, days: Query<Days>) -> Response {
    let viewer = context.viewer.clone().filter(|viewer| matches!(viewer.person, Person::Coordinator { .. }));
    match (viewer, id.parse::<WorkerId>()) {
        (Some(viewer), Ok(worker)) => a_book(&context, &viewer, worker, &days).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Her own, once her pay is open.
async fn my_book(context: Extension<RequestContext>, days: Query<Days>) -> Response {
    let viewer = context.viewer.clone().filter(|viewer| viewer.pay_open);
    match viewer {
        Some(viewer @ Viewer { person: Person::Worker { worker, .. }, .. }) => {
            a_book(&context, &viewer, worker, &days).await
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn a_book(context: &RequestContext, viewer: &Viewer, worker: WorkerId, days: &Days) -> Response {
    let until = days.until.unwrap_or_else(|| Zone::china().day(context.services.clock.now()));
    let from = days.from.unwrap_or_else(|| until.month_start());
    let found = paper_book(context, viewer, worker, [from, until]).await;
    let paper = match found {
        Ok(Some(paper)) => paper,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(&error),
    };
    let name = format!("{}-{}-{}", paper.who.number, paper.from, paper.until);
    let plain = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect::<String>();
    answer(&book::sheet_of(&paper, context.language), Kind::Xlsx, &plain)
}

async fn settlement(
    context: &RequestContext,
    viewer: &Viewer,
    id: EventId,
) -> Result<Option<SettlementView>, StoreError> {
    context.services.store.read(viewer.workshop.id).await?.settlement(id).await
}

async fn paper_book(
    context: &RequestContext,
    viewer: &Viewer,
    worker: WorkerId,
    [from, until]: [Day; 2],
) -> Result<Option<Paper>, StoreError> {
    let mut books = context.services.store.read(viewer.workshop.id).await?;
    books.of_worker(worker).paper_book(from, until, MOST_ENTRIES).await
}

fn failed(error: &dyn std::error::Error) -> Response {
    tracing::error!(%error, "a list could not be created");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
