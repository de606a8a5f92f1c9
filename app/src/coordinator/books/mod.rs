//! People, pay, deliveries, styles and the journal.

use crate::components::Page;
use crate::request::{as_coordinator, load};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn BookRoutes() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=path!("/workers") view=WorkersPage ssr=SsrMode::Async/> }.into_inner()
}

#[component]
fn WorkersPage() -> impl IntoView {
    load(async {
        let _asking = as_coordinator()?;
        Ok(view! { <Page title="/workers">""</Page> }.into_any())
    })
}
