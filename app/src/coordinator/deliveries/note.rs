//! The note that goes with a delivery, to be printed: numbers, no prices.

use crate::components::{Fact, Facts, Head, Sheet, Table};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::delivery::DeliveryView;
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

pub fn sheet(view: &DeliveryView, confirm: Option<Markup>, today: Day) -> Markup {
    let delivery = &view.delivery;
    let total: Pieces = delivery.lines.iter().map(|sent| sent.pieces).sum();
    let rows: Vec<_> = view
        .lines
        .iter()
        .map(|line| {
            let (name, code, no) = (line.style_name.clone(), line.style_code.clone(), line.no.to_string());
            let pieces = words::count(line.sent.pieces);
            view! {
                <tr>
                    <td>{no}</td>
                    <th scope="row">{name}</th>
                    <td>{code}</td>
                    <td class="n">{pieces}</td>
                </tr>
            }
        })
        .collect();
    let (firm, code) = (view.firm_name.clone(), view.code.clone());
    let day = words::day(delivery.day);
    let note = delivery.note.to_string();
    let note = (!note.is_empty()).then(|| view! { <p>{t!("pay-remark")} ": " {note}</p> });
    let (day_made, number) = (today, format!("№ {}", delivery.id));
    let signs = vec![t!("note-sent-by"), t!("note-received-by")];
    view! {
        <Sheet title=t!("thing-delivery") number=number day=day_made signs=signs>
            <Facts>
                <Fact label=t!("note-to")>{firm}</Fact>
                <Fact label=t!("thing-order")>{code}</Fact>
                <Fact label=t!("note-day")>{day}</Fact>
            </Facts>
            <Table
                caption=t!("thing-delivery")
                quiet=true
                heads=vec![
                    Head::words(t!("thing-line")),
                    Head::words(t!("thing-style")),
                    Head::words(t!("style-code")),
                    Head::number(t!("unit-pieces")),
                ]
            >
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row" colspan="3">{t!("pay-total")}</th><td class="n">{words::count(total)}</td></tr></tfoot>
            </Table>
            {note}
            {confirm}
        </Sheet>
    }
    .into_markup()
}
