//! Books for others: the whole ledger, or that of some days, as a journal that hledger reads, as CSV or as a workbook.
//!
//! Nothing is summed up on the way: every move and every transfer of every event is there, so anyone who receives it can calculate all
//! balances again with a program that is not ours.

mod chart;
mod hledger;
mod opening;
mod period;
mod rows;
mod sheet;
mod workbook;

pub use chart::Chart;
pub use hledger::Hledger;
pub use period::{BadPeriod, Period};
pub use rows::{Row, Side, as_text};
pub use sheet::{Cell, Sheet};
pub use workbook::{NotWritten, Workbook};
