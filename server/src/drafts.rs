//! A form that is refused comes back with what was typed and the reason.
//!
//! A server function answers with a [`Problem`], or says where to go on. A plain form gets a redirect for either: to where it
//! leads, or back to the page with the form, with a draft of it kept in the database for the person who sent it. Of strangers nothing
//! is kept: they get the page with the form as the answer itself, and so does everybody when the database cannot keep more.

mod answer;
mod body;
mod entry;

pub(crate) use body::MOST_BYTES;

use crate::context::RequestContext;
use crate::refused_form::RefusedForm;
use crate::senders::Senders;
use answer::Answer;
use app::addresses::{self, API, Address};
use app::auth::form_page;
use app::request::{BROWSER_LASTS, Problem, SiteCookie, owner, without};
use app::security_log::SecurityEvent;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, REFERER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use entry::Entry;
use ledger::store::access::{KeptDraft, Secret};
use ledger::values::ids::EventId;
use tower::ServiceExt;

/// What is needed to show a page as the answer to a form.
#[derive(Clone)]
pub(crate) struct Pages(
    /// Without the layers around them.
    pub Router,
);

/// The address of no page.
const NO_PAGE: &str = "/no-page";

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Answers a form; whatever else passes.
pub(crate) async fn answer_form(
    State((pages, senders)): State<(Pages, Senders)>,
    request: Request,
    next: Next,
) -> Response {
    let action = request.uri().path().to_owned();
    if !action.starts_with(API) {
        return next.run(request).await;
    }
    if request.method() != Method::POST {
        return opened(&pages, request, next).await;
    }
    let (mut parts, body) = request.into_parts();
    let target = parts.uri.clone();
    let wants_page = wants_page(&parts.headers);
    let entry = Entry::of(&parts.headers);
    if let (Some(entry), Some(context)) = (&entry, parts.extensions.get_mut::<RequestContext>())
        && let Err(told) = entry.begin(context)
    {
        return told.into_response();
    }
    let context = parts.extensions.get::<RequestContext>().cloned();
    let is_known = context.as_ref().is_some_and(|context| context.viewer.is_some());
    let headers = parts.headers.clone();
    let waits = context.as_ref().and_then(|context| {
        context.viewer.as_ref().and_then(|viewer| senders.wait(viewer, context.services.clock.now()))
    });
    let (fields, body) = body::read(&headers, &target, body, is_known).await;
    let known = match (&entry, &context) {
        (Some(_), Some(context)) => is_written(context, fields.get("event")).await,
        _ => false,
    };
    let answer = match (body, waits) {
        (Err(problem), _) => Answer::Refused(problem),
        (Ok(_), Some(wait)) => Answer::Refused(Problem::Wait { seconds: wait.seconds }),
        (Ok(body), None) => {
            // Leptos would write the problem into the address, for anybody to forge and every log to keep.
            parts.headers.insert(ACCEPT, JSON);
            Answer::of(next.run(Request::from_parts(parts, body)).await).await
        }
    };
    if let Answer::Refused(problem) = &answer {
        log_refusal(problem, &action, context.as_ref());
    }
    if let (Some(_), Some(context)) = (&entry, &context) {
        return entry::answer(answer, known, context).into_response();
    }
    match answer {
        Answer::Refused(problem) if wants_page => match context {
            Some(context) if waits.is_some_and(|wait| !wait.is_kept) => {
                pages.show_again(&context, &headers, RefusedForm { action, fields, problem }).await
            }
            Some(context) => pages.refuse(context, &headers, RefusedForm { action, fields, problem }).await,
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Answer::Refused(problem) => answer::to_script(&problem),
        Answer::Done(response) if wants_page => {
            let recorded = context.as_ref().and_then(|context| recorded(context, fields.get("event")?));
            answer::to_page(response, &page_before(&headers).unwrap_or_else(addresses::landing), recorded)
        }
        Answer::Done(response) | Answer::Other(response) => response,
    }
}

/// Whether an event is in the books. Where that cannot be read, what is done with it will say so.
async fn is_written(context: &RequestContext, event: Option<&String>) -> bool {
    let (Some(viewer), Some(Ok(event))) = (&context.viewer, event.map(|event| event.parse::<EventId>())) else {
        return false;
    };
    let Ok(mut books) = context.services.store.read(viewer.workshop.id).await else { return false };
    books.is_written(event).await.unwrap_or_default()
}

/// Tells the browser which event was recorded, so that it forgets what it kept of it.
fn recorded(context: &RequestContext, event: &str) -> Option<HeaderValue> {
    const LASTS: TimeDelta = TimeDelta::days(1);
    let event: EventId = event.parse().ok()?;
    HeaderValue::from_str(&context.site.cookie(SiteCookie::Recorded, &event.to_string(), LASTS)).ok()
}

/// Answers who opens the address of a form as if it were a page: with the form's page, or with words.
async fn opened(pages: &Pages, request: Request, next: Next) -> Response {
    let context = request.extensions().get::<RequestContext>().cloned();
    match context.filter(|_| wants_page(request.headers()) && request.method() == Method::GET) {
        Some(context) => match form_page(request.uri().path()) {
            Some(page) => answer::see_other(&page, None),
            None => pages.problem(context, Problem::FormAddress).await,
        },
        None => next.run(request).await,
    }
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|value| value.to_str().is_ok_and(|it| it.contains("text/html")))
}

