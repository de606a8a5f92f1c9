//! Orders that want something today: those that will hardly be ready in time, and those that can be sent.

use crate::addresses;
use crate::components::{Row, Tone};
use crate::coordinator::orders::progress::in_words;
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::forecast::Standing;
use ledger::store::reads::order::OrderRow;
use ledger::store::reads::outlook::Outlook;
use ledger::values::day::Day;
use leptos::prelude::*;

/// A row for each; whose day is past is among those under way.
pub(super) fn in_danger(orders: &[OrderRow], outlook: &Outlook, today: Day) -> Vec<Markup> {
    let open = orders.iter().filter(|order| order.due >= today);
    open.filter_map(|order| {
        let forecast = outlook.get(&order.id)?;
        let tone = match forecast.standing {
            Standing::Ready | Standing::InTime => return None,
            Standing::AtRisk => Tone::Warn,
            Standing::Late | Standing::Unknown => Tone::Next,
        };
        let note = t!("danger-row", due = order.due, when = in_words(forecast));
        Some(
            view! {
                <Row
                    href=addresses::order(order.id)
                    title=t!("order-named", code = &order.code, firm = &order.firm)
                    note
                    value=t!("order-left", n = order.left())
                    tone
                />
            }
            .into_markup(),
        )
    })
    .collect()
}

/// Orders of which all is made and something is in stock.
pub(super) fn ready(finished: Vec<OrderRow>) -> Vec<Markup> {
    let row = |order: OrderRow| {
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
    finished.into_iter().filter(|order| order.at.stock.any()).map(row).collect()
}
