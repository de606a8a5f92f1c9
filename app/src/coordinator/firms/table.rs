//! Firms as a table on a desk, as cards on a phone.

use crate::addresses;
use crate::components::{Column, ListAsked, Tone, listing};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::firm::FirmRow;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// Firms, each with the way to it.
#[component]
pub(in crate::coordinator) fn Firms(
    rows: Vec<FirmRow>,
    /// By what they are put in order, where the reader may choose.
    #[prop(default = None)]
    asked: Option<ListAsked>,
) -> impl IntoView {
    let columns = [
        Column::words("name", t!("list-firm"), |a: &FirmRow, b: &FirmRow| a.keys.sound().cmp(b.keys.sound())),
        Column::number("open", t!("list-open-orders"), |a, b| a.open.cmp(&b.open)),
        Column::number("owes", t!("list-owes"), |a, b| a.owes.cmp(&b.owes)),
    ];
    listing(t!("nav-firms"), &columns, asked.as_ref(), rows, row, None)
}

fn row(row: FirmRow) -> Markup {
    let FirmRow { id, name, owes, open, .. } = row;
    let tone = if owes > Fen::ZERO { Tone::Next } else { Tone::Plain };
    view! {
        <tr>
            <th scope="row"><a href=addresses::firm(id)>{name}</a></th>
            <td class="n" data-label=t!("list-open-orders")>{words::count(open)}</td>
            <td class=format!("n value {}", tone.class())>{words::money(owes)}</td>
        </tr>
    }
    .into_markup()
}
