//! A deed, with places in lists instead of ids.

use crate::forecast::past::DeedKind;

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub day: i64,
    pub kind: DeedKind,
    /// None for what happens in the pools.
    pub woman: Option<usize>,
    pub spot: usize,
    /// At least 1.
    pub pieces: i64,
}
