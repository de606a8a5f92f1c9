//! Who looks.

use super::Problem;
use crate::addresses::{self, Address};
use chrono::{DateTime, TimeDelta, Utc};
use ledger::store::Workshop;
use ledger::store::access::Holder;
use ledger::values::ids::{FirmId, Seq, UserId, WorkerId, WorkshopId};
use leptos::prelude::use_context;

/// How long a password or PIN that was given stands for the one who gave it. Who finds the screen open later must give it again
/// before anybody's access is changed.
const PROOF_LASTS: TimeDelta = TimeDelta::minutes(15);

/// A session's key in the database; not the secret that the browser holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SessionId(pub i64);

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    Coordinator {
        user: UserId,
        name: String,
    },
    /// Who helps a coordinator: hands out and counts, and sees no money.
    Helper {
        user: UserId,
        name: String,
    },
    Worker {
        worker: WorkerId,
        name: String,
    },
    /// A firm's clerk: by password, or by the firm's own link.
    Firm {
        firm: FirmId,
        name: String,
    },
}

impl Person {
    /// The page that is theirs.
    #[must_use]
    pub fn home(&self) -> Address {
        match self {
            Self::Coordinator { .. } => addresses::today(),
            Self::Helper { .. } => addresses::count(),
            Self::Worker { .. } => addresses::me(),
            Self::Firm { .. } => addresses::window(),
        }
    }

    /// What they are called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Coordinator { name, .. }
            | Self::Helper { name, .. }
            | Self::Worker { name, .. }
            | Self::Firm { name, .. } => name,
        }
    }
}

/// Who is signed in, of which workshop. The session layer provides it with the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub session: SessionId,
    pub workshop: Workshop,
    /// Whose session it is.
    pub holder: Holder,
    pub person: Person,
    /// Whether a worker gave her PIN a short while ago, so that pay may be shown. Always so for others.
    pub pay_open: bool,
    /// When a password or PIN was last given in this session.
    pub proved: DateTime<Utc>,
    /// The newest event of the workshop when the request came: what a page shows is no older.
    pub newest: Seq,
}

impl Viewer {
    /// Whether a password or PIN was given a short while ago. A firm's link has none, and nobody has one in a demo.
    #[must_use]
    pub fn is_proved(&self, now: DateTime<Utc>) -> bool {
        matches!(self.holder, Holder::Firm(_)) || self.workshop.demo || now < self.proved + PROOF_LASTS
    }

    /// Goes on only where that is so.
    ///
    /// # Errors
    /// [`Problem::ProofNeeded`]
    pub fn must_be_proved(&self, now: DateTime<Utc>) -> Result<(), Problem> {
        if self.is_proved(now) { Ok(()) } else { Err(Problem::ProofNeeded) }
    }
}

/// Whose a draft is, or what a device keeps, in a text.
#[must_use]
pub fn owner(workshop: WorkshopId, holder: Holder) -> String {
    format!("{workshop} {holder}")
}

/// Who is signed in, if anybody is.
#[must_use]
pub fn viewer() -> Option<Viewer> {
    use_context::<Viewer>()
}
