//! All workers.

use crate::addresses;
use crate::components::{Empty, Field, Form, Go, Head, Link, Page, Submit, Table, Tag, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator, query};
use crate::words;
use ledger::store::reads::worker::WorkerListed;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/workers?q=…`
#[component]
pub fn WorkersPage() -> impl IntoView {
    let sought: String = query("q").unwrap_or_default();
    load(async move {
        let asking = as_coordinator()?;
        let rows = asking.read().await?.workers_listed(asking.today).await?;
        Ok(view(rows, sought.trim()))
    })
}

fn view(all: Vec<WorkerListed>, sought: &str) -> Markup {
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
    let rows: Vec<_> = all.into_iter().filter(|row| matches(row, sought)).collect();
    let found = if rows.is_empty() {
        view! {
            <Empty title=t!("workers-none-found", q = sought)><Go href=addresses::workers()>{t!("worker-search-all")}</Go></Empty>
        }
        .into_markup()
    } else {
        table(rows, sought.is_empty())
    };
    let all = (!sought.is_empty()).then(|| view! { <Go href=addresses::workers()>{t!("worker-search-all")}</Go> });
    let sought = sought.to_owned();
    view! {
        <Page title=t!("nav-workers") lead=lead wide=true>
            <div class="row">
                <Go href=addresses::new_worker() tone=Tone::Next>{t!("worker-new")}</Go>
                <Go href=addresses::cards()>{t!("nav-cards")}</Go>
            </div>
            <Form action=addresses::workers() get=true inline=true>
                <Field name="q" label=t!("worker-search") hint=t!("worker-search-hint") value=sought kind="search"/>
                <Submit tone=Tone::Plain>{t!("worker-search-do")}</Submit>
                {all}
            </Form>
            {found}
        </Page>
    }
    .into_markup()
}

fn matches(row: &WorkerListed, sought: &str) -> bool {
    let sought = sought.to_lowercase();
    row.name.to_lowercase().contains(&sought) || row.number.to_lowercase().contains(&sought)
}

fn table(rows: Vec<WorkerListed>, whole: bool) -> Markup {
    let foot = whole.then(|| foot(&rows));
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <Table
            caption=t!("nav-workers")
            quiet=true
            heads=vec![
                Head::words(t!("thing-worker")),
                Head::number(t!("worker-in-hand")),
                Head::number(t!("worker-owed")),
            ]
        >
            <tbody>{rows}</tbody>
            {foot}
        </Table>
    }
    .into_markup()
}

fn row(row: WorkerListed) -> Markup {
    let idle = (!row.active).then(|| view! { " " <Tag tone=Tone::Quiet>{t!("worker-inactive")}</Tag> });
    let owed = (row.owed != Fen::ZERO).then(|| words::money(row.owed));
    let earned = (row.earned != Fen::ZERO).then(|| view! { <small>{earned(row.earned)}</small> });
    let Link { href, words } = link(&row);
    view! {
        <tr>
            <th scope="row"><a href=href>{words}</a>{idle}<small class="quiet">{row.number}</small></th>
            <td class="n">{row.in_hand.any().then(|| words::count(row.in_hand))}</td>
            <td class="n">{owed}{earned}</td>
        </tr>
    }
    .into_markup()
}

/// What was earned this month, with the words for it.
fn earned(fen: Fen) -> String {
    format!("{} {}", t!("worker-earned-short"), words::money(fen))
}

fn link(row: &WorkerListed) -> Link {
    Link::to(addresses::worker(row.id), row.name.clone())
}

fn foot(rows: &[WorkerListed]) -> Markup {
    let hand: Pieces = rows.iter().map(|row| row.in_hand).sum();
    let earned: Fen = rows.iter().map(|row| row.earned).sum();
    let owed: Fen = rows.iter().map(|row| row.owed).sum();
    let earned = self::earned(earned);
    view! {
        <tfoot>
            <tr>
                <th scope="row">{t!("pay-total")}</th>
                <td class="n">{words::count(hand)}</td>
                <td class="n">{words::money(owed)}<small>{earned}</small></td>
            </tr>
        </tfoot>
    }
    .into_markup()
}
