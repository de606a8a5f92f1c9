//! Who is it? Sessions and drafts are looked up before a page or server function runs.

use crate::context::RequestContext;
use crate::headers::OWN;
use crate::refused_form::RefusedForm;
use crate::state::AppState;
use app::request::value;
use app::security_log::SecurityEvent;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ledger::store::StoreError;

const NO_DATABASE: &str = "账本这会儿打不开，没有记下任何东西。请过一会儿再试。\n\
     The books cannot be opened just now and nothing was recorded. Try again in a while.\n";

/// For a device that keeps pages: whose they are, and whether they show pay. It may ask for a page that does not.
const PERSON: HeaderName = HeaderName::from_static("petalwork-person");
const PAY: HeaderName = HeaderName::from_static("petalwork-pay");
const OPEN: HeaderValue = HeaderValue::from_static("open");
const CLOSED: HeaderValue = HeaderValue::from_static("closed");

/// Finds out what is known of a request, and lets it pass with it.
pub(crate) async fn authenticate(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let mut context = RequestContext::of(&state, request.headers(), request.uri());
    let reads = request.method() == Method::GET;
    if let Err(error) = look_up(&mut context, reads).await {
        tracing::error!(%error, "nobody could be looked up");
        let kind = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
        return (StatusCode::SERVICE_UNAVAILABLE, kind, NO_DATABASE).into_response();
    }
    if request.headers().get(PAY) == Some(&CLOSED)
        && let Some(viewer) = &mut context.viewer
    {
        viewer.pay_open = false;
    }
    let seen = seen(&context);
    let viewer = context.viewer.as_ref().map(|viewer| (viewer.workshop.id, viewer.holder));
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    request.extensions_mut().insert(context);
    let mut response = next.run(request).await;
    // What is refused of a form, where its answer is made says.
    if let (true, StatusCode::NOT_FOUND, Some((workshop, holder)), Some(route)) =
        (reads, response.status(), viewer, route)
    {
        SecurityEvent::NotTheirs.log_at(workshop, holder, &route);
    }
    if let (true, Some(seen)) = (reads, seen) {
        let [person, pay] = seen;
        response.headers_mut().extend([(PERSON, person), (PAY, pay)]);
    }
    response.headers_mut().entry(CACHE_CONTROL).or_insert(OWN);
    response
}

/// Who sees an answer, and whether it may show pay.
fn seen(context: &RequestContext) -> Option<[HeaderValue; 2]> {
    let pay = if context.viewer.as_ref()?.pay_open { OPEN } else { CLOSED };
    Some([HeaderValue::from_str(context.owner.as_ref()?).ok()?, pay])
}

async fn look_up(context: &mut RequestContext, reads: bool) -> Result<(), StoreError> {
    let now = context.services.clock.now();
    if let Some(secret) = &context.cookies.session
        && let Some(session) = context.services.store.sessions().session(secret, now).await?
    {
        context.sign_in(session, now);
    }
    if let (true, Some(id), Some(browser)) = (reads, value(&context.query, "draft"), &context.cookies.browser) {
        let store = &context.services.store;
        let body = store.drafts().draft(&id, &browser.hash(), context.owner.as_deref(), now).await?;
        context.draft = body.and_then(|body| RefusedForm::from_json(&body));
    }
    Ok(())
}
