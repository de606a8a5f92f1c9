//! Pay slips.

use super::record::Record;
use crate::model::{Slip, Tally};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::table::Shape;
use crate::values::money::Fen;

impl Record for Slip {
    const TABLE: Shape = Shape {
        name: "slips",
        key: &["worker", "until_day"],
        rest: &["from_day", "carried", "earned", "bonus", "deducted", "advanced", "paid", "settled", "owed"],
    };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let Tally { earned, bonus, deducted, advanced, paid } = self.tally;
        let rest = vec![
            self.from.into(),
            self.carried.into(),
            earned.into(),
            bonus.into(),
            deducted.into(),
            advanced.into(),
            paid.into(),
            self.settled.into(),
            self.owed().into(),
        ];
        Ok((vec![self.worker.into(), self.until.into()], rest))
    }
}

impl FromRow for Slip {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let slip = Self {
            worker: columns.next()?,
            until: columns.next()?,
            from: columns.next()?,
            carried: columns.next()?,
            tally: columns.next()?,
            settled: columns.next()?,
        };
        // It is kept beside them, and so it can be wrong.
        if columns.next::<Fen>()? == slip.owed() {
            Ok(slip)
        } else {
            Err(StoreError::BadRow { table: "slips".into(), what: format!("what worker {} was owed", slip.worker) })
        }
    }
}

from_row!(Tally { earned, bonus, deducted, advanced, paid });
