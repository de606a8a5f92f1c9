//! What comes in as files.

use crate::components::Page;
use crate::request::{as_coordinator, load};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn ImportRoutes() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=path!("/import") view=ImportPage ssr=SsrMode::Async/> }.into_inner()
}

#[component]
fn ImportPage() -> impl IntoView {
    load(async {
        let _asking = as_coordinator()?;
        Ok(view! { <Page title="/import">""</Page> }.into_any())
    })
}
