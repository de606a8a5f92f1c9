//! How people reach the server, and what their browser keeps for it.

use crate::addresses::Address;
use axum::http::Uri;
use axum::http::uri::Authority;
use chrono::TimeDelta;
use cookie::time::Duration;
use cookie::{Cookie, SameSite};
use leptos::prelude::use_context;
use std::net::IpAddr;

/// How people reach the server. It comes with every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// `https://flowers.example`, without a slash at its end.
    pub address: String,
}

/// The cookies that we set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteCookie {
    /// Who is signed in: a secret.
    Session,
    /// Which browser it is: a secret that outlives sessions.
    Browser,
    /// Who comes in with her PIN alone on this phone: up to four secrets.
    KnownPhones,
    /// Which language was chosen.
    Language,
    /// How large pages are shown.
    TextSize,
    /// The code of a card that was scanned or typed: a secret.
    Card,
    /// The firm's link that was opened: a secret.
    FirmLink,
    /// The invitation that was opened: a secret.
    Invitation,
    /// Whose second step is waited for: a secret.
    SecondStep,
    /// Codes on paper, to be shown once: secrets.
    RecoveryCodes,
    /// The number by which a worker chooses another PIN, to be shown to the coordinator who lets her have it: a secret.
    PinNumber,
    /// The event that was recorded last, for the script that keeps what was typed until then.
    Recorded,
}

impl SiteCookie {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Browser => "browser",
            Self::KnownPhones => "known-phones",
            Self::Language => "language",
            Self::TextSize => "text-size",
            Self::Card => "card",
            Self::FirmLink => "firm-link",
            Self::Invitation => "invitation",
            Self::SecondStep => "second-step",
            Self::RecoveryCodes => "recovery-codes",
            Self::PinNumber => "pin-number",
            Self::Recorded => "recorded",
        }
    }
}

impl Site {
    /// Whether only this machine reaches it: a link that is printed or sent would lead nobody anywhere.
    #[must_use]
    pub fn is_this_machine(&self) -> bool {
        let address = self.address.parse::<Uri>();
        address.is_ok_and(|address| address.authority().is_some_and(is_loopback))
    }

    /// Whether people reach it by https alone.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.address.starts_with("https://")
    }

    /// The name of its cookie. A browser takes the prefix as a promise that nobody but this very host set it.
    #[must_use]
    pub fn cookie_name(&self, cookie: SiteCookie) -> String {
        let name = cookie.name();
        if self.is_secure() { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// The cookie that gives the browser something to keep for so long; for no time, that takes it away.
    #[must_use]
    pub fn cookie(&self, cookie: SiteCookie, value: &str, lasts: TimeDelta) -> String {
        Cookie::build((self.cookie_name(cookie), value.to_owned()))
            .path("/")
            .max_age(Duration::seconds(lasts.num_seconds()))
            .same_site(SameSite::Lax)
            .http_only(!matches!(cookie, SiteCookie::Recorded))
            .secure(self.is_secure())
            .build()
            .to_string()
    }
}

/// The address of a host that is written in numbers.
#[must_use]
pub fn in_numbers(host: &Authority) -> Option<IpAddr> {
    host.host().trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// Whether a host is the machine itself, by one of its own names.
#[must_use]
pub fn is_loopback(host: &Authority) -> bool {
    host.host() == "localhost" || in_numbers(host).is_some_and(|address| address.is_loopback())
}

/// The whole address of one of our pages, for paper and for messages: `https://flowers.example/card/…`.
#[must_use]
pub fn link(page: &Address) -> String {
    let address = use_context::<Site>().map(|site| site.address).unwrap_or_default();
    format!("{address}{page}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_nobody_else_reaches_is_known() {
        let only_here = |address: &str| Site { address: address.to_owned() }.is_this_machine();
        for address in ["http://127.0.0.1:3000", "http://localhost", "http://[::1]:3000", "http://127.0.0.9"] {
            assert!(only_here(address), "{address}");
        }
        for address in
            ["http://192.168.1.20:3000", "https://flowers.example", "http://[fe80::1]", "https://localhost.example"]
        {
            assert!(!only_here(address), "{address}");
        }
    }

    #[test]
    fn cookies_are_ours_alone() {
        let site = |address: &str| Site { address: address.to_owned() };
        let plain = site("http://127.0.0.1:3000").cookie(SiteCookie::Session, "s", TimeDelta::days(14));
        assert_eq!(plain, "session=s; HttpOnly; SameSite=Lax; Path=/; Max-Age=1209600");
        let secure = site("https://flowers.example").cookie(SiteCookie::Session, "s", TimeDelta::zero());
        assert_eq!(secure, "__Host-session=s; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0");
    }
}
