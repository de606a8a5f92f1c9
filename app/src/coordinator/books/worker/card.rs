//! One worker's card, to print.

use crate::components::{Card, Cards, Empty, Form, Go, Link, Page, Qr, Submit};
use crate::request::{Problem, as_coordinator, link, load, param};
use ledger::store::access::CardCode;
use ledger::values::ids::WorkerId;
use leptos::prelude::*;

/// `/workers/:id/card`
#[component]
pub fn WorkerCardPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let worker = asking.read().await?.of_worker(id).worker().await?.ok_or(Problem::NotFound)?;
        let cards = asking.store.cards().cards(asking.workshop).await?;
        let code = cards.into_iter().find(|card| card.worker == id).and_then(|card| card.code);
        let (name, number) = (worker.name.to_string(), worker.number.to_string());
        let inner = match code {
            Some(code) => card(id, name.clone(), number, &code),
            None if worker.active => make(),
            None => view! { <Empty title=t!("worker-card-idle")>""</Empty> }.into_any(),
        };
        let back = Link::to(format!("/workers/{id}"), name);
        Ok(view! { <Page title=t!("worker-card") back=back>{inner}</Page> }.into_any())
    })
}

fn card(id: WorkerId, name: String, number: String, code: &CardCode) -> AnyView {
    let text = link(&format!("/card/{}", code.as_str()));
    let shown = code.to_string();
    view! {
        <p class="noprint">{t!("worker-card-hint")}</p>
        <Cards><Card title=name note=number><Qr text shown/></Card></Cards>
        <div class="row noprint">
            <Go href="/cards">{t!("nav-cards")}</Go>
            <Go href=format!("/cards/replace/{id}")>{t!("worker-card-lost")}</Go>
        </div>
    }
    .into_any()
}

fn make() -> AnyView {
    view! {
        <Empty title=t!("worker-card-none")>
            <Form action="/api/make_cards" eventless=true><Submit>{t!("worker-card-make")}</Submit></Form>
        </Empty>
    }
    .into_any()
}
