//! Orders and the work on them: today, orders, split, issue, count.

use crate::components::Page;
use crate::request::{as_coordinator, load};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn WorkRoutes() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=path!("/today") view=TodayPage ssr=SsrMode::Async/> }.into_inner()
}

#[component]
fn TodayPage() -> impl IntoView {
    load(async {
        let _asking = as_coordinator()?;
        Ok(view! { <Page title="/today">""</Page> }.into_any())
    })
}