/// What of a refusal belongs into the log.
fn log_refusal(problem: &Problem, action: &str, context: Option<&RequestContext>) {
    let who = context.and_then(|context| context.viewer.as_ref()).map(|viewer| (viewer.workshop.id, viewer.holder));
    match (who, problem.kind()) {
        (Some((workshop, holder)), _) if problem.is_of_another() => {
            SecurityEvent::NotTheirs.log_at(workshop, holder, action);
        }
        (Some((workshop, holder)), Some(kind)) => {
            SecurityEvent::Refused.log_at(workshop, holder, &format!("{action} {kind}"));
        }
        (None, Some(kind)) => SecurityEvent::Refused.log_of_nobody(&format!("{action} {kind}")),
        (_, None) => {}
    }
}

impl Pages {
    /// A page that says what was wrong with the request.
    pub async fn problem(&self, context: RequestContext, problem: Problem) -> Response {
        let status = problem.status();
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = Uri::from_static(NO_PAGE);
        request.extensions_mut().insert(context.without_page(problem));
        let Ok(mut response) = self.0.clone().oneshot(request).await;
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND);
        response
    }

    /// Shows the form again as the answer itself, and keeps nothing of it.
    async fn show_again(&self, context: &RequestContext, headers: &HeaderMap, form: RefusedForm) -> Response {
        let page = page_of(context, headers, &form);
        self.show(context, headers, &page, form).await
    }

    /// Shows the form again, now or after signing in.
    async fn refuse(&self, context: RequestContext, headers: &HeaderMap, form: RefusedForm) -> Response {
        let page = page_of(&context, headers, &form);
        let problem = form.problem.clone();
        let draft = match store(&context, &form).await {
            Ok(draft) => draft,
            Err(problem) => {
                tracing::warn!(?problem, "a draft could not be saved");
                None
            }
        };
        let with_draft = |id: &str| page.clone().with("draft", id);
        let sign_in = match problem {
            Problem::SignedOut => Some(addresses::sign_in()),
            Problem::PinNeeded => Some(addresses::pin()),
            Problem::ProofNeeded => Some(addresses::proof()),
            _ => None,
        };
        match (sign_in, draft) {
            (Some(sign_in), draft) => {
                let (then, cookie) = draft.map_or((page.clone(), None), |(id, cookie)| (with_draft(&id), cookie));
                answer::see_other(&sign_in.with("then", then), cookie)
            }
            (None, Some((id, cookie))) => answer::see_other(&with_draft(&id), cookie),
            (None, None) => self.show(&context, headers, &page, form).await,
        }
    }

    /// The page itself as the answer.
    async fn show(&self, context: &RequestContext, headers: &HeaderMap, page: &Address, form: RefusedForm) -> Response {
        let status = StatusCode::from_u16(form.problem.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        let Ok(uri) = page.as_str().parse::<Uri>() else { return status.into_response() };
        let mut request = Request::new(Body::empty());
        *request.headers_mut() = headers.clone();
        request.headers_mut().remove(CONTENT_TYPE);
        request.headers_mut().remove(CONTENT_LENGTH);
        request.extensions_mut().insert(context.elsewhere(&uri, form));
        *request.uri_mut() = uri;
        let Ok(mut response) = self.0.clone().oneshot(request).await;
        if response.status() == StatusCode::OK {
            *response.status_mut() = status;
        }
        response
    }
}

/// Keeps a draft for the person who is signed in, or was. Returns its id, and a cookie for a browser that had none; nothing for
/// strangers.
async fn store(context: &RequestContext, form: &RefusedForm) -> Result<Option<(String, Option<HeaderValue>)>, Problem> {
    let (books, now) = (&context.services.store, context.services.clock.now());
    let has_ended = matches!(form.problem, Problem::SignedOut);
    let owner = match (&context.owner, &context.cookies.session) {
        (Some(owner), _) => Some(owner.clone()),
        (None, Some(secret)) if has_ended => {
            books.sessions().past_holder(secret).await?.map(|(workshop, holder)| owner(workshop, holder))
        }
        (None, _) => None,
    };
    let (Some(owner), Some(body)) = (owner, form.to_json()) else { return Ok(None) };
    let (browser, cookie) = browser(context)?;
    let id = books.drafts().keep_draft(&browser.hash(), &KeptDraft { owner: Some(owner), body }, now).await?;
    Ok(Some((id, cookie)))
}

/// The browser's secret, and a cookie where it had none.
fn browser(context: &RequestContext) -> Result<(Secret, Option<HeaderValue>), Problem> {
    let browser = context.cookies.browser()?;
    let cookie = context.site.cookie(SiteCookie::Browser, browser.reveal(), BROWSER_LASTS);
    let is_new = context.cookies.browser.is_none();
    Ok((browser, HeaderValue::from_str(&cookie).ok().filter(|_| is_new)))
}

/// The page that a form stood on. The form itself says it, where the address of its page does not.
fn page_of(context: &RequestContext, headers: &HeaderMap, form: &RefusedForm) -> Address {
    let home = || context.viewer.as_ref().map_or_else(addresses::landing, |viewer| viewer.person.home());
    form.fields.get("page").and_then(|page| clean(page)).or_else(|| page_before(headers)).unwrap_or_else(home)
}

/// The page that the form stood on, as the browser says; without an older draft and its notice.
fn page_before(headers: &HeaderMap) -> Option<Address> {
    clean(headers.get(REFERER)?.to_str().ok()?)
}

/// A page of ours, without an older draft and its notice.
fn clean(address: &str) -> Option<Address> {
    let address: Uri = address.parse().ok()?;
    let query = without(address.query().unwrap_or_default(), &["draft", "done"]);
    let page = if query.is_empty() { address.path().to_owned() } else { format!("{}?{query}", address.path()) };
    Address::local(&page)
}
