//! What all changes of an order have in common.

use crate::journal::Books;
use crate::model::{Entity, Line, Order, OrderChange};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::values::ids::{EventId, LineId, OrderId};
use crate::values::pieces::Pieces;

/// An order that still stands.
pub(super) fn standing(books: &Books, id: OrderId) -> Result<&Order, Refusal> {
    let order = books.orders.get(&id).ok_or(Refusal::unknown(Thing::Order))?;
    if order.is_struck() { Err(Refusal::OrderStruck) } else { Ok(order) }
}

/// A line of an order that still stands.
pub(super) fn standing_line(books: &Books, id: LineId) -> Result<&Line, Refusal> {
    let line = books.lines.get(&id).ok_or(Refusal::unknown(Thing::Line))?;
    standing(books, line.order).map(|_| line)
}

/// A line with its order.
pub(super) fn line_needs(books: &Books, id: LineId) -> Vec<Need> {
    let order = books.lines.get(&id).map(|line| Need::Order(line.order));
    std::iter::once(Need::Line(id)).chain(order).collect()
}

/// That it was changed by that event.
pub(super) fn changed(id: EventId, order: OrderId) -> Entity {
    OrderChange { id, order, former_price: None }.into()
}

/// The line with so many pieces more, or fewer, and that its order was changed by that event.
///
/// # Errors
/// [`Refusal::ChangedSince`]: fewer are ordered by now than are to be taken away.
pub(super) fn resized(line: &Line, by: Pieces, event: EventId) -> Result<Vec<Entity>, Refusal> {
    let pieces = line.pieces + by;
    if pieces < Pieces::ZERO {
        return Err(Refusal::ChangedSince);
    }
    Ok(vec![Line { pieces, ..line.clone() }.into(), changed(event, line.order)])
}
