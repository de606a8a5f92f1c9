//! A settlement: whom it is with, what each is owed, and who signs for it.

use crate::addresses;
use crate::components::{Go, Head, Link, Page, Sheet, SheetTools, SlipSheet, Table, ToSend, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, link, param};
use crate::words;
use ledger::model::Slip;
use ledger::store::reads::Who;
use ledger::store::reads::settlement::{SettlementView, SlipView};
use ledger::values::ids::{EventId, WorkerId};
use ledger::values::money::Fen;
use leptos::prelude::*;

/// `/settlements/:id`
#[component]
pub fn SettlementPage() -> impl IntoView {
    let id = param::<EventId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let view = asking.read().await?.settlement(id).await?.ok_or(Problem::NotFound)?;
        Ok(view! {
            <Page
                title=t!("settlement-title", day = view.until)
                back=Link::to(addresses::pay(), t!("nav-pay"))
                wide=true
            >
                <div class="row noprint">
                    <Go href=addresses::settlement_slips(id)>{t!("settlement-slips")}</Go>
                    <a class="button pale" href=addresses::settlement_workbook(id) download=true>{t!("settlement-xlsx")}</a>
                    <a class="button pale" href=addresses::settlement_csv(id) download=true>{t!("settlement-csv")}</a>
                </div>
                <SheetTools/>
                {list(&view)}
                <p class="quiet noprint">{t!("settlement-how")}</p>
            </Page>
        }
        .into_markup())
    })
}

/// The list to pay from, and to sign on.
fn list(view: &SettlementView) -> Markup {
    let sum = |of: &dyn Fn(&Slip, Fen) -> Fen| view.slips.iter().map(|(_, slip, still)| of(slip, *still)).sum::<Fen>();
    let (owed, still) = (sum(&|slip, _| slip.owed()), sum(&|_, still| still));
    let rows: Vec<_> = view.slips.iter().map(|(who, slip, still)| row(who, slip, *still)).collect();
    let (until, on, head) = (view.until, view.made, view.head.to_string());
    view! {
        <Sheet title=t!("settlement-list") number=t!("settlement-until", day = until) day=on signs=vec![t!("slip-coordinator")]>
            <Table
                caption=t!("settlement-list")
                quiet=true
                heads=vec![
                    Head::words(t!("thing-worker")),
                    Head::number(t!("settlement-still")),
                    Head::number(t!("settlement-owed")),
                    Head::words(t!("settlement-signed")),
                ]
            >
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t!("pay-total")}</th>
                        <td class="n">{words::money(still)}</td>
                        <td class="n">{words::money(owed)}</td>
                        <td></td>
                    </tr>
                </tfoot>
            </Table>
            <p class="head-of">{t!("slip-head", head = head)}</p>
        </Sheet>
    }
    .into_markup()
}

fn row(who: &Who, slip: &Slip, still: Fen) -> Markup {
    view! {
        <tr>
            <th scope="row">
                <a href=addresses::worker_slip(who.id, slip.until)>{who.name.clone()}</a>
                <small class="quiet">{who.number.clone()}</small>
            </th>
            <td class="n">{words::money(still)}</td>
            <td class="n">{words::money(slip.owed())}</td>
            <td class="sign"></td>
        </tr>
    }
    .into_markup()
}

/// `/settlements/:id/slips`: all slips, each on a sheet of its own, to be printed.
#[component]
pub fn SettlementSlipsPage() -> impl IntoView {
    let id = param::<EventId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let view = books.settlement(id).await?.ok_or(Problem::NotFound)?;
        let mut slips = Vec::with_capacity(view.slips.len());
        for (who, slip, _) in &view.slips {
            let slip = books.of_worker(who.id).slip_page(slip.until).await?.ok_or(Problem::NotFound)?;
            slips.push(view! { <SlipSheet live=live(&slip) slip/> });
        }
        Ok(view! {
            <Page
                title=t!("settlement-slips")
                lead=t!("settlement-print")
                back=Link::to(addresses::settlement(id), t!("settlement-title", day = view.until))
                wide=true
            >
                <SheetTools/>
                {slips}
            </Page>
        }
        .into_markup())
    })
}

/// `/workers/:id/slip`: what came since her last slip.
#[component]
pub fn WorkerSlipSoFarPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let slip = asking.read().await?.of_worker(id).slip_so_far(asking.today).await?.ok_or(Problem::NotFound)?;
        let back = Link::to(addresses::worker(id), slip.who.name.clone());
        Ok(view! { <Page title=t!("slip-so-far", name = &slip.who.name) back><SheetTools/><SlipSheet slip/></Page> }
            .into_markup())
    })
}

/// `/workers/:id/slips/:until`
#[component]
pub fn WorkerSlipPage() -> impl IntoView {
    let (id, until) = (param::<WorkerId>("id"), param::<ledger::values::day::Day>("until"));
    load(async move {
        let (asking, id, until) = (as_coordinator()?, id?, until?);
        let slip = asking.read().await?.of_worker(id).slip_page(until).await?.ok_or(Problem::NotFound)?;
        let back = match slip.settled {
            Some(settled) => Link::to(addresses::settlement(settled), t!("settlement-title", day = until)),
            None => Link::to(addresses::pay(), t!("nav-pay")),
        };
        let to_send = t!("send-slip", name = &slip.who.name, day = until, link = live(&slip));
        Ok(view! {
            <Page title=t!("slip-title", name = &slip.who.name) back>
                <ToSend text=to_send/>
                <SheetTools/>
                <SlipSheet live=live(&slip) slip/>
            </Page>
        }
        .into_markup())
    })
}

/// Where she finds the same on her phone.
fn live(slip: &SlipView) -> String {
    link(&addresses::my_slip(slip.until))
}
