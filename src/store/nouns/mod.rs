//! The nouns' tables: rows become nouns, and nouns become rows.

mod proposal;
mod read;
mod terms;
mod write;

pub(super) use read::{Want, slip};
pub(super) use terms::{study, terms};
pub(super) use write::save;
