//! What is printed of one worker: her card and her record book.

use crate::addresses;
use crate::auth::MakeCards;
use crate::components::{
    Cards, DaysForm, Empty, Form, Go, Link, OnlyHere, Page, PaperBook, SheetTools, Submit, ToSend, WorkerCard, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, days, link, param};
use crate::worker::PAPER_ENTRIES;
use ledger::store::access::CardCode;
use ledger::values::ids::WorkerId;
use ledger::values::phone::Phone;
use leptos::prelude::*;

/// `/workers/:id/card`
#[component]
pub fn WorkerCardPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let worker = books.of_worker(id).worker().await?.ok_or(Problem::NotFound)?;
        let phone = books.phone().await?;
        let cards = asking.store.cards().cards(asking.workshop).await?;
        let code = cards.into_iter().find(|card| card.worker == id).and_then(|card| card.code);
        let (name, number) = (worker.name.to_string(), worker.number.to_string());
        let inner = match code {
            Some(code) => card(id, name.clone(), number, code, phone),
            None if worker.active => make(),
            None => view! { <Empty title=t!("worker-card-idle")>""</Empty> }.into_markup(),
        };
        let back = Link::to(addresses::worker(id), name);
        Ok(view! { <Page title=t!("worker-card") back=back>{inner}</Page> }.into_markup())
    })
}

fn card(id: WorkerId, name: String, number: String, code: CardCode, phone: Option<Phone>) -> Markup {
    let to_send = t!("send-card", name = &name, link = link(&addresses::card_of(code.as_str())));
    view! {
        <OnlyHere/>
        <p class="noprint">{t!("worker-card-hint")}</p>
        <SheetTools/>
        <Cards><WorkerCard name number code phone/></Cards>
        <ToSend text=to_send/>
        <div class="row noprint">
            <Go href=addresses::cards()>{t!("nav-cards")}</Go>
            <Go href=addresses::replace_card(id)>{t!("worker-card-lost")}</Go>
        </div>
    }
    .into_markup()
}

fn make() -> Markup {
    view! {
        <Empty title=t!("worker-card-none")>
            <Form action=MakeCards::target() eventless=true><Submit>{t!("worker-card-make")}</Submit></Form>
        </Empty>
    }
    .into_markup()
}

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
        let (page, workbook) = (addresses::worker_book(id), addresses::worker_workbook(id));
        Ok(view! {
            <Page title=t!("paper-title", name = &name) back=Link::to(addresses::worker(id), name) wide=true>
                <DaysForm action=page from until workbook words=t!("paper-xlsx")/>
                <SheetTools/>
                <PaperBook paper today=asking.today live=link(&addresses::my_book())/>
            </Page>
        }
        .into_markup())
    })
}
