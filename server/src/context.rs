//! What is known of a request: who asks, in which language, from which browser. Pages and server functions find it in their
//! context.

use crate::headers::policy_with_script;
use crate::refused_form::RefusedForm;
use crate::state::AppState;
use app::auth::MakeDemo;
use app::components::{Badge, DraftShown, Face, Masthead, PaperOfPage, ScriptsOfPage};
use app::language::Language;
use app::request::{
    ClientCookies, EnteredOn, Person, Problem, Services, SessionId, Site, SiteCookie, Viewer, cookie_of, owner, without,
};
use app::spoken::OwnVoice;
use app::text_size::TextSize;
use app::words::Today;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, HOST};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri};
use chrono::{DateTime, Utc};
use ledger::store::access::{Holder, HolderName, Session};
use ledger::values::clock::Zone;
use ledger::values::day::Day;
use leptos::nonce::use_nonce;
use leptos::prelude::{Owner, provide_context, use_context};
use leptos_axum::ResponseOptions;

/// What is known of one request.
#[derive(Clone)]
pub(crate) struct RequestContext {
    pub services: Services,
    pub site: Site,
    pub cookies: ClientCookies,
    pub viewer: Option<Viewer>,
    /// Whose draft it would be, as the store keeps that; of a session that ended by itself too.
    pub owner: Option<String>,
    pub language: Language,
    pub text_size: TextSize,
    /// The page's path and query, without what the last act left to say.
    pub page: String,
    /// What the last act left to say, as the query has it.
    pub query: String,
    pub draft: Option<RefusedForm>,
    /// The day on which it was entered, where it waited on a device since.
    pub entered: Option<Day>,
    problem: Option<Problem>,
    make_demo: Option<MakeDemo>,
}

impl RequestContext {
    /// What the request itself says, before anybody is looked up.
    pub fn of(state: &AppState, headers: &HeaderMap, uri: &Uri) -> Self {
        let site = site(state, headers);
        Self {
            services: state.services.clone(),
            cookies: ClientCookies::of(headers, &site),
            viewer: None,
            owner: None,
            language: language(headers, &site),
            text_size: text_size(headers, &site),
            page: page(uri),
            query: uri.query().unwrap_or_default().to_owned(),
            draft: None,
            entered: None,
            problem: None,
            make_demo: state.make_demo,
            site,
        }
    }

    /// The same, looking at another page of ours with that draft.
    pub fn elsewhere(&self, uri: &Uri, draft: RefusedForm) -> Self {
        let query = uri.query().unwrap_or_default().to_owned();
        Self { page: page(uri), query, draft: Some(draft), ..self.clone() }
    }

    /// The same, where there is no page, and it is known why.
    pub fn without_page(self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self }
    }

    /// Somebody is signed in.
    pub fn sign_in(&mut self, session: Session, now: DateTime<Utc>) {
        self.owner = Some(owner(session.workshop.id, session.holder));
        let is_worker = matches!(session.holder, Holder::Worker(_));
        let person = match session.name {
            HolderName::Coordinator { user, name } => Person::Coordinator { user, name: name.to_string() },
            HolderName::Helper { user, name } => Person::Helper { user, name: name.to_string() },
            HolderName::Worker { worker, name } => Person::Worker { worker, name: name.to_string() },
            HolderName::Firm { firm, name } => Person::Firm { firm, name: name.to_string() },
        };
        self.viewer = Some(Viewer {
            session: SessionId(session.id),
            workshop: session.workshop,
            holder: session.holder,
            person,
            pay_open: !is_worker || session.pay_until > now,
            proved: session.proved,
            newest: session.newest,
        });
    }

    /// What a problem says, in the language of the request.
    pub fn say(&self, problem: &Problem) -> String {
        Owner::new().with(|| {
            provide_context(self.language);
            problem.words()
        })
    }

    fn provide(self) {
        provide_context(self.language);
        provide_context(self.text_size);
        provide_context(Today(Zone::china().day(self.services.clock.now())));
        provide_context(ScriptsOfPage::default());
        provide_context(Badge::default());
        provide_context(PaperOfPage::default());
        provide_context(OwnVoice::default());
        provide_context(masthead(self.viewer.as_ref(), self.page));
        provide_context(self.services);
        provide_context(self.site);
        provide_context(self.cookies);
        if let Some(viewer) = self.viewer {
            provide_context(viewer);
        }
        if let Some(day) = self.entered {
            provide_context(EnteredOn(day));
        }
        if let Some(problem) = self.problem {
            provide_context(problem);
        }
        if let Some(make_demo) = self.make_demo {
            provide_context(make_demo);
        }
        if let Some(draft) = self.draft {
            provide_context(DraftShown::default());
            provide_context(draft.draft());
        } else if let Some(flash) = app::routes::flash(&self.query) {
            provide_context(flash);
        }
    }
}

/// Puts what is known into the context of a page or server function.
pub(crate) fn provider(assets: app::assets::Assets) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_context(assets.clone());
        if let Some(context) =
            use_context::<Parts>().and_then(|parts| parts.extensions.get::<RequestContext>().cloned())
        {
            context.provide();
        }
        allow_script();
    }
}

/// Lets a page's own script run, and no other.
fn allow_script() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else { return };
    if let Ok(policy) = HeaderValue::from_str(&policy_with_script(&nonce)) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// How people reach us: as the one who runs the server says, or else as this browser does.
fn site(state: &AppState, headers: &HeaderMap) -> Site {
    let address = match &state.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("http://{}", text(headers, HOST)),
    };
    Site { address }
}

/// The language that was chosen, else the first that the browser asks for and we speak.
fn language(headers: &HeaderMap, site: &Site) -> Language {
    cookie_of(headers, site, SiteCookie::Language)
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_else(|| Language::from_accept(text(headers, ACCEPT_LANGUAGE)))
}

/// The size that was chosen.
fn text_size(headers: &HeaderMap, site: &Site) -> TextSize {
    cookie_of(headers, site, SiteCookie::TextSize).and_then(|code| TextSize::of_code(&code)).unwrap_or_default()
}

fn text(headers: &HeaderMap, name: axum::http::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn page(uri: &Uri) -> String {
    let query = without(uri.query().unwrap_or_default(), &["done"]);
    if query.is_empty() { uri.path().to_owned() } else { format!("{}?{query}", uri.path()) }
}

/// What the top of the page says.
fn masthead(viewer: Option<&Viewer>, path: String) -> Masthead {
    let Some(viewer) = viewer else { return Masthead { path, ..Masthead::default() } };
    let face = match &viewer.person {
        Person::Coordinator { .. } => Face::Coordinator,
        Person::Helper { .. } => Face::Helper,
        Person::Worker { .. } => Face::Worker,
        Person::Firm { .. } => Face::Firm,
    };
    let name = viewer.person.name().to_owned();
    let workshop = viewer.workshop.name.to_string();
    Masthead { face, name, workshop, path, demo: viewer.workshop.demo }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_forgets_what_was_said() {
        assert_eq!(page(&Uri::from_static("/orders?before=3&done=saved")), "/orders?before=3");
        assert_eq!(page(&Uri::from_static("/orders?done=saved")), "/orders");
    }
}
