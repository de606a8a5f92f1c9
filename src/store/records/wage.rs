//! What rates are compared with: minimum wages and time studies.

use super::record::Record;
use crate::model::{MinimumWage, TimeStudy};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::from_row;
use crate::store::table::Shape;

impl Record for MinimumWage {
    const TABLE: Shape = Shape { name: "minimum_wages", key: &["from_day"], rest: &["fen", "source"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        Ok((vec![self.from.into()], vec![self.fen.into(), (&self.source).into()]))
    }
}

from_row!(MinimumWage { from, fen, source });

impl Record for TimeStudy {
    const TABLE: Shape =
        Shape { name: "time_studies", key: &["style", "step", "day"], rest: &["pieces", "took", "rest", "note"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest = vec![self.pieces.into(), self.took.into(), self.rest.into(), (&self.note).into()];
        Ok((vec![self.style.into(), self.step.into(), self.day.into()], rest))
    }
}

from_row!(TimeStudy { style, step, day, pieces, took, rest, note });
