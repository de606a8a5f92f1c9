//! What browsers, phones, chats and search engines ask of every site by a name of its own.

use app::shell::{FAVICON, MANIFEST};
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;

/// Nothing here is for a search engine: what is not a person's own is a form to sign in.
const ROBOTS: &str = "User-agent: *\nDisallow: /\n";

/// Drawn by `scripts/icons`. Browsers and phones ask for the last two without being told of them.
const PICTURES: [(&str, &str, &[u8]); 5] = [
    ("/icon-192.png", "image/png", include_bytes!("../../style/icons/icon-192.png")),
    ("/icon-512.png", "image/png", include_bytes!("../../style/icons/icon-512.png")),
    ("/maskable-512.png", "image/png", include_bytes!("../../style/icons/maskable-512.png")),
    ("/apple-touch-icon.png", "image/png", include_bytes!("../../style/icons/apple-touch-icon.png")),
    ("/favicon.ico", "image/x-icon", include_bytes!("../../style/icons/favicon.ico")),
];

/// All of them; anybody may ask.
pub(crate) fn site_files<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let texts = [
        ("/favicon.svg", "image/svg+xml; charset=utf-8", FAVICON.as_bytes()),
        ("/manifest.webmanifest", "application/manifest+json", MANIFEST.as_bytes()),
        ("/robots.txt", "text/plain; charset=utf-8", ROBOTS.as_bytes()),
    ];
    texts.into_iter().chain(PICTURES).fold(Router::new(), |router, (path, kind, bytes)| {
        router.route(path, get(move || async move { file(kind, bytes) }))
    })
}

fn file(kind: &'static str, bytes: &'static [u8]) -> impl IntoResponse {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, max-age=86400")], bytes)
}
