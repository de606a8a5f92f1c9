//! The page that is shown where there is no network and nothing is kept.

use crate::addresses;
use crate::components::{Empty, Go, Page, Tone};
use crate::markup::IntoMarkup;
use crate::request::{Person, viewer};
use leptos::prelude::*;

/// It is kept beside her pages, and goes when they go.
#[component]
pub fn OfflinePage() -> impl IntoView {
    // The one page of theirs that may be on this device.
    let (page, words) = match viewer().map(|viewer| viewer.person) {
        Some(Person::Coordinator { .. } | Person::Helper { .. }) => (addresses::count_away(), t!("count-away")),
        _ => (addresses::me(), t!("offline-home")),
    };
    view! {
        <Page title=t!("offline-title")>
            <Empty title=t!("offline-lead")>
                <p>{t!("offline-next")}</p>
                <Go href=page tone=Tone::Next>{words}</Go>
            </Empty>
        </Page>
    }
    .into_markup()
}
