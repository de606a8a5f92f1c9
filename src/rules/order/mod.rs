//! Rules on orders.

mod add_line;
mod add_pieces;
mod cancel;
mod change;
mod change_order;
mod change_price;
mod new_line;
mod open_order;
mod replace;

pub use cancel::cancellable;
pub use replace::replaceable;

#[cfg(test)]
mod tests;
