//! What comes in as files: choose one, look at what it would do, then say so.

mod choose;
mod columns;
mod orders;
mod outcome;
mod pictures;
mod preview;
mod rows;

pub use choose::UploadFile;
pub use outcome::{added, findings};

use choose::ImportPage;
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};
use preview::PreviewPage;

/// The pages under `/import`.
#[component(transparent)]
pub fn ImportRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/import") view=ImportPage ssr=SsrMode::Async/>
        <Route path=path!("/import/:upload") view=PreviewPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
