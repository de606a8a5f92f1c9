//! The journal: every event in words, and the way to undo one.

mod correct;
mod list;

pub use correct::{CorrectPage, reviews};
pub use list::JournalPage;
