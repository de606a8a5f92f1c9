//! Which picture stands for what.

use super::record::Record;
use crate::model::{Photo, Pictured};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow};
use crate::store::table::Shape;

impl Record for Photo {
    const TABLE: Shape = Shape { name: "photos", key: &["kind", "thing", "step"], rest: &["picture"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (kind, thing, step) = self.of.parts();
        Ok((vec![kind.into(), thing.into(), step.into()], vec![self.picture.into()]))
    }
}

impl FromRow for Photo {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, thing, step): (String, i64, i64) = columns.next()?;
        let of = Pictured::of_parts(&kind, thing, step)
            .ok_or_else(|| StoreError::BadRow { table: "photos".into(), what: format!("{kind} {thing} {step}") })?;
        Ok(Self { of, picture: columns.next()? })
    }
}
