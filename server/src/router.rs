//! Pages, server functions and what they look like, with the layers around them.

use crate::drafts::Pages;
use crate::headers::guard;
use crate::host::{self, OwnHost};
use crate::lists::{LISTS, lists};
use crate::moved::moved;
use crate::news::news;
use crate::originals::{ORIGINAL, originals};
use crate::photos::{PHOTOS, photos};
use crate::recordings::{RECORDINGS, recordings};
use crate::scripts::scripts;
use crate::senders::Senders;
use crate::site_files::site_files;
use crate::spoken::{OWN_SPOKEN, SPOKEN, own_spoken, spoken};
use crate::state::AppState;
use crate::{authenticate, context, drafts, origin};
use app::routes::App;
use app::shell::Shell;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::StatusCode;
use axum::{Router, middleware};
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};
use tower_http::trace::TraceLayer;

/// No page takes a hundredth of it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Good enough for pages that are made again each time.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(5);

/// Sound is compressed as it is, and its parts are asked for by their bytes.
const NO_SOUND: NotForContentType = NotForContentType::const_new("audio/");

/// The address of every page, list to download, picture and sound, as axum writes it: `/orders/{id}`.
#[must_use]
pub fn pages() -> Vec<String> {
    let pages = generate_route_list(App);
    pages
        .iter()
        .map(|route| route.path().to_owned())
        .chain(
            LISTS
                .iter()
                .chain(&PHOTOS)
                .chain([&ORIGINAL, &SPOKEN, &OWN_SPOKEN, &RECORDINGS])
                .map(|path| (*path).to_owned()),
        )
        .collect()
}

/// Every server function's address; all of them are posted to.
#[must_use]
pub fn server_functions() -> Vec<String> {
    leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect()
}

/// The whole server.
pub fn router(state: AppState) -> Router {
    let options = state.frontend.options();
    let shell = || view! { <Shell><App/></Shell> };
    let provide = context::provider(state.frontend.shell_assets());
    let routes = generate_route_list(App);
    let https = state.https();
    let own_host = OwnHost::of(state.public_url.as_deref());
    let frontend = state.frontend.clone();
    let anybody =
        Router::new().merge(site_files()).merge(scripts()).merge(spoken()).merge(moved()).merge(frontend.router());
    let pages = Router::new()
        .leptos_routes_with_context(&options, routes, provide.clone(), shell)
        .fallback(render_app_async_with_context(provide, shell))
        .merge(lists())
        .merge(originals())
        .merge(photos())
        .merge(news(state.listeners.clone()))
        .merge(own_spoken())
        .merge(recordings())
        .layer(DefaultBodyLimit::max(drafts::MOST_BYTES))
        .with_state(options);
    let shown = Pages(pages.clone());
    let forms = (shown.clone(), Senders::new(state.form_limits));
    let turned_away = (state.clone(), shown);
    pages
        .layer(middleware::from_fn_with_state(forms, drafts::answer_form))
        .layer(middleware::from_fn_with_state(state, authenticate::authenticate))
        .layer(middleware::from_fn_with_state(turned_away, origin::check))
        .merge(anybody)
        .layer(RequestBodyTimeoutLayer::new(PATIENCE))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new().quality(COMPRESSION).compress_when(DefaultPredicate::new().and(NO_SOUND)))
        .layer(middleware::from_fn_with_state(own_host, host::check))
        .layer(middleware::from_fn_with_state(https, guard))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// A request in the log: by its number since the program started, which ties its lines together, and by its route, for addresses hold
/// the secrets of cards and links.
fn span(request: &Request) -> tracing::Span {
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let route = request.extensions().get::<MatchedPath>().map_or("elsewhere", MatchedPath::as_str);
    tracing::info_span!("request", number, method = %request.method(), route)
}
