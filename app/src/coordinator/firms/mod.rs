//! Trade firms: what they ordered, what they owe, what they paid.

mod list;
mod save;
mod show;
mod table;

pub use list::FirmsPage;
pub use show::FirmPage;
pub(super) use table::Firms;
