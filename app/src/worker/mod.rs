//! What a worker sees and does.

use crate::components::Page;
use crate::request::{as_worker, load};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn WorkerRoutes() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=path!("/me") view=HomePage ssr=SsrMode::Async/> }.into_inner()
}

#[component]
fn HomePage() -> impl IntoView {
    load(async {
        let _asking = as_worker()?;
        Ok(view! { <Page title="/me">""</Page> }.into_any())
    })
}
