//! The page that is shown where there is no network and nothing is kept.

use crate::addresses;
use crate::components::{Empty, Go, Page, Tone};
use crate::markup::IntoMarkup;
use leptos::prelude::*;

/// It is kept beside her pages, and goes when they go.
#[component]
pub fn OfflinePage() -> impl IntoView {
    view! {
        <Page title=t!("offline-title")>
            <Empty title=t!("offline-lead")>
                <p>{t!("offline-next")}</p>
                <Go href=addresses::me() tone=Tone::Next>{t!("offline-home")}</Go>
            </Empty>
        </Page>
    }
    .into_markup()
}
