//! What forms have of script: what is typed stays on the device until it is recorded, and none is sent twice.

use super::{NEWS_SCRIPT, PAGE_SCRIPT, device};
use crate::markup::IntoMarkup;
use crate::request::{Done, owner, query, services, viewer};
use crate::words::language;
use ledger::values::clock::Zone;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// The script, where a form of the page wants it. Right after somebody signed out, it takes away what is kept on the device.
#[component]
pub(super) fn FormsScript(wanted: bool) -> impl IntoView {
    let forget = query::<String>("done").as_deref() == Some(Done::SignedOut.code());
    let viewer = viewer();
    // Who is signed in is told what is recorded while the page is open.
    let since = viewer.as_ref().map(|viewer| viewer.newest.0);
    let person = viewer.map(|viewer| owner(viewer.workshop.id, viewer.holder)).unwrap_or_default();
    let now = services().map(|services| services.clock.now()).unwrap_or_default();
    let ahead = Zone::china().wall(now).and_utc() - now;
    (wanted || forget)
        .then(|| {
            view! {
                <script
                    type="module"
                    src=PAGE_SCRIPT.address.as_str()
                    nonce=use_nonce()
                    data-person=person
                    data-device=device::SCRIPT.address.as_str()
                    data-words=device::words(language()).map(|words| words.address.as_str())
                    data-now=now.timestamp_millis()
                    data-zone=ahead.num_milliseconds()
                    data-kept=t!("typed-kept")
                    data-unanswered=t!("typed-unanswered")
                    data-drop=t!("typed-drop")
                    data-news=since.map(|_| NEWS_SCRIPT.address.as_str())
                    data-since=since
                    data-arrived=since.map(|_| t!("news-arrived"))
                    data-forget=forget.then_some("")
                ></script>
            }
        })
        .into_markup()
}
