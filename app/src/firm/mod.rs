//! What a trade firm sees and does: its orders, what it received, its statement. Numbers only: no name, rate or pay.

mod answer;
mod deliveries;
mod delivery;
mod note;
mod order;
mod orders;
mod progress;
mod statement;

pub use answer::{AnswerDelivery, AnswerLine};
pub use note::AnswerNote;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn FirmRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/firm") view=orders::OrdersPage ssr=SsrMode::Async/>
        <Route path=path!("/firm/orders/:id") view=order::OrderPage ssr=SsrMode::Async/>
        <Route path=path!("/firm/deliveries") view=deliveries::DeliveriesPage ssr=SsrMode::Async/>
        <Route path=path!("/firm/deliveries/:id") view=delivery::DeliveryPage ssr=SsrMode::Async/>
        <Route path=path!("/d/:token") view=note::NotePage ssr=SsrMode::Async/>
        <Route path=path!("/firm/statement") view=statement::StatementPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
