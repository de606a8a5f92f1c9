//! The journal: every event in words, and the way to undo one.

mod correct;
mod list;
pub mod proposed;
pub mod tell;

pub use correct::CorrectPage;
pub use list::JournalPage;
