//! What waits for a second coordinator, or did.

use super::actor::actor;
use super::record::Record;
use crate::model::{Closed, End, Proposal};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow};
use crate::store::table::Shape;
use crate::values::ids::EventId;

/// The state of one that waits.
const OPEN: &str = "open";

impl Record for Proposal {
    const TABLE: Shape = Shape {
        name: "proposals",
        key: &["id"],
        rest: &["asked", "actor", "actor_id", "on_day", "day", "state", "closed"],
    };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (by, by_id) = actor(self.by);
        let asked = serde_json::to_string(&self.asked)
            .map_err(|error| StoreError::BadRow { table: Self::TABLE.name.into(), what: error.to_string() })?;
        let rest = vec![
            asked.into(),
            by.into(),
            by_id.into(),
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
