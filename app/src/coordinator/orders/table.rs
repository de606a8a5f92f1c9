//! Orders as a table on a desk, as cards on a phone.

use super::progress;
use super::row::{lacking, state, styles};
use crate::addresses;
use crate::components::{Column, ListAsked, Progress, Tone, listing, photo_in_row, tick};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::forecast::Outlook;
use ledger::store::reads::order::OrderRow;
use ledger::values::day::Day;
use leptos::prelude::*;
use std::sync::Arc;

/// The name of the boxes by which orders are chosen to be split together.
const CHOSEN: &str = "orders";

/// Orders, each with the way to it.
#[component]
pub(in crate::coordinator) fn Orders(
    #[prop(into)] caption: String,
    rows: Vec<OrderRow>,
    outlook: Arc<Outlook>,
    today: Day,
    /// By what they are put in order, where the reader may choose.
    #[prop(default = None)]
    asked: Option<ListAsked>,
    /// Whether those with pieces to be split can be ticked: inside a form.
    #[prop(optional)]
    ticks: bool,
) -> impl IntoView {
    let mut columns = Vec::new();
    columns.extend(ticks.then(|| Column::ticks(t!("list-ticks"))));
    columns.push(Column::words("code", t!("list-order"), |a: &OrderRow, b: &OrderRow| a.code.cmp(&b.code)));
    columns.push(Column::words("firm", t!("list-firm"), |a, b| a.firm.cmp(&b.firm)));
    columns.push(Column::plain(t!("list-styles")));
    columns.push(Column::words("due", t!("list-due"), |a, b| a.due.cmp(&b.due)));
    columns.push(Column::plain(t!("list-ready")));
    columns.push(Column::number("ordered", t!("list-ordered"), |a, b| a.ordered.cmp(&b.ordered)));
    columns.push(Column::number("left", t!("list-left"), |a, b| a.to_make().cmp(&b.to_make())));
    columns.push(Column::plain(t!("list-progress")));
    let row = |order| row(&order, &outlook, today, ticks);
    listing(caption, &columns, asked.as_ref(), rows, row, None)
}

fn row(order: &OrderRow, outlook: &Outlook, today: Day, ticks: bool) -> Markup {
    let left = order.left();
    let when = outlook.get(&order.id).and_then(|forecast| forecast.when.ok()).filter(|_| left.any());
    let waits = order.at.to_split().any();
    let lost = order.at.lost(order.ordered);
    let lost = (lost.any() && order.ordered.any()).then(|| view! { <small>{t!("list-lost", n = lost)}</small> });
    let tone = if left.any() { Tone::Plain } else { Tone::Good };
    let ticked = ticks.then(|| {
        let tick = waits.then(|| tick(CHOSEN, order.id.to_string(), &order.code));
        view! { <td class="tick">{tick}</td> }
    });
    view! {
        <tr>
            {ticked}
            <th scope="row">
                {order.photo.map(photo_in_row)}
                <a href=addresses::order(order.id)>{order.code.clone()}</a>
                {state(order, today)}
            </th>
            <td>{order.firm.clone()}</td>
            <td>{styles(&order.styles)}{lost}</td>
            <td data-label=t!("list-due")>{words::short_day(order.due)}</td>
            <td data-label=t!("list-ready")>{when.map(|when| t!("expect-day", day = words::short_day(when.expected)))}</td>
            <td class="n" data-label=t!("list-ordered")>{words::count(order.ordered)}</td>
            <td class=format!("n value {}", tone.class())>{lacking(order)}</td>
            <td class="whole"><Progress compact=true parts=progress::parts(&order.at)/></td>
        </tr>
    }
    .into_markup()
}
