//! What is known of a request before it is answered: who asks, in which language, on what day. The pages find it in their
//! context.

use crate::headers::policy_with_script;
use crate::router::House;
use app::components::{Face, Masthead};
use app::language::Language;
use app::request::{Person, Services, Viewer};
use app::words::Today;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::Response;
use cookie::Cookie;
use ledger::clock::Zone;
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

/// The cookie that remembers which language a person chose.
const LANGUAGE: &str = "language";

/// What is known of one request.
#[derive(Clone)]
struct Known {
    services: Services,
    viewer: Option<Viewer>,
    language: Language,
    masthead: Masthead,
    query: String,
}

/// Finds out what is known of a request, and lets it pass with it.
pub(crate) async fn attend(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let viewer = {
        // LOOK-ONLY
        let workshops = house.services.store.workshops().await.unwrap_or_default();
        workshops.into_iter().next().map(|workshop| Viewer {
            session: app::request::SessionId(1),
            workshop,
            person: Person::Coordinator { user: ledger::ids::UserId(1), name: "周会计".to_owned() },
            pay_open: true,
        })
    };
    let known = Known {
        language: language(request.headers()),
        masthead: masthead(viewer.as_ref(), request.uri()),
        query: request.uri().query().unwrap_or_default().to_owned(),
        services: house.services,
        viewer,
    };
    request.extensions_mut().insert(known);
    next.run(request).await
}

/// Puts what is known into the context of a page or server function.
pub(crate) fn lend(assets: app::shell::Assets) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_context(assets.clone());
        if let Some(known) = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Known>().cloned()) {
            known.provide();
        }
        allow_script();
    }
}

impl Known {
    fn provide(self) {
        provide_context(self.language);
        provide_context(Today(Zone::china().day(self.services.clock.now())));
        provide_context(self.masthead);
        provide_context(self.services);
        if let Some(viewer) = self.viewer {
            provide_context(viewer);
        }
        if let Some(flash) = app::routes::flash(&self.query) {
            provide_context(flash);
        }
    }
}

/// Lets a page's own script run, and no other.
fn allow_script() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else { return };
    if let Ok(policy) = HeaderValue::from_str(&policy_with_script(&nonce)) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// The language that was chosen, else the first that the browser asks for and we speak.
fn language(headers: &HeaderMap) -> Language {
    let said = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    cookie(headers, LANGUAGE)
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_else(|| Language::from_accept(said(ACCEPT_LANGUAGE)))
}

/// A cookie's value.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(Cookie::split_parse)
        .flatten()
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// What the top of the page says. Its path does not repeat what the last act left to say.
fn masthead(viewer: Option<&Viewer>, uri: &Uri) -> Masthead {
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("done="))
        .collect();
    let path = if kept.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), kept.join("&")) };
    let Some(viewer) = viewer else { return Masthead { path, ..Masthead::default() } };
    let (face, name) = match &viewer.person {
        Person::Coordinator { name, .. } => (Face::Coordinator, name),
        Person::Worker { name, .. } => (Face::Worker, name),
        Person::Firm { name, .. } => (Face::Firm, name),
    };
    let workshop = viewer.workshop.name.to_string();
    Masthead { face, name: name.clone(), workshop, path, demo: viewer.workshop.demo }
}
