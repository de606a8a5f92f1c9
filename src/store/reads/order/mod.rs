//! Orders: the list, and all that one of them shows.

mod changes;
mod choices;
mod found;
mod list;
mod page;
mod past;
mod share;
mod whereabouts;

pub use choices::OrderChoices;
pub use list::{OrderRow, Orders};
pub use page::{HomeIssue, LineView, OrderPage, StepView};
pub use past::{Past, PastPart};
pub use share::CoordinatorShare;
pub use whereabouts::Whereabouts;
