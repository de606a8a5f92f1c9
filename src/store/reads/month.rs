//! Months, as sums by month name them.

use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::values::day::Day;

/// The first day of the month that a `SUBSTR(day, 1, 7)` is of.
pub(super) struct FirstOfMonth(pub Day);

impl FromRow for FirstOfMonth {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        columns.parse(|month| format!("{month}-01").parse()).map(Self)
    }
}
