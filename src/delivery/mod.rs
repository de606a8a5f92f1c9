//! Deliveries 发货: sending, the firm's answer, and what becomes of what it did not take.

mod answer;
mod mend;
mod origin;
mod send;

pub use answer::{Answer, Said};
pub use mend::{Agree, Came, Reissue, Restock, WriteOff};
pub use origin::{Origin, origins};
pub use send::Deliver;
