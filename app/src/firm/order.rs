//! One order of the firm: its lines at its own prices, how far they are, what was sent.

use super::deliveries::DeliveryRow;
use super::progress::{Late, gone, parts};
use crate::addresses;
use crate::components::{
    Cell, Fact, Facts, Head, Link, Page, Panel, Photo, Progress, Rows, Table, Tag, Tone, expected, load,
};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_firm, param};
use crate::words;
use crate::words::events::{self, Reader};
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::store::reads::window::LineProgress;
use ledger::values::ids::OrderId;
use leptos::prelude::*;

#[component]
pub fn OrderPage() -> impl IntoView {
    load(async {
        let (asking, firm) = as_firm()?;
        let id: OrderId = param("id")?;
        let mut books = asking.read().await?;
        let sheet = books.of_firm(firm).firm_order(id).await?.ok_or(Problem::NotFound)?;
        let (order, today) = (sheet.order, asking.today);
        let gone = gone(order.id, &order.code, order.made.ordered);
        let when = books.of_firm(firm).ready_days(today).await?.get(&id).copied();
        let sent = (!sheet.deliveries.is_empty()).then(|| {
            let rows: Vec<_> = sheet.deliveries.into_iter().map(|head| view! { <DeliveryRow head/> }).collect();
            view! { <Panel title=t!("window-deliveries")><Rows>{rows}</Rows></Panel> }
        });
        Ok(view! {
            <Page title=t!("window-order", code = order.id.unmarked(&order.code)) back=Link::to(addresses::window(), t!("window-orders"))>
                <Panel>
                    <Facts>
                        <Fact label=t!("window-placed")>{words::day(order.placed)}</Fact>
                        <Fact label=t!("window-due-label")>{words::day(order.due)} <Late due=order.due today progress=order.made/> {gone}</Fact>
                        {when.map(|when| view! { <Fact label=t!("expect-label")>{expected(when)}</Fact> })}
                        <Fact label=t!("window-ordered")>{words::count(order.made.ordered)}</Fact>
                        <Fact label=t!("window-finished")>{words::count(order.made.finished())}</Fact>
                    </Facts>
                    <Progress parts=parts(order.made)/>
                    <Photo picture=sheet.card of=t!("photo-card")/>
                </Panel>
                <Lines lines=sheet.lines/>
                {changed(&sheet.changes)}
                {sent}
            </Page>
        }
        .into_markup())
    })
}

/// How it was changed since it was placed, the latest first.
fn changed((entries, names): &(Vec<JournalEntry>, Names)) -> Option<Markup> {
    let row = |entry: &JournalEntry| {
        let lines = events::order_changes(entry, names, Reader::Firm);
        let day = words::short_day(entry.event.day);
        let undone = entry.undone.is_some().then(|| view! { " " <Tag tone=Tone::Quiet>{t!("past-corrected")}</Tag> });
        (!lines.is_empty()).then(|| view! { <li><b>{day}</b> " " {lines.join("\u{a0}· ")} {undone}</li> })
    };
    let rows: Vec<_> = entries.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("window-changes")><ul>{rows}</ul></Panel> }.into_markup())
}

#[component]
fn Lines(lines: Vec<LineProgress>) -> impl IntoView {
    let rows: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let progress = line.made;
            view! {
                <tr>
                    <th scope="row">
                        <Photo picture=line.photo of=line.style.clone()/>
                        {line.style} " " <small>{line.style_code}</small>
                        <Progress parts=parts(progress) compact=true/>
                    </th>
                    <Cell label=t!("window-ordered") number=true>{words::count(progress.ordered)}</Cell>
                    <Cell label=t!("window-finished") number=true>{words::count(progress.finished())}</Cell>
                    <Cell label=t!("window-confirmed") number=true>{words::count(progress.confirmed)}</Cell>
                    <Cell label=t!("window-price") number=true>{words::money(line.price)}</Cell>
                </tr>
            }
        })
        .collect();
    let heads = vec![
        Head::words(t!("window-lines")),
        Head::number(t!("window-ordered")),
        Head::number(t!("window-finished")),
        Head::number(t!("window-confirmed")),
        Head::number(t!("window-price")),
    ];
    view! {
        <Panel title=t!("window-lines")>
            <Table caption=t!("window-lines") quiet=true heads stack=true><tbody>{rows}</tbody></Table>
        </Panel>
    }
    .into_markup()
}
