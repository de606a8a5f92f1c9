//! A sheet of text cells, wherever it came from.

use super::fault::Reason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The cells of one row that have anything in them, by column, counted from 0.
pub(crate) type Row = BTreeMap<u32, String>;

/// The cells of one sheet that have anything in them: by row, counted from 0.
pub(crate) type Rows = BTreeMap<u32, Row>;

/// A sheet that a person sees when she opens the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    pub(crate) rows: Rows,
    /// What is merged across several rows, in order.
    pub(crate) merged: Vec<Merged>,
    /// Why its cells could not be read, and from which row on, from 1; 0 for all of it.
    pub(crate) broken: Option<(u32, Reason)>,
}

/// Cells of one column that are one: all say what the first cell of the merged region says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Merged {
    pub(crate) column: u32,
    /// The first and last row, from 0.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// The region's first column.
    pub(crate) left: u32,
}

impl Sheet {
    /// What a cell says: itself, or the first of those that it is merged with.
    pub(crate) fn cell(&self, row: u32, column: u32) -> Option<&str> {
        let own = |row: u32, column: u32| self.rows.get(&row).and_then(|cells| cells.get(&column)).map(String::as_str);
        own(row, column).or_else(|| {
            // They are in order, so that a sheet full of them takes no longer.
            let begun = self.merged.partition_point(|merged| (merged.column, merged.first) <= (column, row));
            let merged = self.merged.get(begun.checked_sub(1)?)?;
            let holds = merged.column == column && row <= merged.last;
            if holds { own(merged.first, merged.left) } else { None }
        })
    }
}
