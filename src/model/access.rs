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
    /// She chose a PIN: for a card that had none, or by a number that she was let have.
    ChoosePin { worker: WorkerId },
    /// Lets a worker who forgot her PIN choose another, by a number that works once and within minutes.
    AllowNewPin { worker: WorkerId },
    /// Her phones know her no more, and her sessions end; card and PIN stay.
    ForgetPhones { worker: WorkerId },
    /// Makes a firm's link, or another in place of it.
    MakeLink { firm: FirmId },
    /// Takes a firm's link away.
    EndLink { firm: FirmId },
    /// Takes the account of a coordinator, helper or clerk away.
    EndAccount { account: Account },
    /// Lets a coordinator, helper or clerk choose another password, by a link that works once.
    ResetPassword { account: Account },
}

/// Somebody's account, as it was called then: its row may not outlive it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub user: UserId,
    pub name: Name,
    #[serde(flatten)]
    pub role: Role,
}

/// What somebody with a password is to the workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "KeptRole", into = "KeptRole")]
pub enum Role {
    /// Runs it.
    Coordinator,
    /// Hands work out and counts, and sees no money.
    Helper,
    /// Works for that firm.
    Clerk(FirmId),
}

/// A role as it is written down. Before there were helpers, a firm was all that told one from another.
#[derive(Serialize, Deserialize)]
struct KeptRole {
    firm: Option<FirmId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    helper: bool,
}

impl Role {
    /// As it is kept: the firm of a clerk, and whether it is a helper.
    #[must_use]
    pub const fn kept(self) -> (Option<FirmId>, bool) {
        match self {
            Self::Coordinator => (None, false),
            Self::Helper => (None, true),
            Self::Clerk(firm) => (Some(firm), false),
        }
    }

    /// Of what is kept.
    #[must_use]
    pub const fn of(firm: Option<FirmId>, helper: bool) -> Self {
        match (firm, helper) {
            (Some(firm), _) => Self::Clerk(firm),
            (None, true) => Self::Helper,
            (None, false) => Self::Coordinator,
        }
    }

    /// The firm of a clerk.
    #[must_use]
    pub const fn firm(self) -> Option<FirmId> {
        self.kept().0
    }
}

impl From<KeptRole> for Role {
    fn from(kept: KeptRole) -> Self {
        Self::of(kept.firm, kept.helper)
    }
}

impl From<Role> for KeptRole {
    fn from(role: Role) -> Self {
        let (firm, helper) = role.kept();
        Self { firm, helper }
    }
}

impl ChangeAccess {
    /// What it is, in one word for machines.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ReplaceCard { .. } => "replace-card",
            Self::EndCard { .. } => "end-card",
            Self::ChoosePin { .. } => "choose-pin",
            Self::AllowNewPin { .. } => "allow-new-pin",
            Self::ForgetPhones { .. } => "forget-phones",
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
            Self::ReplaceCard { worker }
            | Self::EndCard { worker }
            | Self::ChoosePin { worker }
            | Self::AllowNewPin { worker }
            | Self::ForgetPhones { worker } => Some(*worker),
            _ => None,
        }
    }

    /// The firm that it is about.
    #[must_use]
    pub const fn firm(&self) -> Option<FirmId> {
        match self {
            Self::MakeLink { firm } | Self::EndLink { firm } => Some(*firm),
            Self::EndAccount { account } | Self::ResetPassword { account } => account.role.firm(),
            _ => None,
        }
    }
}
