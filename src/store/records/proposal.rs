//! What waits for a second coordinator, or did.

use super::record::Record;
use crate::model::{Actor, Closed, End, Proposal};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::post::actor;
use crate::store::table::{Cell, Shape};
use crate::values::ids::{EventId, FirmId, UserId, WorkerId};

/// The state of one that waits.
const OPEN: &str = "open";

impl Record for Proposal {
    const TABLE: Shape = Shape {
        name: "proposals",
        key: &["id"],
        rest: &["asked", "actor", "actor_id", "on_day", "day", "state", "closed"],
    };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (actor, actor_id) = actor(self.by);
        let asked = serde_json::to_string(&self.asked)
            .map_err(|error| StoreError::BadRow { table: Self::TABLE.name.into(), what: error.to_string() })?;
        let rest = vec![
            asked.into(),
            actor.into(),
            actor_id.into(),
            self.on.into(),
            self.day.into(),
            self.closed.map_or(OPEN, |closed| closed.end.code()).into(),
            self.closed.map(|closed| closed.event).into(),
        ];
        Ok((vec![self.id.into()], rest))
    }
}

impl FromRow for Proposal {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.next()?,
            asked: columns.json()?,
            by: columns.next()?,
            on: columns.next()?,
            day: columns.next()?,
            closed: closed(columns)?,
        })
    }
}

fn closed(columns: &mut Columns<'_>) -> Result<Option<Closed>, StoreError> {
    let (state, event): (String, Option<EventId>) = columns.next()?;
    match (End::of_code(&state), event) {
        (Some(end), Some(event)) => Ok(Some(Closed { end, event })),
        (None, None) if state == OPEN => Ok(None),
        (_, event) => Err(StoreError::BadRow { table: "proposals".into(), what: format!("{state} {event:?}") }),
    }
}

impl FromRow for Actor {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (actor, id): (String, i64) = columns.next()?;
        match (actor.as_str(), id) {
            ("coordinator", id) => Ok(Self::Coordinator { user: UserId(id) }),
            ("worker", id) => Ok(Self::Worker { worker: WorkerId(id) }),
            ("firm", id) => Ok(Self::Firm { firm: FirmId(id) }),
            ("operator", 0) => Ok(Self::Operator),
            _ => Err(StoreError::BadRow { table: "actor".into(), what: format!("{actor} {id}") }),
        }
    }
}
