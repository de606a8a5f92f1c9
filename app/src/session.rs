//! What every page offers at its top: another language, larger text, and the way out.

use crate::addresses::{self, Address};
use crate::language::Language;
use crate::request::{
    ClientCookies, Done, Problem, SiteCookie, Why, forget_session, forget_this_phone, go, redirect, services,
    set_cookie,
};
use crate::security_log::SecurityEvent;
use crate::text_size::TextSize;
use chrono::TimeDelta;
use ledger::store::access::Holder;
use leptos::prelude::*;

/// How long language and size are remembered.
const LASTS: TimeDelta = TimeDelta::days(365);

/// Remembers the language in this browser, and comes back to the same page.
#[server(prefix = "/api", endpoint = "language")]
pub async fn choose_language(language: String, #[server(default)] to: String) -> Result<(), Problem> {
    let language = Language::from_tag(&language).ok_or(Problem::field("language", Why::Unknown))?;
    remember(SiteCookie::Language, language.tag(), &to);
    Ok(())
}

/// Remembers in this browser how large pages are shown, and comes back to the same page.
#[server(prefix = "/api", endpoint = "text_size")]
pub async fn choose_text_size(size: String, #[server(default)] to: String) -> Result<(), Problem> {
    let size = TextSize::of_code(&size).ok_or(Problem::field("size", Why::Unknown))?;
    remember(SiteCookie::TextSize, size.code(), &to);
    Ok(())
}

/// Keeps what was chosen in this browser, and goes back to the page that it was chosen on.
fn remember(cookie: SiteCookie, chosen: &str, page: &str) {
    set_cookie(cookie, chosen, LASTS);
    redirect(&Address::local(page).unwrap_or_else(addresses::landing));
}

/// Ends the session of this browser, and has it forget the worker whose it was. Nobody needs to be signed in for it: the second tap is no failure.
#[server(prefix = "/api", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), Problem> {
    let services = services()?;
    if let Some(secret) = &ClientCookies::here().session {
        let (sessions, now) = (services.store.sessions(), services.clock.now());
        if let Some(session) = sessions.session(secret, now).await? {
            if let Holder::Worker(worker) = session.holder {
                forget_this_phone(session.workshop.id, worker).await?;
            }
            SecurityEvent::SignedOut.log_of(session.workshop.id, session.holder);
        }
        sessions.end_session(secret, now).await?;
    }
    forget_session();
    go(addresses::landing(), Done::SignedOut)
}
