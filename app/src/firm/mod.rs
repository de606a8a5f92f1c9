//! What a trade firm sees and does.

use crate::components::Page;
use crate::request::{as_firm, load};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn FirmRoutes() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=path!("/firm") view=OrdersPage ssr=SsrMode::Async/> }.into_inner()
}

#[component]
fn OrdersPage() -> impl IntoView {
    load(async {
        let _asking = as_firm()?;
        Ok(view! { <Page title="/firm">""</Page> }.into_any())
    })
}
