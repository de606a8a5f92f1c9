//! All workers.

use super::Workers;
use crate::addresses;
use crate::components::{Empty, Form, Go, Kind, ListAsked, Page, Submit, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use ledger::store::reads::worker::WorkerListed;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/workers`, and what [`ListAsked`] reads.
#[component]
pub fn WorkersPage() -> impl IntoView {
    load(async move {
        let asking = as_coordinator()?;
        let rows = asking.read().await?.workers_listed(asking.today).await?;
        Ok(view(rows, ListAsked::of(addresses::workers(), "")))
    })
}

fn view(all: Vec<WorkerListed>, asked: ListAsked) -> Markup {
    if all.is_empty() {
        return view! {
            <Page title=t!("nav-workers")>
                <Empty title=t!("workers-none")><Go href=addresses::new_worker() tone=Tone::Next>{t!("workers-none-do")}</Go></Empty>
            </Page>
        }
        .into_markup();
    }
    let hand: Pieces = all.iter().map(|row| row.in_hand).sum();
    let owed: Fen = all.iter().map(|row| row.owed.max(Fen::ZERO)).sum();
    let lead = t!("workers-lead", n = all.len(), hand = hand, owed = owed);
    let mut rows: Vec<_> = all.into_iter().filter(|row| asked.finds(&row.keys)).collect();
    let tools = asked.tools(t!("workers-find"), &rows, &kinds());
    asked.retain(&mut rows, &kinds());
    let found = if rows.is_empty() { asked.nothing() } else { chosen(rows, asked) };
    view! {
        <Page title=t!("nav-workers") lead=lead wide=true>
            <div class="row">
                <Go href=addresses::new_worker() tone=Tone::Next>{t!("worker-new")}</Go>
                <Go href=addresses::cards()>{t!("nav-cards")}</Go>
            </div>
            {tools}
            {found}
        </Page>
    }
    .into_markup()
}

/// Rows that can be ticked, for the cards of those alone.
fn chosen(rows: Vec<WorkerListed>, asked: ListAsked) -> Markup {
    view! {
        <Form action=addresses::cards() get=true>
            <Workers rows whole=asked.is_whole() asked=Some(asked) ticks=true/>
            <div class="row several"><Submit tone=Tone::Plain>{t!("workers-cards-chosen")}</Submit></div>
        </Form>
    }
    .into_markup()
}

fn kinds() -> [Kind<WorkerListed>; 3] {
    [
        Kind { key: "home", words: t!("workers-with-work"), is: |worker| worker.in_hand.any() },
        Kind { key: "owed", words: t!("list-owed"), is: |worker| worker.owed > Fen::ZERO },
        Kind { key: "resting", words: t!("worker-inactive"), is: |worker| !worker.active },
    ]
}
