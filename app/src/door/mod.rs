//! The door: who are you?

use crate::components::Page;
use crate::request::load;
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn DoorRoutes() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=path!("/") view=DoorPage ssr=SsrMode::Async/> }.into_inner()
}

#[component]
fn DoorPage() -> impl IntoView {
    load(async {
        let _asking = ();
        Ok(view! { <Page title="/">""</Page> }.into_any())
    })
}
