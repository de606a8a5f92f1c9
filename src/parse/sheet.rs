//! A sheet of text cells, wherever it came from.

use super::columns::field_of;
use super::fault::Reason;
use super::field::Field;
use super::mapping::Mapping;
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

/// So many rows from its first on may stand above a sheet's row of headers.
const HEADER_WITHIN: usize = 30;

impl Sheet {
    /// Its row of headers: among the first rows the one in which most are known, or else the longest. A text file, which is a sheet without a name, begins with it.
    pub(crate) fn header(&self, fields: &[Field], mapping: &Mapping) -> u32 {
        let known = |cells: &Row| cells.values().filter(|text| field_of(text, fields, mapping).is_some()).count();
        let within = if self.name.is_empty() { 1 } else { HEADER_WITHIN };
        let rows = self.rows.iter().take(within).rev();
        rows.max_by_key(|(_, cells)| (known(cells), cells.len())).map_or(0, |(row, _)| *row)
    }

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
