//! Who looks.

use crate::addresses::{self, Address};
use ledger::store::Workshop;
use ledger::store::access::Holder;
use ledger::values::ids::{FirmId, UserId, WorkerId};
use leptos::prelude::use_context;

/// A session's key in the database; not the secret that the browser holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionId(pub i64);

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    Coordinator {
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
            Self::Worker { .. } => addresses::me(),
            Self::Firm { .. } => addresses::window(),
        }
    }
}

/// Who is signed in, of which workshop. The session layer provides it with the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub session: SessionId,
    pub workshop: Workshop,
    pub person: Person,
    /// Whether a worker gave her PIN a short while ago, so that pay may be shown. Always so for others.
    pub pay_open: bool,
}

impl Viewer {
    /// Whose session it is. A clerk with an account stands for her firm.
    #[must_use]
    pub const fn holder(&self) -> Holder {
        match &self.person {
            Person::Coordinator { user, .. } => Holder::User(*user),
            Person::Worker { worker, .. } => Holder::Worker(*worker),
            Person::Firm { firm, .. } => Holder::Firm(*firm),
        }
    }
}

/// Who is signed in, if anybody is.
#[must_use]
pub fn viewer() -> Option<Viewer> {
    use_context::<Viewer>()
}
