//! Workers, as lists and sentences name them.

use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::values::ids::WorkerId;

/// A worker by number and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub id: WorkerId,
    pub number: String,
    pub name: String,
}

impl FromRow for Who {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: columns.next()?, number: columns.next()?, name: columns.next()? })
    }
}
