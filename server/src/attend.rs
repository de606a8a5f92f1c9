//! Who is it? Sessions and drafts are looked up before a page or server function is asked.

use crate::drafts::Kept;
use crate::known::{Known, asked};
use crate::router::House;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ledger::store::StoreError;

const NO_BOOKS: &str = "账本这会儿打不开，没有记下任何东西。请过一会儿再试。\n\
     The books cannot be opened right now and nothing was recorded. Try again later.\n";

/// A page is somebody's: it is asked for anew each time, and kept by no one on the way.
const OWN: HeaderValue = HeaderValue::from_static("private, no-store");

/// Finds out what is known of a request, and lets it pass with it.
pub(crate) async fn attend(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let mut known = Known::of(&house, request.headers(), request.uri());
    if let Err(error) = look_up(&mut known, request.method() == Method::GET).await {
        tracing::error!(%error, "the session could not be looked up");
        let kind = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
        return (StatusCode::SERVICE_UNAVAILABLE, kind, NO_BOOKS).into_response();
    }
    request.extensions_mut().insert(known);
    let mut response = next.run(request).await;
    response.headers_mut().entry(CACHE_CONTROL).or_insert(OWN);
    response
}

async fn look_up(known: &mut Known, reads: bool) -> Result<(), StoreError> {
    let now = known.services.clock.now();
    if let Some(secret) = &known.brought.session
        && let Some(session) = known.services.store.sessions().session(secret, now).await?
    {
        known.sign(session, now);
    }
    if let (true, Some(id), Some(browser)) = (reads, asked(&known.query, "draft"), &known.brought.browser) {
        let store = &known.services.store;
        let body = store.drafts().draft(id, &browser.hash(), known.owner.as_deref(), now).await?;
        known.draft = body.and_then(|body| Kept::read(&body));
    }
    Ok(())
}
