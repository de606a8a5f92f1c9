//! Who did something, as two columns.

use crate::model::Actor;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::values::ids::{FirmId, UserId, WorkerId};

/// An actor as two columns.
pub const fn actor(actor: Actor) -> (&'static str, i64) {
    match actor {
        Actor::Coordinator { user } => ("coordinator", user.0),
        Actor::Helper { user } => ("helper", user.0),
        Actor::Worker { worker } => ("worker", worker.0),
        Actor::Firm { firm } => ("firm", firm.0),
        Actor::Operator => ("operator", 0),
    }
}

impl FromRow for Actor {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (actor, id): (String, i64) = columns.next()?;
        match (actor.as_str(), id) {
            ("coordinator", id) => Ok(Self::Coordinator { user: UserId(id) }),
            ("helper", id) => Ok(Self::Helper { user: UserId(id) }),
            ("worker", id) => Ok(Self::Worker { worker: WorkerId(id) }),
            ("firm", id) => Ok(Self::Firm { firm: FirmId(id) }),
            ("operator", 0) => Ok(Self::Operator),
            _ => Err(StoreError::BadRow { table: "actor".into(), what: format!("{actor} {id}") }),
        }
    }
}
