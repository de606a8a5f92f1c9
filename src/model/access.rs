//! Changes of who may come in. That they were made stands in the journal; the secrets themselves are kept elsewhere, where they can be
//! forgotten.

use crate::values::ids::{FirmId, UserId, WorkerId};
use crate::values::text::Name;
use serde::{Deserialize, Serialize};

/// Changes somebody's access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum ChangeAccess {
    /// Gives a worker a new card: the old one and its PIN are worth nothing from then on.
    ReplaceCard { worker: WorkerId },
    /// Takes a worker's card away.
    EndCard { worker: WorkerId },
    /// She chose a PIN for a card that had none.
    ChoosePin { worker: WorkerId },
    /// Makes a firm's link, or another in place of it.
    MakeLink { firm: FirmId },
    /// Takes a firm's link away.
    EndLink { firm: FirmId },
    /// Takes the account of a coordinator or clerk away.
    EndAccount { account: Account },
    /// Lets a coordinator or clerk choose another password, by a link that works once.
    ResetPassword { account: Account },
}

/// Somebody's account, as it was called then: its row may not outlive it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub user: UserId,
    pub name: Name,
    /// The firm of a clerk; none for a coordinator.
    pub firm: Option<FirmId>,
}

impl ChangeAccess {
    /// What it is, in one word for machines.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ReplaceCard { .. } => "replace-card",
            Self::EndCard { .. } => "end-card",
            Self::ChoosePin { .. } => "choose-pin",
            Self::MakeLink { .. } => "make-link",
            Self::EndLink { .. } => "end-link",
            Self::EndAccount { .. } => "end-account",
            Self::ResetPassword { .. } => "reset-password",
        }
    }

    /// The worker whose card it is about.
    #[must_use]
    pub const fn worker(&self) -> Option<WorkerId> {
        match self {
            Self::ReplaceCard { worker } | Self::EndCard { worker } | Self::ChoosePin { worker } => Some(*worker),
            _ => None,
        }
    }

    /// The firm that it is about.
    #[must_use]
    pub const fn firm(&self) -> Option<FirmId> {
        match self {
            Self::MakeLink { firm } | Self::EndLink { firm } => Some(*firm),
            Self::EndAccount { account } | Self::ResetPassword { account } => account.firm,
            _ => None,
        }
    }
}
