//! The journal: every event in words, and the way to undo one.

pub mod tell;
