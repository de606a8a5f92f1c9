//! All deliveries: what can be packed, what is open, what is done.

use super::DeliveriesTable;
use crate::addresses;
use crate::components::{Empty, ListAsked, Page, Pager, Panel, Row, Rows, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator, query};
use crate::words;
use ledger::store::reads::delivery::{Deliveries, DeliveryRow, Packing};
use ledger::values::ids::DeliveryId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/deliveries?before=ID`
#[component]
pub fn DeliveriesPage() -> impl IntoView {
    let before: Option<DeliveryId> = query("before");
    load(async move {
        let asking = as_coordinator()?;
        let mut books = asking.read().await?;
        let deliveries = books.orders().deliveries_listed(before).await?;
        let packings = match before {
            None => books.orders().to_pack(None).await?,
            Some(_) => Vec::new(),
        };
        Ok(page(deliveries, packings, before.is_some()))
    })
}

fn page(deliveries: Deliveries, packings: Vec<Packing>, paged: bool) -> Markup {
    let Deliveries { open, done, older } = deliveries;
    let nothing = open.is_empty() && done.is_empty() && packings.is_empty();
    let nothing =
        nothing.then(|| view! { <Empty title=t!("deliveries-none")><p>{t!("deliveries-none-hint")}</p></Empty> });
    let to_pack = (!packings.is_empty()).then(|| to_pack(packings));
    let open = (!open.is_empty()).then(|| {
        panel(t!("deliveries-open"), Tone::Next, open, Some(ListAsked::of(addresses::deliveries(), "-number")))
    });
    let done = (!done.is_empty()).then(|| panel(t!("deliveries-done"), Tone::Plain, done, None));
    let newer = paged.then(addresses::deliveries);
    let older = older.map(|id| addresses::deliveries().with("before", id));
    view! {
        <Page title=t!("nav-deliveries") wide=true>
            {nothing}
            {open}
            {to_pack}
            {done}
            <Pager newer older/>
        </Page>
    }
    .into_markup()
}

fn panel(title: String, tone: Tone, rows: Vec<DeliveryRow>, asked: Option<ListAsked>) -> Markup {
    let caption = title.clone();
    view! { <Panel title tone><DeliveriesTable caption rows asked/></Panel> }.into_markup()
}

/// Orders of which something could be sent.
pub fn to_pack(packings: Vec<Packing>) -> Markup {
    let rows: Vec<_> = packings
        .into_iter()
        .map(|packing| {
            let stock: Pieces = packing.lines.iter().map(|line| line.stock).sum();
            let note =
                format!("{}\u{a0}· {}", packing.firm, t!("worker-held-due", day = words::short_day(packing.due)));
            let href = addresses::new_delivery().with("order", packing.order);
            view! { <Row href=href title=packing.code note=note value=words::count(stock) tone=Tone::Good/> }
        })
        .collect();
    view! {
        <Panel title=t!("deliveries-to-pack")>
            <p class="quiet">{t!("deliveries-to-pack-hint")}</p>
            <Rows>{rows}</Rows>
        </Panel>
    }
    .into_markup()
}
