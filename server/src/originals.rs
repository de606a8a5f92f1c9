//! PDFs that orders came as, for who types them off.

use crate::context::RequestContext;
use app::request::{Person, Viewer};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use ledger::parse::original::Original;
use ledger::store::UploadId;

/// The address of such a file.
pub(crate) const ORIGINAL: &str = "/import/{upload}/original";

/// It may stand in a page of ours, and do nothing itself.
const POLICY: &str =
    "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// The files.
pub(crate) fn originals<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(ORIGINAL, get(original))
}

async fn original(Extension(context): Extension<RequestContext>, Path(upload): Path<String>) -> Response {
    let not_there = StatusCode::NOT_FOUND.into_response();
    let Some(Viewer { workshop, person: Person::Coordinator { .. }, .. }) = &context.viewer else { return not_there };
    let Ok(upload) = upload.parse::<UploadId>() else { return not_there };
    match context.services.store.upload(workshop.id, upload).await {
        Ok(Some(upload)) if Original::of(&upload.bytes) == Some(Original::Pdf) => {
            let headers = [
                (CONTENT_TYPE, "application/pdf"),
                (CONTENT_DISPOSITION, "inline; filename=\"order.pdf\""),
                (CONTENT_SECURITY_POLICY, POLICY),
                (CACHE_CONTROL, "private, no-store"),
            ];
            (headers, upload.bytes).into_response()
        }
        Ok(_) => not_there,
        Err(error) => {
            tracing::error!(%error, "a file that was sent could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
