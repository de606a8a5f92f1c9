//! Issues, and hand-ins as workers declared them.

use super::record::Record;
use crate::model::{HandIn, Issue};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::from_row;
use crate::store::table::Shape;

impl Record for Issue {
    const TABLE: Shape =
        Shape { name: "issues", key: &["id"], rest: &["line", "step", "worker", "pieces", "rate", "day", "repairs"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest = vec![
            self.line.into(),
            self.step.into(),
            self.worker.into(),
            self.pieces.into(),
            self.rate.into(),
            self.day.into(),
            self.repairs.into(),
        ];
        Ok((vec![self.id.into()], rest))
    }
}

from_row!(Issue { id, line, step, worker, pieces, rate, day, repairs });

impl Record for HandIn {
    const TABLE: Shape =
        Shape { name: "hand_ins", key: &["id"], rest: &["issue", "worker", "pieces", "day", "counted"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest =
            vec![self.issue.into(), self.worker.into(), self.pieces.into(), self.day.into(), self.counted.into()];
        Ok((vec![self.id.into()], rest))
    }
}

from_row!(HandIn { id, issue, worker, pieces, day, counted });
