//! How a worker is reached, and what the coordinator wants to remember of her.

use crate::values::ids::{EventId, WorkerId};
use crate::values::phone::Phone;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// What is noted of a worker 联系方式. Only coordinators see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDetails {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Her group 小组: a lane, a family, who brings work together.
    #[serde(default)]
    pub group: Note,
    #[serde(default)]
    pub remarks: Note,
}

/// What is noted of a worker, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub worker: WorkerId,
    /// The event that noted it.
    pub written: EventId,
    pub details: ContactDetails,
    /// What stood there before, for when this was a mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ContactDetails>,
}

/// Notes how a worker is reached, in place of what was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveContact {
    pub worker: WorkerId,
    #[serde(flatten)]
    pub details: ContactDetails,
}
