//! Cancelling pieces that nobody has: some of one line, or all that is left of an order.

use crate::addresses;
use crate::components::{Cell, Field, FoldedConfirm, Head, Hidden, Table};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::model;
use ledger::rules::refusal::Refusal;
use ledger::store::reads::order::{LineView, OrderPage as Order};
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Of which line how many, as it was typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cancelled {
    line: String,
    pieces: String,
}

#[server(prefix = "/api", endpoint = "cancel_pieces")]
pub async fn cancel_pieces(
    event: String,
    order: String,
    #[server(default)] lines: Vec<Cancelled>,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let parsed = lines.iter().enumerate().map(|(no, cancelled)| {
        let name = |part: &str| format!("lines[{no}][{part}]");
        Ok((field::id(&name("line"), &cancelled.line)?, field::pieces(&name("pieces"), &cancelled.pieces)?))
    });
    let lines = parsed.collect::<Result<_, Problem>>()?;
    let ask = model::CancelPieces { order: id, lines, note: field::note("note", &note)? };
    asking.perform(&event, None, ask).await.map_err(about)?;
    go(addresses::order(id), Done::OrderChanged)
}

fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::NothingToCancel { .. } | Refusal::Nothing, .. } => {
            problem.at("lines[0][pieces]")
        }
        _ => problem,
    }
}

/// Offers to cancel all that nobody has, line by line in numbers.
#[component]
pub(super) fn CancelRest(order: Order) -> impl IntoView {
    let free: Vec<&LineView> = order.lines.iter().filter(|line| line.cancellable().any()).collect();
    if free.is_empty() {
        return ().into_markup();
    }
    let rows: Vec<_> = free.iter().map(|line| row(line)).collect();
    let fields: Vec<_> = free.iter().enumerate().map(|(no, line)| fields(no, line)).collect();
    let all: Pieces = free.iter().map(|line| line.cancellable()).sum();
    let at = order.at();
    let out = at.at_home();
    let back = addresses::order(order.id);
    view! {
        <FoldedConfirm title=t!("order-cancel") action=CancelPieces::target() key="rest" act=t!("order-cancel-do", n = all) back>
            <p>{t!("order-cancel-what")}</p>
            <Table
                caption=t!("order-cancel")
                quiet=true
                stack=true
                heads=vec![
                    Head::words(t!("thing-style")),
                    Head::number(t!("order-ordered")),
                    Head::number(t!("order-cancel-now")),
                    Head::number(t!("order-cancel-left")),
                ]
            >
                <tbody>{rows}</tbody>
            </Table>
            {out.any().then(|| view! { <p class="quiet">{t!("order-cancel-out", n = out)}</p> })}
            <Hidden name="order" value=order.id/>
            {fields}
            <Field name="note" label=t!("pay-remark") optional=true/>
        </FoldedConfirm>
    }
    .into_markup()
}

fn row(line: &LineView) -> Markup {
    let (name, ordered, free) = (line.style_name.clone(), line.ordered, line.cancellable());
    view! {
        <tr>
            <th scope="row">{name}</th>
            <Cell label=t!("order-ordered") number=true>{words::count(ordered)}</Cell>
            <Cell label=t!("order-cancel-now") number=true>{words::count(free)}</Cell>
            <Cell label=t!("order-cancel-left") number=true>{words::count(ordered - free)}</Cell>
        </tr>
    }
    .into_markup()
}

fn fields(no: usize, line: &LineView) -> Markup {
    let (id, free) = (line.id, line.cancellable());
    view! {
        <Hidden name=format!("lines[{no}][line]") value=id/>
        <Hidden name=format!("lines[{no}][pieces]") value=free/>
    }
    .into_markup()
}
