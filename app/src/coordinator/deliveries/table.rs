//! Deliveries as a table on a desk, as cards on a phone.

use super::row::tag;
use crate::addresses;
use crate::components::{Column, ListAsked, listing};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::delivery::DeliveryRow;
use leptos::prelude::*;

/// Deliveries, each with the way to it.
#[component]
pub(super) fn DeliveriesTable(
    caption: String,
    rows: Vec<DeliveryRow>,
    /// By what they are put in order, where the reader may choose.
    asked: Option<ListAsked>,
) -> impl IntoView {
    let columns = [
        Column::words("number", t!("list-delivery"), |a: &DeliveryRow, b: &DeliveryRow| a.id.cmp(&b.id)),
        Column::words("code", t!("list-order"), |a, b| a.code.cmp(&b.code)),
        Column::words("firm", t!("list-firm"), |a, b| a.firm.cmp(&b.firm)),
        Column::words("day", t!("list-day"), |a, b| a.day.cmp(&b.day)),
        Column::plain(t!("list-state")),
        Column::number("pieces", t!("list-pieces"), |a, b| a.pieces.cmp(&b.pieces)),
    ];
    listing(caption, &columns, asked.as_ref(), rows, row, None)
}

fn row(row: DeliveryRow) -> Markup {
    let tag = tag(&row);
    view! {
        <tr>
            <th scope="row"><a href=addresses::delivery(row.id)>{t!("delivery-number", n = row.id.to_string())}</a></th>
            <td>{row.code}</td>
            <td>{row.firm}</td>
            <td>{words::short_day(row.day)}</td>
            <td>{tag}</td>
            <td class="n value">{words::count(row.pieces)}</td>
        </tr>
    }
    .into_markup()
}
