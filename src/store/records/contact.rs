//! How workers are reached.

use super::record::Record;
use crate::model::{Contact, ContactDetails};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow};
use crate::store::table::Shape;
use crate::values::phone::Phone;

impl Record for Contact {
    const TABLE: Shape =
        Shape { name: "contacts", key: &["worker"], rest: &["written", "phone", "team", "remarks", "before"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let ContactDetails { phone, group, remarks } = &self.details;
        let before = self.before.as_ref().map(serde_json::to_string).transpose();
        let before =
            before.map_err(|error| StoreError::BadRow { table: Self::TABLE.name.into(), what: error.to_string() })?;
        let rest = vec![
            self.written.into(),
            phone.as_ref().map(ToString::to_string).into(),
            group.into(),
            remarks.into(),
            before.into(),
        ];
        Ok((vec![self.worker.into()], rest))
    }
}

impl FromRow for Contact {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            worker: columns.next()?,
            written: columns.next()?,
            details: columns.next()?,
            before: columns.optional_json()?,
        })
    }
}

impl FromRow for ContactDetails {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { phone: columns.next::<Option<Phone>>()?, group: columns.next()?, remarks: columns.next()? })
    }
}
