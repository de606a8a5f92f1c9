//! Orders that want something today: those that will hardly be ready in time, and those that can be sent.

use crate::addresses;
use crate::components::{Row, Tone};
use crate::coordinator::orders::progress::in_words;
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::forecast::Outlook;
use ledger::forecast::{Forecast, Standing};
use ledger::store::reads::order::OrderRow;
use ledger::values::day::Day;
use leptos::prelude::*;

/// Orders that may miss their due day, with what is foreseen of each; one whose day is past is late, and not among them.
pub(super) fn in_danger<'a>(
    orders: &'a [OrderRow],
    outlook: &'a Outlook,
    today: Day,
) -> impl Iterator<Item = (&'a OrderRow, &'a Forecast)> {
    let open = orders.iter().filter(move |order| order.due >= today && order.left().any());
    let foreseen = open.filter_map(|order| Some((order, outlook.get(&order.id)?)));
    foreseen.filter(|(_, forecast)| !matches!(forecast.standing, Standing::Ready | Standing::InTime))
}

/// Orders of which all is made and something is in stock.
pub(super) fn ready(orders: &[OrderRow]) -> impl Iterator<Item = &OrderRow> {
    orders.iter().filter(|order| !order.left().any() && order.at.stock.any())
}

/// A row for each that is in danger.
pub(super) fn danger_rows(orders: &[OrderRow], outlook: &Outlook, today: Day) -> Vec<Markup> {
    let row = |(order, forecast): (&OrderRow, &Forecast)| {
        let tone = if forecast.standing == Standing::AtRisk { Tone::Warn } else { Tone::Next };
        let note = t!("danger-row", due = order.due, when = in_words(forecast));
        view! {
            <Row
                href=addresses::order(order.id)
                title=t!("order-named", code = &order.code, firm = &order.firm)
                note
                value=t!("order-left", n = order.left())
                tone
            />
        }
        .into_markup()
    };
    in_danger(orders, outlook, today).map(row).collect()
}

/// A row for each that can be sent.
pub(super) fn ready_rows(orders: &[OrderRow]) -> Vec<Markup> {
    let row = |order: &OrderRow| {
        view! {
            <Row
                href=addresses::new_delivery().with("order", order.id)
                title=t!("order-named", code = &order.code, firm = &order.firm)
                note=t!("today-due", due = order.due)
                value=words::count(order.at.stock)
                tone=Tone::Good
            />
        }
        .into_markup()
    };
    ready(orders).map(row).collect()
}
