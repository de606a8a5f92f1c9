//! `GET /news?since=SEQ`: says that something happened since a page was made which concerns its reader, as a server-sent event (HTML
//! Living Standard, section 9.2). It says that once and ends; what it was, the page says when it is asked for again.

use crate::context::RequestContext;
use crate::headers::OWN;
use crate::listeners::{Heard, Listeners};
use app::request::Viewer;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use futures_util::stream;
use ledger::store::StoreError;
use ledger::store::access::Holder;
use ledger::values::ids::Seq;
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;

const NEWS: &str = "/news";

/// A browser that still looks comes again by itself: what stands between may forget a connection that is kept for hours.
const LONGEST: Duration = Duration::from_mins(10);

/// Who is gone is noticed by then.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

#[derive(Deserialize)]
struct Asked {
    since: Seq,
}

/// The stream of news.
pub(crate) fn news<S: Clone + Send + Sync + 'static>(listeners: Listeners) -> Router<S> {
    Router::new().route(NEWS, get(answer)).with_state(listeners)
}

async fn answer(
    State(listeners): State<Listeners>,
    Extension(context): Extension<RequestContext>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Response {
    // To a browser that means: do not come again.
    let Some(viewer) = context.viewer.clone() else { return StatusCode::NOT_FOUND.into_response() };
    let Ok(Query(Asked { since })) = asked else { return StatusCode::BAD_REQUEST.into_response() };
    let Some(place) = listeners.place(viewer.session) else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "60")]).into_response();
    };
    let said = stream::once(async move {
        let heard = tokio::time::timeout(LONGEST, wait(&listeners, &context, &viewer, since)).await;
        drop(place);
        let event = match heard {
            Ok(Ok(true)) => Event::default().data("new"),
            Ok(Ok(false)) | Err(_) => Event::default().comment("nothing"),
            Ok(Err(error)) => {
                tracing::error!(%error, "news could not be read");
                Event::default().comment("nothing")
            }
        };
        Ok::<_, Infallible>(event)
    });
    let stream = Sse::new(said).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE));
    // In place of that which streams have by themselves.
    ([(CACHE_CONTROL, OWN)], stream).into_response()
}

/// Until something concerns that person: `true`. `false` where the session or the program ended first.
async fn wait(
    listeners: &Listeners,
    context: &RequestContext,
    viewer: &Viewer,
    since: Seq,
) -> Result<bool, StoreError> {
    let workshop = viewer.workshop.id;
    let mut heads = listeners.listen();
    let mut seen = since;
    let mut pay_open = viewer.pay_open;
    loop {
        let mut books = context.services.store.read(workshop).await?;
        let is_news = match viewer.holder {
            Holder::User(user) => books.is_news_to_user(user, since).await?,
            Holder::Worker(worker) => books.of_worker(worker).is_news(since, pay_open).await?,
            Holder::Firm(firm) => books.of_firm(firm).is_news(since).await?,
        };
        if is_news {
            return Ok(true);
        }
        seen = seen.max(books.head().await?.seq);
        // While nothing happens, it holds no connection to the database.
        drop(books);
        if heads.beyond(workshop, seen).await == Heard::End {
            return Ok(false);
        }
        let Some(secret) = &context.cookies.session else { return Ok(false) };
        let now = context.services.clock.now();
        let session = context.services.store.sessions().session(secret, now).await?;
        let Some(session) = session.filter(|session| session.holder == viewer.holder) else { return Ok(false) };
        pay_open = pay_open && (!matches!(session.holder, Holder::Worker(_)) || session.pay_until > now);
    }
}
