//! Going out: here, or everywhere.

use super::entry::Entry;
use crate::request::{Done, Keepsake, Problem, give, go};
use leptos::prelude::*;

/// Ends the session of this browser. Nobody needs to be signed in for it: the second tap is no failure.
#[server(prefix = "/api", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), Problem> {
    let entry = Entry::here()?;
    if let Some(session) = &entry.brought.session {
        entry.store.sessions().end_session(session, entry.now).await?;
    }
    give(Keepsake::Session, "", 0);
    go("/", Done::SignedOut)
}

/// Ends all sessions of whoever asks, this one too.
#[server(prefix = "/api", endpoint = "sign_out_everywhere")]
pub async fn sign_out_everywhere() -> Result<(), Problem> {
    let entry = Entry::here()?;
    let session = entry.session().await?;
    entry.store.sessions().end_sessions(session.workshop.id, session.holder, None, entry.now).await?;
    give(Keepsake::Session, "", 0);
    go("/", Done::SignedOut)
}
