//! Packing a delivery: never more than is in stock.

use super::link;
use super::list::to_pack;
use crate::addresses;
use crate::components::{
    Cell, Day as DayField, Empty, Field, Form, Go, Head, Hidden, Link, Number, Page, Panel, Photo, Submit, Table, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Done, Problem, as_coordinator, field, go, query};
use crate::words;
use ledger::journal::Event;
use ledger::model::Entity;
use ledger::store::reads::delivery::{Packing, PackingLine};
use ledger::values::ids::{DeliveryId, LineId, OrderId};
use ledger::values::pieces::Pieces;
use ledger::{Refusal, model};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// `/deliveries/new?order=ID`; without an order, the orders to choose from.
#[component]
pub fn PackPage() -> impl IntoView {
    let order: Option<OrderId> = query("order");
    load(async move {
        let asking = as_coordinator()?;
        let mut packings = asking.read().await?.orders().to_pack(order).await?;
        match order {
            Some(_) => Ok(page(packings.pop().ok_or(Problem::NotFound)?)),
            None => Ok(choose(packings)),
        }
    })
}

fn choose(packings: Vec<Packing>) -> Markup {
    let inner = if packings.is_empty() {
        view! { <Empty title=t!("pack-nothing")><Go href=addresses::orders()>{t!("nav-orders")}</Go></Empty> }
            .into_markup()
    } else {
        to_pack(packings)
    };
    view! { <Page title=t!("pack-title") back=Link::to(addresses::deliveries(), t!("nav-deliveries"))>{inner}</Page> }
        .into_markup()
}

fn page(packing: Packing) -> Markup {
    let Packing { order, code, firm, due, lines } = packing;
    let lead = format!("{code}\u{a0}· {firm}\u{a0}· {}", t!("worker-held-due", day = words::short_day(due)));
    let stock: Pieces = lines.iter().map(|line| line.stock).sum();
    let inner = if stock.any() {
        form(order, lines)
    } else {
        view! { <Empty title=t!("pack-nothing")><Go href=addresses::order(order)>{t!("thing-order")} " " {code}</Go></Empty> }.into_markup()
    };
    view! {
        <Page title=t!("pack-title") lead=lead back=Link::to(addresses::deliveries(), t!("nav-deliveries"))>{inner}</Page>
    }
    .into_markup()
}

fn form(order: OrderId, lines: Vec<PackingLine>) -> Markup {
    view! {
        <Panel>
            <Form action=Deliver::target()>
                <Hidden name="order" value=order/>
                <Table
                    caption=t!("pack-lines")
                    stack=true
                    heads=vec![
                        Head::words(t!("thing-style")),
                        Head::number(t!("pack-ordered")),
                        Head::number(t!("place-stock")),
                        Head::number(t!("pack-pieces")),
                    ]
                >
                    // Made inside the form: a field asks the form around it what was typed.
                    <tbody>{lines.into_iter().map(row).collect::<Vec<_>>()}</tbody>
                </Table>
                <DayField name="day" label=t!("pack-day") hint=t!("pay-day-hint") optional=true/>
                <Field name="note" label=t!("pay-remark") hint=t!("pack-note-hint") optional=true/>
                <Submit>{t!("pack-do")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

fn row(line: PackingLine) -> Markup {
    let label = format!("{}: {}", line.style_name, t!("pack-pieces"));
    let packs = t!("pack-of", n = line.pack);
    let seen = view! { <Photo picture=line.photo of=line.style_name.clone()/> };
    view! {
        <tr>
            <th scope="row">{seen} {line.style_name}<small class="quiet">{line.style_code} "\u{a0}· " {packs}</small></th>
            <Cell label=t!("pack-ordered") number=true>{words::count(line.pieces)}</Cell>
            <Cell label=t!("place-stock") number=true><b>{words::count(line.stock)}</b></Cell>
            <Cell label=t!("pack-pieces") number=true>
                <Number bare=true optional=true name=format!("pieces[{}]", line.line) label=label value=line.stock unit=t!("unit-pieces")/>
            </Cell>
        </tr>
    }
    .into_markup()
}

/// Packs a delivery. `pieces` has line ids as keys.
#[server(prefix = "/api", endpoint = "deliver")]
pub async fn deliver(
    event: String,
    order: String,
    #[server(default)] pieces: BTreeMap<String, String>,
    #[server(default)] note: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let order: OrderId = field::id("order", &order)?;
    let lines = pieces.iter().map(|(line, n)| {
        let name = format!("pieces[{line}]");
        Ok((field::id::<LineId>(&name, line)?, field::pieces_or_none(&name, n)?))
    });
    let lines = lines.collect::<Result<Vec<_>, Problem>>()?;
    let ask = model::Deliver { order, lines: lines.clone(), note: field::note("note", &note)? };
    match asking.perform(&event, field::day_or_today("day", &day)?, ask).await {
        Ok(event) => {
            let delivery = delivery_of(&event).ok_or(Problem::Database)?;
            link::given(&asking, delivery).await?;
            go(addresses::delivery(delivery), Done::Delivered)
        }
        Err(problem) => Err(beside(problem, &asking, order, &lines).await),
    }
}

fn delivery_of(event: &Event) -> Option<DeliveryId> {
    event.entities.iter().find_map(|entity| if let Entity::Delivery(it) = entity { Some(it.id) } else { None })
}

/// The refusal beside the line that has too little in stock.
async fn beside(problem: Problem, asking: &Asking, order: OrderId, wanted: &[(LineId, Pieces)]) -> Problem {
    let Problem::Refused { refusal: Refusal::NotEnough { .. }, .. } = &problem else { return problem };
    let Ok(mut books) = asking.read().await else { return problem };
    let Ok(packings) = books.orders().to_pack(Some(order)).await else { return problem };
    let stock: BTreeMap<_, _> =
        packings.iter().flat_map(|packing| &packing.lines).map(|line| (line.line, line.stock)).collect();
    let short = wanted.iter().find(|(line, n)| stock.get(line).is_some_and(|stock| n > stock));
    match short {
        Some((line, _)) => problem.at(format!("pieces[{line}]")),
        None => problem,
    }
}
