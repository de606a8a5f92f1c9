//! A worker's record book as it is printed.

use crate::components::{DaysAsked, Link, Page, PaperBook};
use crate::request::{Problem, as_coordinator, days, link, load, param};
use crate::worker::PAPER_ENTRIES;
use ledger::values::ids::WorkerId;
use leptos::prelude::*;

/// `/workers/:id/book?from=2026-10-01&until=2026-10-31`
#[component]
pub fn WorkerPaperPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let (from, until) = days(asking.today);
        let paper = asking.read().await?.of_worker(id).paper_book(from, until, PAPER_ENTRIES).await?;
        let paper = paper.ok_or(Problem::NotFound)?;
        let name = paper.who.name.clone();
        let (page, workbook) = (format!("/workers/{id}/book"), format!("/workers/{id}/book.xlsx"));
        Ok(view! {
            <Page title=t!("paper-title", name = &name) back=Link::to(format!("/workers/{id}"), name) wide=true>
                <DaysAsked action=page from until workbook words=t!("paper-xlsx")/>
                <PaperBook paper today=asking.today live=link("/me/book")/>
            </Page>
        }
        .into_any())
    })
}
