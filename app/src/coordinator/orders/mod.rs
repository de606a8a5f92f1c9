//! Orders: the list of them, one of them, and what changes it.

mod change;
mod issued;
mod list;
mod new;
mod open_order;
mod order;
pub(super) mod progress;
mod row;
mod table;

pub(super) use change::ChangeOrderPage;
pub(super) use issued::IssuedPage;
pub(super) use list::OrdersPage;
pub(super) use new::NewOrderPage;
pub(super) use order::{OrderPage, TakeBackPage};
pub(super) use row::order_row;
pub(super) use table::Orders;

/// Pieces in a pack by default.
const PACK: i64 = 10;
