//! What was said aloud of an entry, for her who said it and for her workshop's coordinators.

use crate::context::RequestContext;
use crate::headers::OWN_FOR_EVER;
use crate::spoken::send;
use app::request::{Person, Viewer};
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use ledger::store::StoreError;
use ledger::store::reads::Hears;
use ledger::values::ids::WorkshopId;
use ledger::values::recording::{Recording, RecordingHash};

/// Their address.
pub(crate) const RECORDINGS: &str = "/recordings/{hash}";

/// The recordings.
pub(crate) fn recordings<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(RECORDINGS, get(answer))
}

async fn answer(
    Extension(context): Extension<RequestContext>,
    Path(hash): Path<String>,
    headers: HeaderMap,
) -> Response {
    let not_there = || StatusCode::NOT_FOUND.into_response();
    let Some(Viewer { workshop, person, .. }) = &context.viewer else { return not_there() };
    let hears = match person {
        Person::Coordinator { .. } => Hears::Coordinator,
        Person::Worker { worker, .. } => Hears::Worker(*worker),
        Person::Helper { .. } | Person::Firm { .. } => return not_there(),
    };
    let Ok(hash) = hash.parse::<RecordingHash>() else { return not_there() };
    match said(&context, workshop.id, hash, hears).await {
        Ok(Some(recording)) => send(recording.sound, OWN_FOR_EVER, &headers),
        Ok(None) => not_there(),
        Err(error) => {
            tracing::error!(%error, "a recording could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn said(
    context: &RequestContext,
    workshop: WorkshopId,
    hash: RecordingHash,
    hears: Hears,
) -> Result<Option<Recording>, StoreError> {
    context.services.store.read(workshop).await?.spoken(hash, hears).await
}
