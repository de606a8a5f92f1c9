//! Workers as a table on a desk, as cards on a phone.

use crate::addresses;
use crate::components::{Column, ListAsked, Tag, Tone, listing, tick};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::worker::WorkerListed;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// The name of the boxes by which workers are chosen.
const CHOSEN: &str = "worker";

/// Workers, each with the way to her.
#[component]
pub(in crate::coordinator) fn Workers(
    rows: Vec<WorkerListed>,
    /// By what they are put in order, where the reader may choose.
    #[prop(default = None)]
    asked: Option<ListAsked>,
    /// Whether they are all there are, so that sums below say something.
    #[prop(optional)]
    whole: bool,
    /// Whether they can be ticked: inside a form.
    #[prop(optional)]
    ticks: bool,
) -> impl IntoView {
    let mut columns = Vec::new();
    columns.extend(ticks.then(|| Column::ticks(t!("list-ticks"))));
    columns.push(Column::words("name", t!("list-worker"), |a: &WorkerListed, b: &WorkerListed| {
        a.keys.sound().cmp(b.keys.sound())
    }));
    columns.push(Column::words("number", t!("list-number"), |a, b| a.number.cmp(&b.number)));
    columns.push(Column::number("hand", t!("list-in-hand"), |a, b| a.in_hand.cmp(&b.in_hand)));
    columns.push(Column::number("earned", t!("list-earned"), |a, b| a.earned.cmp(&b.earned)));
    columns.push(Column::number("owed", t!("list-owed"), |a, b| a.owed.cmp(&b.owed)));
    let foot = whole.then(|| foot(&rows, ticks));
    listing(t!("nav-workers"), &columns, asked.as_ref(), rows, |worker| row(worker, ticks), foot)
}

fn row(row: WorkerListed, ticks: bool) -> Markup {
    let WorkerListed { id, number, name, active, in_hand, owed, earned, .. } = row;
    let idle = (!active).then(|| view! { " " <Tag tone=Tone::Quiet>{t!("worker-inactive")}</Tag> });
    let some = |fen: Fen| (fen != Fen::ZERO).then(|| words::money(fen));
    let ticked = ticks.then(|| view! { <td class="tick">{tick(CHOSEN, id.to_string(), &name)}</td> });
    view! {
        <tr>
            {ticked}
            <th scope="row"><a href=addresses::worker(id)>{name}</a>{idle}</th>
            <td>{number}</td>
            <td class="n" data-label=t!("list-in-hand")>{in_hand.any().then(|| words::count(in_hand))}</td>
            <td class="n" data-label=t!("list-earned")>{some(earned)}</td>
            <td class="n value">{some(owed)}</td>
        </tr>
    }
    .into_markup()
}

fn foot(rows: &[WorkerListed], ticks: bool) -> Markup {
    let hand: Pieces = rows.iter().map(|row| row.in_hand).sum();
    let earned: Fen = rows.iter().map(|row| row.earned).sum();
    let owed: Fen = rows.iter().map(|row| row.owed).sum();
    view! {
        <tfoot>
            <tr>
                {ticks.then(|| view! { <td class="tick"></td> })}
                <th scope="row">{t!("pay-total")}</th>
                <td></td>
                <td class="n" data-label=t!("list-in-hand")>{words::count(hand)}</td>
                <td class="n" data-label=t!("list-earned")>{words::money(earned)}</td>
                <td class="n value">{words::money(owed)}</td>
            </tr>
        </tfoot>
    }
    .into_markup()
}
