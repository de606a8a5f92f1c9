//! Orders of which all is made and something is in stock.

use crate::components::{Row, Tone};
use crate::words;
use ledger::store::reads::order::OrderRow;
use leptos::prelude::*;

/// Those that can be sent.
pub(super) fn ready(made: Vec<OrderRow>) -> Vec<AnyView> {
    let row = |order: OrderRow| {
        view! {
            <Row
                href=format!("/deliveries/new?order={}", order.id)
                title=t!("order-named", code = &order.code, firm = &order.firm)
                note=t!("today-due", due = order.due)
                value=words::count(order.at.stock)
                tone=Tone::Good
            />
        }
        .into_any()
    };
    made.into_iter().filter(|order| order.at.stock.any()).map(row).collect()
}
