//! What a server function answered, and how a page or a script gets it.

use app::addresses::Address;
use app::request::Problem;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// Leptos marks its answers with these.
const FAILED: HeaderName = HeaderName::from_static("serverfnerror");
const LEADS_ON: HeaderName = HeaderName::from_static("serverfnredirect");

/// No problem is longer.
const MOST_BYTES: usize = 64 * 1024;

/// What came of it.
pub(super) enum Answer {
    Done(Response),
    Refused(Problem),
    /// There is no such server function.
    Other(Response),
}

impl Answer {
    /// Reads an answer that was requested as JSON.
    pub(super) async fn of(response: Response) -> Self {
        if response.headers().contains_key(FAILED) {
            let bytes = to_bytes(response.into_body(), MOST_BYTES).await.unwrap_or_default();
            let problem = serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                tracing::error!(%error, "a server function failed with an error of another kind");
                Problem::Database
            });
            return Self::Refused(problem);
        }
        if response.status().is_success() { Self::Done(response) } else { Self::Other(response) }
    }
}

/// A form that was done leads on, or back to the page that it stood on, perhaps with something to keep.
pub(super) fn to_page(mut response: Response, page: &Address, cookie: Option<HeaderValue>) -> Response {
    let headers = response.headers_mut();
    for name in [LEADS_ON, CONTENT_TYPE, CONTENT_LENGTH] {
        headers.remove(name);
    }
    if !headers.contains_key(LOCATION) {
        headers.insert(LOCATION, address(page));
    }
    if let Some(cookie) = cookie {
        headers.append(SET_COOKIE, cookie);
    }
    *response.status_mut() = StatusCode::SEE_OTHER;
    *response.body_mut() = Body::empty();
    response
}

/// A problem as scripts read it.
pub(super) fn to_script(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let text = serde_json::to_string(problem).unwrap_or_default();
    (status, [(CONTENT_TYPE, "application/json")], text).into_response()
}

/// Leads to another page, perhaps with something to keep.
pub(super) fn see_other(page: &Address, cookie: Option<HeaderValue>) -> Response {
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, address(page))]).into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn address(page: &Address) -> HeaderValue {
    HeaderValue::from_str(page.as_str()).unwrap_or(HeaderValue::from_static("/"))
}
