//! What follows the hand where there is script: comfort only, every page works without. All that is here reaches the
//! browser, so it is small: texts come from the server, and nothing is named that the browser does not need.

mod counting;
#[cfg(feature = "hydrate")]
mod form;
mod live_form;
#[cfg(feature = "hydrate")]
mod page;

pub use counting::Counting;
pub use live_form::LiveForm;
