//! Pictures, for those who may see what they are of.

use crate::context::RequestContext;
use crate::headers::OWN_FOR_EVER;
use app::request::{Person, Viewer};
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use ledger::store::reads::Sees;
use ledger::store::{Size, StoreError};
use ledger::values::ids::WorkshopId;
use ledger::values::picture::PictureHash;

/// Their addresses: for people who are signed in, and for who holds a delivery note.
pub(crate) const PHOTOS: [&str; 4] =
    ["/photos/{hash}", "/photos/{hash}/small", "/d/{token}/photos/{hash}", "/d/{token}/photos/{hash}/small"];

/// The pictures.
pub(crate) fn photos<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let [large, small, large_of_note, small_of_note] = PHOTOS;
    Router::new()
        .route(large, get(|context, hash| of_viewer(context, hash, Size::Large)))
        .route(small, get(|context, hash| of_viewer(context, hash, Size::Small)))
        .route(large_of_note, get(|context, path| of_note(context, path, Size::Large)))
        .route(small_of_note, get(|context, path| of_note(context, path, Size::Small)))
}

async fn of_viewer(Extension(context): Extension<RequestContext>, Path(hash): Path<String>, size: Size) -> Response {
    let Some(Viewer { workshop, person, .. }) = &context.viewer else { return StatusCode::NOT_FOUND.into_response() };
    let sees = match person {
        Person::Coordinator { .. } | Person::Helper { .. } => Sees::Workshop,
        Person::Worker { worker, .. } => Sees::Worker(*worker),
        Person::Firm { firm, .. } => Sees::Firm(*firm),
    };
    answer(picture(&context, workshop.id, sees, &hash, size).await)
}

async fn of_note(
    Extension(context): Extension<RequestContext>,
    Path((token, hash)): Path<(String, String)>,
    size: Size,
) -> Response {
    let found = match context.services.store.links().linked(&token).await {
        Ok(linked) => linked.and_then(|linked| Some((linked.workshop.id, linked.delivery?))),
        Err(error) => return failed(&error),
    };
    let Some((workshop, delivery)) = found else { return StatusCode::NOT_FOUND.into_response() };
    answer(picture(&context, workshop, Sees::Note(delivery), &hash, size).await)
}

/// The bytes of a picture, for who may see it.
async fn picture(
    context: &RequestContext,
    workshop: WorkshopId,
    sees: Sees,
    hash: &str,
    size: Size,
) -> Result<Option<Vec<u8>>, StoreError> {
    let Ok(hash) = hash.parse::<PictureHash>() else { return Ok(None) };
    let mut books = context.services.store.read(workshop).await?;
    if books.sees_picture(hash, sees).await? { books.picture(hash, size).await } else { Ok(None) }
}

fn answer(picture: Result<Option<Vec<u8>>, StoreError>) -> Response {
    match picture {
        Ok(Some(bytes)) => {
            ([(CONTENT_TYPE, HeaderValue::from_static("image/jpeg")), (CACHE_CONTROL, OWN_FOR_EVER)], bytes)
                .into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&error),
    }
}

fn failed(error: &StoreError) -> Response {
    tracing::error!(%error, "a picture could not be read");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
