//! What a worker makes: a step of a style.

use crate::store::StoreError;
use crate::values::ids::{StepNo, StyleId};
use sqlx::Row;
use sqlx::any::AnyRow;

/// A step of a style, by the names that people use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub style: StyleId,
    /// The style's name: the flower.
    pub flower: String,
    pub step_no: StepNo,
    /// The step's name.
    pub step: String,
}

impl Task {
    /// The columns that [`Task::read`] takes, of `styles AS s`, `issues AS i` and `steps AS st`.
    pub(super) const COLUMNS: &'static str = "s.id, s.name, i.step, st.name";

    /// The joins from `issues AS i` to the tables of [`Task::COLUMNS`], by way of `lines AS l`.
    pub(super) const JOINS: &'static str = "JOIN lines AS l ON l.workshop = i.workshop AND l.id = i.line \
         JOIN styles AS s ON s.workshop = l.workshop AND s.id = l.style \
         JOIN steps AS st ON st.workshop = l.workshop AND st.style = l.style AND st.no = i.step";

    /// Reads four columns from `first` on.
    pub(super) fn read(row: &AnyRow, first: usize) -> Result<Self, StoreError> {
        Ok(Self {
            style: StyleId(row.try_get(first)?),
            flower: row.try_get(first + 1)?,
            step_no: StepNo(row.try_get(first + 2)?),
            step: row.try_get(first + 3)?,
        })
    }
}
