//! An order that cannot be read as a table, but looked at while it is typed off.

use super::photo;

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    Photo,
    Pdf,
}

impl Original {
    /// By how the bytes begin.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        photo::is_one(bytes).then_some(Self::Photo)
    }
}
