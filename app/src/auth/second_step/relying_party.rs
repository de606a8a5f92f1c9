//! What passkeys are made for: this site, under the name that people reach it by.

use crate::request::{Problem, Site};
use leptos::prelude::use_context;
use webauthn_rs::prelude::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// What devices show beside a passkey.
const NAME: &str = "Petalwork 花工账";

/// This site; `None` where browsers offer no passkeys: without HTTPS, or by a number in place of a name.
pub(super) fn relying_party() -> Option<Webauthn> {
    let url: Url = use_context::<Site>()?.address.parse().ok()?;
    let name = url.domain()?;
    if url.scheme() != "https" && name != "localhost" {
        return None;
    }
    let site = WebauthnBuilder::new(name, &url).and_then(|builder| builder.rp_name(NAME).build());
    site.inspect_err(|error| tracing::error!(%error, "passkeys cannot be offered")).ok()
}

/// What went wrong with a passkey, for the log; the one who asks is told to try again.
pub(super) fn not_taken(error: impl std::fmt::Display) -> Problem {
    tracing::info!(%error, "a passkey was not taken");
    Problem::PasskeyNotTaken
}
