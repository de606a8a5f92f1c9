//! All rows as a workbook. Its cells are texts and numbers by type, so nothing in them can be run as a formula.

use super::{Row, Side};
use rust_xlsxwriter::{Format, Workbook as Xlsx, Worksheet, XlsxError};

/// A sheet holds no more rows than this, its heading included.
const MOST_ROWS: u32 = 1_048_576;

/// A workbook in the making.
pub struct Workbook {
    xlsx: Xlsx,
    rows: u32,
}

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    #[error("a sheet holds no more than {MOST_ROWS} rows: export a shorter period, or CSV")]
    TooMany,
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
}

impl Workbook {
    /// A workbook with its heading.
    ///
    /// # Errors
    /// [`NotWritten::Xlsx`] when the library fails.
    pub fn new() -> Result<Self, NotWritten> {
        let mut xlsx = Xlsx::new();
        let sheet = xlsx.add_worksheet();
        let bold = Format::new().set_bold();
        for (column, name) in (0..).zip(Row::COLUMNS) {
            sheet.write_string_with_format(0, column, name, &bold)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(Self { xlsx, rows: 1 })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// [`NotWritten::TooMany`] beyond what a sheet holds.
    pub fn add(&mut self, row: &Row) -> Result<(), NotWritten> {
        if self.rows >= MOST_ROWS {
            return Err(NotWritten::TooMany);
        }
        let at = self.rows;
        self.rows += 1;
        let sheet: &mut Worksheet = self.xlsx.worksheet_from_index(0)?;
        sheet.write_number(at, 0, number(&row.event.to_string()))?;
        let side = match row.side {
            Side::Pieces => "pieces",
            Side::Yuan => "yuan",
        };
        let texts =
            [&row.id, &row.day, &row.entered, &row.by, row.kind, &row.undoes, side, row.purpose, &row.from, &row.to];
        for (column, text) in (1..).zip(texts) {
            sheet.write_string(at, column, text)?;
        }
        sheet.write_number(at, 11, number(&row.amount))?;
        sheet.write_string(at, 12, &row.note)?;
        Ok(())
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// [`NotWritten::Xlsx`] when the library fails.
    pub fn bytes(mut self) -> Result<Vec<u8>, NotWritten> {
        Ok(self.xlsx.save_to_buffer()?)
    }
}

/// A cell's number: a spreadsheet knows no other than doubles, which hold every amount of ours exactly to two decimals.
fn number(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}
