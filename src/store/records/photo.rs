//! Which picture stands for what.

use super::record::Record;
use crate::model::{Photo, Pictured};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow};
use crate::store::table::Shape;

impl Record for Photo {
    const TABLE: Shape = Shape { name: "photos", key: &["kind", "thing", "step", "event_id"], rest: &["picture"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (kind, thing, step, event) = self.of.parts();
        let event = event.map(|event| event.to_string()).unwrap_or_default();
        Ok((vec![kind.into(), thing.into(), step.into(), event.into()], vec![self.picture.into()]))
    }
}

impl FromRow for Photo {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, thing, step, event): (String, i64, i64, String) = columns.next()?;
        // What is no event has an empty one; what is neither empty nor an id is nobody's.
        let id = if event.is_empty() { Some(None) } else { event.parse().ok().map(Some) };
        let of = id.and_then(|id| Pictured::of_parts(&kind, thing, step, id));
        let bad = || StoreError::BadRow { table: "photos".into(), what: format!("{kind} {thing} {step} {event}") };
        Ok(Self { of: of.ok_or_else(bad)?, picture: columns.next()? })
    }
}
