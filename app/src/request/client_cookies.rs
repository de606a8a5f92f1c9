//! The cookies that a browser sent, and those that it is given.

use super::{Problem, Site, SiteCookie};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::TimeDelta;
use cookie::Cookie;
use ledger::store::access::Secret;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// The secrets that a browser sent.
#[derive(Clone, Debug, Default)]
pub struct ClientCookies {
    pub session: Option<Secret>,
    pub browser: Option<Secret>,
    pub card: Option<Secret>,
    pub firm_link: Option<Secret>,
    pub invitation: Option<Secret>,
    pub second_step: Option<Secret>,
    pub recovery_codes: Option<Secret>,
}

/// How long a browser is known.
pub const BROWSER_LASTS: TimeDelta = TimeDelta::days(400);

impl ClientCookies {
    /// What stands in the headers of a request to that site.
    #[must_use]
    pub fn of(headers: &HeaderMap, site: &Site) -> Self {
        let secret = |which| cookie_of(headers, site, which).map(|text| Secret::returned(&text));
        Self {
            session: secret(SiteCookie::Session),
            browser: secret(SiteCookie::Browser),
            card: secret(SiteCookie::Card),
            firm_link: secret(SiteCookie::FirmLink),
            invitation: secret(SiteCookie::Invitation),
            second_step: secret(SiteCookie::SecondStep),
            recovery_codes: secret(SiteCookie::RecoveryCodes),
        }
    }

    /// What came with this request.
    #[must_use]
    pub fn here() -> Self {
        use_context().unwrap_or_default()
    }

    /// The secret of a link that was opened, which is kept in that cookie.
    pub(super) const fn link(&self, cookie: SiteCookie) -> Option<&Secret> {
        match cookie {
            SiteCookie::Card => self.card.as_ref(),
            SiteCookie::FirmLink => self.firm_link.as_ref(),
            SiteCookie::Invitation => self.invitation.as_ref(),
            SiteCookie::Session
            | SiteCookie::Browser
            | SiteCookie::Language
            | SiteCookie::TextSize
            | SiteCookie::SecondStep
            | SiteCookie::RecoveryCodes
            | SiteCookie::Recorded => None,
        }
    }

    /// The browser's own secret: what it sent, or a new one, which is then to be given to it.
    ///
    /// # Errors
    /// [`Problem::Database`] when no secret can be made.
    pub fn browser(&self) -> Result<Secret, Problem> {
        match &self.browser {
            Some(browser) => Ok(browser.clone()),
            None => Ok(Secret::new()?),
        }
    }
}

/// What a request's headers say of a cookie of ours, the first of that name.
#[must_use]
pub fn cookie_of(headers: &HeaderMap, site: &Site, cookie: SiteCookie) -> Option<String> {
    let name = site.cookie_name(cookie);
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(Cookie::split_parse).flatten();
    cookies.find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned())
}

/// Gives the browser a cookie to keep for so long; for no time, takes it away.
pub fn set_cookie(cookie: SiteCookie, value: &str, lasts: TimeDelta) {
    let (Some(site), Some(response)) = (use_context::<Site>(), use_context::<ResponseOptions>()) else { return };
    if let Ok(cookie) = HeaderValue::from_str(&site.cookie(cookie, value, lasts)) {
        response.append_header(SET_COOKIE, cookie);
    }
}

/// Takes away what says who is signed in, by which link, and what the browser kept of pages: the next one to use it may be somebody
/// else.
pub fn forget_session() {
    const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
    for cookie in [
        SiteCookie::Session,
        SiteCookie::Card,
        SiteCookie::FirmLink,
        SiteCookie::Invitation,
        SiteCookie::SecondStep,
        SiteCookie::RecoveryCodes,
        SiteCookie::Recorded,
    ] {
        set_cookie(cookie, "", TimeDelta::zero());
    }
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\", \"storage\""));
    }
}
