//! Whether a second coordinator is asked at all.

use serde::{Deserialize, Serialize};

/// Whether rates, corrections and payments wait for a second coordinator. One switch for all three: anyone who could set rates alone
/// could pay by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    pub on: bool,
}

/// Turns it on or off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetApproval {
    pub on: bool,
}
