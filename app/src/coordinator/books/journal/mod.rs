//! The journal: every event in words, and the way to undo one.

mod correct;
mod effect;
mod list;
pub mod proposed;
pub mod tell;

pub use correct::{CorrectPage, said};
pub use effect::effect;
pub use list::{JournalPage, entries, entries_list};
