//! What all changes of an order have in common.

use crate::journal::Books;
use crate::model::{Command, Entity, Line, Order, OrderChange};
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

/// An order and how it was changed.
pub(super) const fn order_needs(id: OrderId) -> [Need; 2] {
    [Need::Order(id), Need::ChangesOf(id)]
}

/// A line with its order, and how that was changed.
pub(super) fn line_needs(books: &Books, id: LineId) -> Vec<Need> {
    let order = books.lines.get(&id).map(|line| order_needs(line.order));
    std::iter::once(Need::Line(id)).chain(order.into_iter().flatten()).collect()
}

/// Events that changed an order after that one.
fn later(books: &Books, order: OrderId, event: EventId) -> impl Iterator<Item = EventId> {
    let turn = books.order_changes.get(&event).map_or(0, |change| change.turn);
    let of_it = books.order_changes.values().filter(move |change| change.order == order && change.turn > turn);
    of_it.map(|change| change.id)
}

/// What is needed to see whether that change is the last of its kind.
pub(super) fn later_needs(books: &Books, order: OrderId, event: EventId) -> Vec<Need> {
    order_needs(order).into_iter().chain(later(books, order, event).map(Need::Event)).collect()
}

/// Whether that change of an order is the last of its kind that stands: an earlier one is not taken back from under a later one.
///
/// # Errors
/// [`Refusal::ChangedSince`]
pub(super) fn is_last(
    books: &Books,
    order: OrderId,
    event: EventId,
    is_alike: impl Fn(&Command) -> bool,
) -> Result<(), Refusal> {
    let mut entries = later(books, order, event).filter_map(|id| books.entries.get(&id));
    let again = entries.any(|entry| entry.reversed_by.is_none() && is_alike(&entry.asked));
    if again { Err(Refusal::ChangedSince) } else { Ok(()) }
}

/// That it was changed by that event.
pub(super) fn changed(books: &Books, id: EventId, order: OrderId) -> OrderChange {
    let turns = books.order_changes.values().filter(|change| change.order == order).map(|change| change.turn);
    OrderChange { id, order, turn: turns.max().unwrap_or_default() + 1, former_price: None }
}

/// The line with so many pieces more, or fewer, and that its order was changed by that event.
///
/// # Errors
/// [`Refusal::ChangedSince`]: fewer are ordered by now than are to be taken away.
pub(super) fn resized(books: &Books, line: &Line, by: Pieces, event: EventId) -> Result<Vec<Entity>, Refusal> {
    let pieces = line.pieces + by;
    if pieces < Pieces::ZERO {
        return Err(Refusal::ChangedSince);
    }
    Ok(vec![Line { pieces, ..line.clone() }.into(), changed(books, event, line.order).into()])
}
