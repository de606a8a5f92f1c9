//! Scripts that are no islands, and what the one of a device says.

use app::components::device::{SERVICE_WORKER, words_script};
use app::components::{PlainScript, bare};
use app::language::Language;
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;

/// Their addresses tell one text from another.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A browser looks for a newer one by itself.
const ASK_AGAIN: &str = "no-cache";

/// All of them; anybody may ask.
pub(crate) fn scripts<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let plain = PlainScript::ALL.into_iter().fold(Router::new(), |router, plain| {
        let text = plain.text();
        router.route(plain.path, get(move || async move { script(text, FOR_EVER) }))
    });
    let words = Language::ALL.into_iter().fold(plain, |router, language| {
        let words = words_script(language);
        router.route(&format!("/words/{}.js", language.tag()), get(move || async move { script(words, FOR_EVER) }))
    });
    words.route("/service-worker.js", get(|| async { script(bare(SERVICE_WORKER), ASK_AGAIN) }))
}

fn script(text: impl IntoResponse, kept: &'static str) -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, kept)], text)
}
