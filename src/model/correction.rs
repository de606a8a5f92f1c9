//! Corrections 冲正.

use crate::values::ids::EventId;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// Undoes an event: its moves and transfers backwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correct {
    pub event: EventId,
    pub reason: Note,
}
