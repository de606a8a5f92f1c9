//! The slips that go with what was handed out: one for each woman, four on a sheet, and a list of all for the group.

use crate::addresses;
use crate::components::{Cell, Head, Link, Notice, Page, Panel, PaperOfPage, Photo, SheetTools, Table, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, param};
use crate::words;
use ledger::store::reads::issued::IssuedWork;
use ledger::values::ids::EventId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/issued/:event`
#[component]
pub(crate) fn IssuedPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let event = param::<EventId>("event")?;
        let issued = asking.read().await?.orders().issued_by(event).await?;
        shown(&issued).ok_or(Problem::NotFound)
    })
}

fn shown(issued: &[IssuedWork]) -> Option<Markup> {
    let first = issued.first()?;
    let one_order = issued.iter().all(|work| work.order == first.order);
    let back = if one_order {
        Link::to(addresses::order(first.order), first.order_code.clone())
    } else {
        Link::to(addresses::today(), t!("nav-today"))
    };
    let undone = first.undone.then(|| view! { <Notice tone=Tone::Warn title=t!("issued-undone")/> });
    let hers: Vec<_> = issued.chunk_by(|one, next| one.who.id == next.who.id).collect();
    let slips: Vec<_> = hers.iter().map(|works| slip(works)).collect();
    let rows: Vec<_> = issued.iter().map(row).collect();
    let all: Pieces = issued.iter().map(|work| work.pieces).sum();
    let heads = vec![
        Head::words(t!("thing-worker")),
        Head::words(t!("issued-what")),
        Head::number(t!("issued-pieces")),
        Head::words(t!("order-due")),
    ];
    let (day, workers, told) = (words::day(first.day), hers.len(), told(&hers));
    PaperOfPage::is_there();
    let page = view! {
        <Page title=t!("issued-title", day = day) lead=t!("issued-lead", n = all, workers = workers) back wide=true>
            {undone}
            <SheetTools text=told/>
            <div class="slips">{slips}</div>
            <Panel title=t!("issued-all")>
                <Table caption=t!("issued-all") quiet=true stack=true heads><tbody>{rows}</tbody></Table>
            </Panel>
        </Page>
    };
    Some(page.into_markup())
}

/// One woman's: what, how many, of which colour, by when, what a piece pays.
fn slip(works: &[IssuedWork]) -> Markup {
    let Some(first) = works.first() else { return ().into_markup() };
    let lines: Vec<_> = works
        .iter()
        .map(|work| {
            let what = t!("style-step", style = &work.style_name, step = &work.step_name);
            let terms = t!("issued-terms", code = &work.order_code, due = words::day(work.due), rate = work.rate);
            view! {
                <li>
                    <Photo picture=work.photo of=what.clone()/>
                    <p><b>{what}</b> <b class="big">{t!("n-pieces", n = work.pieces)}</b> <small>{terms}</small></p>
                </li>
            }
        })
        .collect();
    let earns = works.iter().map(|work| work.rate.times(work.pieces)).sum();
    let who = t!("worker-named", number = &first.who.number, name = &first.who.name);
    view! {
        <article class="slip">
            <h2>{who}</h2>
            <ul>{lines}</ul>
            <p>{t!("issued-earns", money = words::money(earns))}</p>
        </article>
    }
    .into_markup()
}

fn row(work: &IssuedWork) -> Markup {
    let what = t!("style-step", style = &work.style_name, step = &work.step_name);
    let who = t!("worker-named", number = &work.who.number, name = &work.who.name);
    let (pieces, due, order) = (words::count(work.pieces), words::short_day(work.due), work.order_code.clone());
    view! {
        <tr>
            <th scope="row">{who}</th>
            <Cell label=t!("issued-what")>{what} <small class="quiet">{order}</small></Cell>
            <Cell label=t!("issued-pieces") number=true>{pieces}</Cell>
            <Cell label=t!("order-due")>{due}</Cell>
        </tr>
    }
    .into_markup()
}

/// The list as a message for the group: a line each, and no money, for all read it.
fn told(hers: &[&[IssuedWork]]) -> String {
    let line = |works: &&[IssuedWork]| {
        let who = works.first().map(|work| t!("worker-named", number = &work.who.number, name = &work.who.name));
        let what = works.iter().map(|work| {
            let what = t!("style-step", style = &work.style_name, step = &work.step_name);
            t!("issued-told", what = what, n = work.pieces, due = words::short_day(work.due))
        });
        let what = what.collect::<Vec<_>>().join(&t!("comma"));
        t!("issued-told-line", who = who.unwrap_or_default(), what = what)
    };
    let day = hers.first().and_then(|works| works.first()).map(|work| words::day(work.day)).unwrap_or_default();
    std::iter::once(t!("issued-title", day = day)).chain(hers.iter().map(line)).collect::<Vec<_>>().join("\n")
}
