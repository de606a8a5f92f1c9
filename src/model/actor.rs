//! Who does something.

use crate::values::ids::{FirmId, UserId, WorkerId};
use serde::{Deserialize, Serialize};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Actor {
    /// A coordinator, signed in.
    Coordinator { user: UserId },
    /// Somebody who helps the coordinator, signed in: hands work out and counts what comes in.
    Helper { user: UserId },
    /// A worker, on her phone.
    Worker { worker: WorkerId },
    /// A firm's clerk, signed in or by the link on a delivery note.
    Firm { firm: FirmId },
    /// The command line, on the workshop's own machine.
    Operator,
}
