//! Orders: the list, and all that one of them shows.

mod choices;
mod list;
mod page;
mod past;
mod whereabouts;

pub use choices::OrderChoices;
pub use list::{OrderRow, Orders};
pub use page::{AtHome, LineView, OrderPage, StepView};
pub use past::{Past, PastPart};
pub use whereabouts::Whereabouts;
