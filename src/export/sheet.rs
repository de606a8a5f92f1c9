//! A list as CSV or as a workbook, for the one who pays from it or keeps it.

use super::as_text;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use rust_xlsxwriter::{Format, Workbook as Xlsx, XlsxError};

/// A cell of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Money(Fen),
    Count(Pieces),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A list: its heads, and rows of as many cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// As RFC 4180 has it, in UTF-8 with a byte order mark so that spreadsheets read Chinese; amounts are yuan.
    ///
    /// # Errors
    /// None that a list of texts and numbers could cause.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let out = "\u{feff}".as_bytes().to_vec();
        let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        csv.write_record(&self.heads)?;
        for row in &self.rows {
            csv.write_record(row.iter().map(|cell| match cell {
                Cell::Text(text) => as_text(text).into_owned(),
                Cell::Money(fen) => fen.to_string(),
                Cell::Count(pieces) => pieces.to_string(),
            }))?;
        }
        csv.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }

    /// As a workbook: texts stay texts, so nothing in them is run as a formula; amounts are numbers with two decimals.
    ///
    /// # Errors
    /// [`XlsxError`] when the library fails.
    pub fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut xlsx = Xlsx::new();
        let sheet = xlsx.add_worksheet();
        let (bold, money) = (Format::new().set_bold(), Format::new().set_num_format("0.00"));
        for (column, head) in (0..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (at, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Text(text) => sheet.write_string(at, column, text)?,
                    Cell::Money(fen) => sheet.write_number_with_format(at, column, number(&fen.to_string()), &money)?,
                    Cell::Count(pieces) => sheet.write_number(at, column, number(&pieces.to_string()))?,
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
        xlsx.save_to_buffer()
    }
}

/// A spreadsheet knows no other numbers than doubles, which hold every amount of ours exactly to two decimals.
fn number(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_like_formulas_stay_names_and_debts_stay_numbers() {
        let sheet = Sheet {
            heads: vec!["人".to_owned(), "元".to_owned()],
            rows: vec![vec!["=HYPERLINK(\"http://x\")".into(), Cell::Money(Fen(-1_250))]],
        };
        let csv = String::from_utf8(sheet.csv().expect("a list")).expect("text");
        assert_eq!(csv, "\u{feff}人,元\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-12.50\r\n");
        assert!(sheet.xlsx().expect("a workbook").starts_with(b"PK"));
    }
}
