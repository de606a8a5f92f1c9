//! A sheet of text cells, wherever it came from.

use super::fault::Reason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The cells of one sheet that have anything in them: by row, then column, both counted from 0.
pub(crate) type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

/// A sheet that a person sees when she opens the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    pub(crate) rows: Rows,
    /// What is merged across several rows.
    pub(crate) merged: Vec<Merged>,
    /// Why its cells could not be read, and from which row on, from 1; 0 for all of it.
    pub(crate) broken: Option<(u32, Reason)>,
}

/// Cells of several rows that are one: all say what the first one says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The first and last row, from 0.
    pub(crate) rows: (u32, u32),
    /// The first and last column, from 0.
    pub(crate) columns: (u32, u32),
}

impl Sheet {
    /// What a cell says: itself, or the first of those that it is merged with.
    pub(crate) fn cell(&self, row: u32, column: u32) -> Option<&str> {
        let own = |row: u32, column: u32| self.rows.get(&row).and_then(|cells| cells.get(&column)).map(String::as_str);
        own(row, column).or_else(|| {
            let within = |merged: &&Merged| {
                let ((first, last), (left, right)) = (merged.rows, merged.columns);
                (first..=last).contains(&row) && (left..=right).contains(&column)
            };
            let merged = self.merged.iter().find(within)?;
            own(merged.rows.0, merged.columns.0)
        })
    }
}
