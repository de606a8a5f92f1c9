//! The cookies that a browser sent, and those that it is given.

use super::phone_kind::phone_kind;
use super::{Problem, Site, SiteCookie};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::TimeDelta;
use cookie::Cookie;
use ledger::store::access::{PhoneKind, Secret};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// The secrets that a browser sent.
#[derive(Clone, Debug, Default)]
pub struct ClientCookies {
    pub session: Option<Secret>,
    pub browser: Option<Secret>,
    /// Of those who come in with their PIN alone here.
    pub known_phones: Vec<Secret>,
    /// What the phone is, as far as the browser tells.
    pub kind: PhoneKind,
    pub card: Option<Secret>,
    pub firm_link: Option<Secret>,
    pub invitation: Option<Secret>,
    pub second_step: Option<Secret>,
    pub recovery_codes: Option<Secret>,
    pub pin_number: Option<Secret>,
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
            known_phones: cookie_of(headers, site, SiteCookie::KnownPhones)
                .map(|text| secrets(&text))
                .unwrap_or_default(),
            kind: phone_kind(headers),
            card: secret(SiteCookie::Card),
            firm_link: secret(SiteCookie::FirmLink),
            invitation: secret(SiteCookie::Invitation),
            second_step: secret(SiteCookie::SecondStep),
            recovery_codes: secret(SiteCookie::RecoveryCodes),
            pin_number: secret(SiteCookie::PinNumber),
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
            | SiteCookie::KnownPhones
            | SiteCookie::Language
            | SiteCookie::TextSize
            | SiteCookie::SecondStep
            | SiteCookie::RecoveryCodes
            | SiteCookie::PinNumber
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

/// As many as are known on one phone.
pub const MOST_KNOWN: usize = 4;

/// The secrets of those who are known on a phone, as its cookie holds them; anything else in it is left out.
fn secrets(text: &str) -> Vec<Secret> {
    let is_secret = |text: &&str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('.').take(MOST_KNOWN).filter(is_secret).map(Secret::returned).collect()
}

/// Gives the browser the secrets of those who are known on this phone, or takes the cookie away where nobody is.
pub fn set_known_phones(secrets: &[Secret]) {
    let text: Vec<&str> = secrets.iter().map(Secret::reveal).collect();
    let lasts = if text.is_empty() { TimeDelta::zero() } else { BROWSER_LASTS };
    set_cookie(SiteCookie::KnownPhones, &text.join("."), lasts);
}

/// Takes away what says who is signed in, by which link, and what the browser kept of pages: the next one to use it may be somebody
/// else.
pub fn forget_session() {
    take_away("\"cache\", \"storage\"");
}

/// The same, but for what waits on this phone to be sent, and what was typed: it waits for the one who entered it, and nobody else is shown
/// it. Her pages are taken off by the scripts that keep them.
pub fn leave_session() {
    take_away("\"cache\"");
}

fn take_away(kept: &'static str) {
    const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
    for cookie in [
        SiteCookie::Session,
        SiteCookie::Card,
        SiteCookie::FirmLink,
        SiteCookie::Invitation,
        SiteCookie::SecondStep,
        SiteCookie::RecoveryCodes,
        SiteCookie::PinNumber,
        SiteCookie::Recorded,
    ] {
        set_cookie(cookie, "", TimeDelta::zero());
    }
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(CLEAR_SITE_DATA, HeaderValue::from_static(kept));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_that_was_changed_holds_no_more_than_four_secrets() {
        let one = "0123456789abcdef".repeat(4);
        assert_eq!(secrets(&one), [Secret::returned(&one)]);
        assert_eq!(secrets(&[one.as_str(); 9].join(".")).len(), MOST_KNOWN);
        for changed in ["", ".", "花", &one[1..], &format!("{one}0"), &one.replace('0', "g"), &"x".repeat(10_000)] {
            assert_eq!(secrets(changed), [], "{changed}");
        }
    }
}
