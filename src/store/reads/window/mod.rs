//! The trade firm's window: its own orders, deliveries and statement. Nothing here reads a worker, a rate or a pay.

mod delivery;
mod order;
mod statement;

pub use delivery::{DeliveredLine, DeliveryHead, DeliverySheet};
pub use order::{LineProgress, OrderProgress, Progress, ProgressSheet};
pub use statement::{Charge, Statement, StatementKind, StatementRow};
