//! What an order is called in words.

use ledger::values::ids::OrderId;

/// What became of an order of which nothing is wanted any more: it was struck out, or cancelled to the last piece.
pub fn gone(order: OrderId, code: &str) -> String {
    if order.is_struck(code) { t!("order-struck") } else { t!("order-cancelled") }
}
