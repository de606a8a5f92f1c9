//! What was said aloud of an entry, for her who said it and for her workshop's coordinators.

use crate::context::RequestContext;
use crate::spoken::send;
use app::request::{Person, Viewer};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use ledger::store::reads::Hears;
use ledger::values::recording::RecordingHash;

/// Their address.
pub(crate) const RECORDINGS: &str = "/recordings/{hash}";

/// A recording never changes under its hash; no proxy keeps it for others.
const FOR_EVER: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");

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
    let read = async { context.services.store.read(workshop.id).await?.spoken(hash, hears).await };
    match read.await {
        Ok(Some(recording)) => send(recording.sound, FOR_EVER, &headers),
        Ok(None) => not_there(),
        Err(error) => {
            let error: ledger::store::StoreError = error;
            tracing::error!(%error, "a recording could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
