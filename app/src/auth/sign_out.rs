//! Going out: here, or everywhere.

use super::entry::Entry;
use crate::request::{Done, Problem, SiteCookie, go, set_cookie};
use leptos::prelude::*;

/// Ends the session of this browser. Nobody needs to be signed in for it: the second tap is no failure.
#[server(prefix = "/api", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), Problem> {
    let entry = Entry::here()?;
    if let Some(session) = &entry.cookies.session {
        entry.store.end_session(session, entry.now).await?;
    }
    set_cookie(SiteCookie::Session, "", 0);
    go("/", Done::SignedOut)
}

/// Ends all sessions of whoever asks, this one too.
#[server(prefix = "/api", endpoint = "sign_out_everywhere")]
pub async fn sign_out_everywhere() -> Result<(), Problem> {
    let entry = Entry::here()?;
    let session = entry.session().await?;
    entry.store.end_sessions(session.workshop.id, session.holder, None, entry.now).await?;
    set_cookie(SiteCookie::Session, "", 0);
    go("/", Done::SignedOut)
}
