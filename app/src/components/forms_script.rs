//! What forms have of script: what is typed stays on the device until it is recorded, and none is sent twice.

use super::PlainScript;
use super::device::words_address;
use crate::markup::IntoMarkup;
use crate::request::{Done, query, services, viewer};
use crate::words::language;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// By how much a workshop's clock is before UTC, in milliseconds.
const CHINA: i32 = 8 * 3600 * 1000;

/// The script, where a form of the page wants it. Right after somebody signed out, it takes away what is kept on the device.
#[component]
pub(super) fn FormsScript(wanted: bool) -> impl IntoView {
    let forget = query::<String>("done").as_deref() == Some(Done::SignedOut.code());
    let person = viewer().map(|viewer| format!("{} {}", viewer.workshop.id, viewer.holder)).unwrap_or_default();
    let now = services().map(|services| services.clock.now().timestamp_millis()).unwrap_or_default();
    (wanted || forget)
        .then(|| {
            view! {
                <script
                    type="module"
                    src=PlainScript::PAGE.address()
                    nonce=use_nonce()
                    data-person=person
                    data-device=PlainScript::DEVICE.address()
                    data-words=words_address(language())
                    data-now=now
                    data-zone=CHINA
                    data-kept=t!("typed-kept")
                    data-unanswered=t!("typed-unanswered")
                    data-drop=t!("typed-drop")
                    data-forget=forget.then_some("")
                ></script>
            }
        })
        .into_markup()
}
