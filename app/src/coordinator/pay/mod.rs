//! Pay day: who is owed what, and paying many at once.

mod list;
mod many;
mod review;
mod settle;
mod settlement;

pub use list::PayPage;
pub use settle::SettlePage;
pub use settlement::{SettlementPage, SettlementSlipsPage, WorkerSlipPage, WorkerSlipSoFarPage};
