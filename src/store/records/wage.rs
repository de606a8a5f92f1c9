//! What rates are compared with: minimum wages and time studies.

use super::record::Record;
use crate::model::{MinimumWage, TimeStudy};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow};
use crate::store::table::Shape;

impl Record for MinimumWage {
    const TABLE: Shape = Shape { name: "minimum_wages", key: &["from_day"], rest: &["fen", "source"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        Ok((vec![self.from.into()], vec![self.fen.into(), (&self.source).into()]))
    }
}

impl FromRow for MinimumWage {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { from: columns.next()?, fen: columns.next()?, source: columns.next()? })
    }
}

impl Record for TimeStudy {
    const TABLE: Shape =
        Shape { name: "time_studies", key: &["style", "step", "day"], rest: &["pieces", "took", "rest", "note"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest = vec![self.pieces.into(), self.took.into(), self.rest.into(), (&self.note).into()];
        Ok((vec![self.style.into(), self.step.into(), self.day.into()], rest))
    }
}

impl FromRow for TimeStudy {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            style: columns.next()?,
            step: columns.next()?,
            day: columns.next()?,
            pieces: columns.next()?,
            took: columns.next()?,
            rest: columns.next()?,
            note: columns.next()?,
        })
    }
}
