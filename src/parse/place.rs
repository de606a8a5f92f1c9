//! Where in a file something is, as a person finds it.

use super::text::show;
use serde::{Deserialize, Serialize};

/// Where in a file something is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// The sheet's name; `None` in a file that has no sheets, and for the file as a whole.
    pub sheet: Option<String>,
    /// The line of the file or row of the sheet, from 1; 0 for the whole of it.
    pub line: u32,
    /// The column, where one cell is at fault.
    pub column: Option<Column>,
}

/// A column, as a person finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its letter in a spreadsheet: `A`, `B` … `Z`, `AA` …
    pub letter: String,
    /// Its header, or the label of the value, as the file has it, made short and plain; empty where it has no header.
    pub header: String,
}

impl Column {
    /// The column that stands at `index`, counted from 0.
    #[must_use]
    pub fn at(index: usize, header: &str) -> Self {
        let mut letters = Vec::new();
        let mut rest = index;
        loop {
            letters.push(char::from(b'A' + (rest % 26) as u8));
            match (rest / 26).checked_sub(1) {
                Some(next) => rest = next,
                None => break,
            }
        }
        Self { letter: letters.into_iter().rev().collect(), header: show(header) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(|index| Column::at(index, "").letter);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
