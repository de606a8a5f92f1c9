//! People, pay, deliveries, styles and the journal.

mod journal;
mod worker;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};
use worker::{EditWorkerPage, NewWorkerPage, WorkerPage, WorkersPage};

#[component(transparent)]
pub fn BookRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/workers") view=WorkersPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/new") view=NewWorkerPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id") view=WorkerPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/edit") view=EditWorkerPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
