//! Scripts that are no islands.

use crate::headers::FOR_EVER;
use app::components::device::SERVICE_WORKER;
use app::components::{PlainScript, bare, plain_scripts};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;

/// A browser looks for a newer one by itself.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// All of them; anybody may ask. Their addresses tell one text from another.
pub(crate) fn scripts<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let service_worker = bare(SERVICE_WORKER);
    plain_scripts()
        .fold(Router::new(), |router, PlainScript { path, text, .. }| {
            router.route(path, get(move || async move { script(text.as_str(), FOR_EVER) }))
        })
        .route("/service-worker.js", get(move || async move { script(service_worker, ASK_AGAIN) }))
}

fn script(text: impl IntoResponse, kept: HeaderValue) -> impl IntoResponse {
    ([(CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")), (CACHE_CONTROL, kept)], text)
}
