//! What every answer tells the browser not to do.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// A page is somebody's: it is requested again each time, and kept by no one on the way.
pub(crate) const OWN: HeaderValue = HeaderValue::from_static("private, no-store");

/// Kept under an address that carries the hash of what it answers. That is part of pages, and no page.
pub(crate) const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Whether people reach the server by https.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Https(pub bool);

/// Nothing but our own styles, pictures and forms; scripts only where [`policy_with_script`] says so.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; \
     form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'";

/// What is said to search engines besides `/robots.txt`, which keeps them from looking and not from listing an address that they read elsewhere.
/// None of them brings a cookie, and a phone that does is not to pay for it.
const UNLISTED: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));

const ALWAYS: [(HeaderName, &str); 1] = [(X_CONTENT_TYPE_OPTIONS, "nosniff")];

/// Of what a browser shows as a page, or runs beside pages. Styles, scripts, pictures and sounds are under the policy of the page that loads
/// them, and a phone pays for each byte.
const OF_PAGES: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    // Our own pages must know where a form stood; nobody else may.
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// What never changes under its address and is for some people only: their browsers keep it, and nothing on the way does.
pub(crate) const OWN_FOR_EVER: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");

/// On pages where one records, the microphone is asked for.
const RECORDS: &str = "camera=(), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()";

/// Where those pages are: a clip of the workshop's voice, and an entry of hers that she says something of.
const RECORDING: [&str; 3] = ["/voice/", "/me/count/", "/me/entry/"];

/// Two years, and names below ours too, as lists of such sites ask.
const ONLY_HTTPS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");

/// The policy of a page whose scripts carry that nonce.
pub(crate) fn policy_with_script(nonce: &str) -> String {
    format!("{POLICY}; script-src 'nonce-{nonce}' 'wasm-unsafe-eval' 'strict-dynamic'")
}

/// Adds the headers that an answer does not have yet.
pub(crate) async fn guard(State(Https(https)): State<Https>, request: Request, next: Next) -> Response {
    let may_list = !request.headers().contains_key(COOKIE);
    let records = RECORDING.iter().any(|pages| request.uri().path().starts_with(pages));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let is_part = is_part(headers);
    if records && !is_part {
        add(headers, HeaderName::from_static("permissions-policy"), HeaderValue::from_static(RECORDS));
    }
    for (name, value) in ALWAYS.into_iter().chain(OF_PAGES.into_iter().filter(|_| !is_part)) {
        add(headers, name, HeaderValue::from_static(value));
    }
    if may_list {
        let (name, value) = UNLISTED;
        add(headers, name, value);
    }
    if https {
        add(headers, STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    response
}

/// Whether it is never shown as a page: what carries its hash in its address, and what anybody may keep.
fn is_part(headers: &HeaderMap) -> bool {
    let kept = headers.get(CACHE_CONTROL).map(HeaderValue::as_bytes).unwrap_or_default();
    kept.ends_with(b"immutable") || kept.starts_with(b"public")
}

fn add(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}
