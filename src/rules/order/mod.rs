//! Rules on orders.

mod open_order;
mod replace;

pub use replace::replaceable;

#[cfg(test)]
mod tests;
