//! Deliveries 发货: sending, the firm's answer, and what becomes of what it did not take.

mod answer;
mod mend;
mod send;

pub use answer::{Answer, Said};
pub use mend::{Agree, Came, Reissue, Restock, WriteOff};
pub use send::Deliver;
