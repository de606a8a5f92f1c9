//! The orders in a firm's file, as they were read, before any of them is in the books.

use crate::components::{Cell, Fact, Facts, Head, Panel, Table};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::import::File;
use ledger::parse::orders::{OrderLine, OrderSheet};
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Orders that are shown.
const ORDERS: usize = 20;

/// Lines of each that are shown.
const LINES: usize = 100;

/// Each order, line by line; nothing of a file of another kind.
pub(super) fn orders(file: &File) -> Vec<Markup> {
    let File::Orders(read) = file else { return Vec::new() };
    read.rows.iter().take(ORDERS).map(order).collect()
}

fn order(order: &OrderSheet) -> Markup {
    let lines: Vec<_> = order.lines.iter().take(LINES).map(line).collect();
    let more = order.lines.len().saturating_sub(LINES);
    let all: Pieces = order.lines.iter().map(|line| line.pieces).sum();
    let note = order.note.to_string();
    let title = t!("order-named", code = order.code.as_str(), firm = order.firm.as_str());
    let (placed, due) = (order.placed, order.due);
    view! {
        <Panel title>
            <Facts>
                <Fact label=t!("order-placed")>{words::day(placed)}</Fact>
                <Fact label=t!("order-due")>{words::day(due)}</Fact>
                <Fact label=t!("order-ordered")>{t!("n-pieces", n = all)}</Fact>
            </Facts>
            {(!note.is_empty()).then(|| view! { <p class="quiet">{t!("order-noted", note = note)}</p> })}
            <Table
                caption=t!("order-lines")
                quiet=true
                stack=true
                heads=vec![
                    Head::words(t!("thing-style")),
                    Head::words(t!("order-variant")),
                    Head::number(t!("order-pieces")),
                    Head::number(t!("order-price")),
                    Head::number(t!("order-pack")),
                ]
            >
                <tbody>{lines}</tbody>
            </Table>
            {(more > 0).then(|| view! { <p class="quiet">{t!("import-lines-more", n = more)}</p> })}
        </Panel>
    }
    .into_markup()
}

fn line(line: &OrderLine) -> Markup {
    let (style, variant) = (line.style.to_string(), line.variant.to_string());
    let name = line.name.as_ref().map(ToString::to_string);
    let (pieces, price, pack) = (words::count(line.pieces), words::money(line.price), words::count(line.pack));
    view! {
        <tr>
            <th scope="row">{style} {name.map(|name| view! { <small class="quiet">{name}</small> })}</th>
            <Cell label=t!("order-variant")>{variant}</Cell>
            <Cell label=t!("order-pieces") number=true>{pieces}</Cell>
            <Cell label=t!("order-price") number=true>{price}</Cell>
            <Cell label=t!("order-pack") number=true>{pack}</Cell>
        </tr>
    }
    .into_markup()
}
