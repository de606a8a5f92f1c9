//! The nouns' tables: rows become nouns, and nouns become rows.

mod proposal;
mod read;
mod review;
mod terms;
mod write;

pub(super) use read::{Want, slip};
pub(super) use review::REVIEW;
pub(super) use write::save;
