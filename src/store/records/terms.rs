//! The workshop's terms.

use super::record::Record;
use crate::model::{RepairPay, Terms};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow};
use crate::store::table::Shape;
use crate::values::phone::Phone;

impl Record for Terms {
    const TABLE: Shape = Shape { name: "terms", key: &["from_day"], rest: &["share_shown", "repair", "phone"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        Ok((
            vec![self.from.into()],
            vec![
                self.share_shown.into(),
                self.repair.code().into(),
                self.phone.as_ref().map(ToString::to_string).into(),
            ],
        ))
    }
}

impl FromRow for Terms {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            from: columns.next()?,
            share_shown: columns.next()?,
            repair: columns.code(RepairPay::of_code)?,
            phone: columns.next::<Option<Phone>>()?,
        })
    }
}
