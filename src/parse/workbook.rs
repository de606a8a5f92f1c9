//! An XLSX workbook as sheets of text cells; only what is filled takes room.

use super::fault::Reason;
use super::{limit, text, unpack};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An open workbook.
pub(super) struct Workbook<'b> {
    book: Xlsx<Cursor<&'b [u8]>>,
    /// The sheets that a person sees when she opens it, in their order.
    pub shown: Vec<String>,
    /// The sheets that she does not see.
    pub hidden: Vec<String>,
    /// How many bytes of text may still be kept.
    text_left: usize,
}

/// The cells of one sheet that have anything in them: by row, then column, both counted from 0.
pub(super) type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

impl<'b> Workbook<'b> {
    /// Opens a workbook that stays within the limits.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Reason> {
        let biggest = unpack::check(bytes)?;
        let book = fenced(|| Xlsx::new(Cursor::new(bytes)).map_err(|_| Reason::NotAWorkbook))?;
        let sheets = &book.sheets_metadata();
        let sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (shown, hidden): (Vec<_>, Vec<_>) = sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
        let names = |sheets: Vec<&calamine::Sheet>| sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let (shown, hidden): (Vec<String>, Vec<String>) = (names(shown), names(hidden));
        if shown.len() + hidden.len() > limit::SHEETS {
            return Err(Reason::TooManySheets { limit: limit::SHEETS });
        }
        if biggest * (shown.len() + hidden.len()) as u64 > limit::SHEETS_BYTES {
            return Err(Reason::UnpacksTooBig { limit: limit::SHEETS_BYTES });
        }
        Ok(Self { book, shown, hidden, text_left: limit::WORKBOOK_TEXT_BYTES })
    }

    /// The cells of a sheet.
    ///
    /// # Errors
    /// Why it cannot be read; the row from 1 where that is known, else 0.
    pub fn rows(&mut self, sheet: &str) -> Result<Rows, (u32, Reason)> {
        fenced(|| {
            let from_1904 = self.book.has_1904_epoch();
            // Cell by cell: the reader's own table of a sheet has room for every cell up to the last one, and one
            // cell in the farthest corner would take all memory.
            let mut cells = self.book.worksheet_cells_reader(sheet).map_err(|_| broken())?;
            let mut rows = Rows::new();
            while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
                let (row, column) = cell.get_position();
                let Some(text) = text_of(cell.get_value(), from_1904) else { continue };
                if column >= limit::SHEET_COLUMNS {
                    continue;
                }
                let Some(left) = self.text_left.checked_sub(text.len()) else {
                    let limit = limit::WORKBOOK_TEXT_BYTES as u64;
                    return Err((row.saturating_add(1), Reason::UnpacksTooBig { limit }));
                };
                self.text_left = left;
                rows.entry(row).or_default().insert(column, text);
                if rows.len() > limit::SHEET_ROWS {
                    return Err((row.saturating_add(1), Reason::TooManyRows { limit: limit::SHEET_ROWS }));
                }
            }
            Ok(rows)
        })
    }
}

fn broken() -> (u32, Reason) {
    (0, Reason::NotAWorkbook)
}

/// The reader of workbooks panics on a few broken ones (a cell that is named past the last column, in a build that
/// checks arithmetic): to us that is a broken workbook like any other.
fn fenced<T, E: From<Broken>>(read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Broken.into()))
}

struct Broken;

impl From<Broken> for Reason {
    fn from(_: Broken) -> Self {
        Self::NotAWorkbook
    }
}

impl From<Broken> for (u32, Reason) {
    fn from(_: Broken) -> Self {
        broken()
    }
}

/// What a cell says; `None` where it is blank.
fn text_of(cell: &DataRef<'_>, from_1904: bool) -> Option<String> {
    let text = match cell {
        DataRef::Empty => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cut(text),
        DataRef::SharedString(text) => cut(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(text) => text.to_string().to_uppercase(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let days = moment.as_f64() + if from_1904 { 1462.0 } else { 0.0 };
            serial_day(days).map_or_else(|| number_text(moment.as_f64()), |day| day.to_string())
        }
        DataRef::DateTime(span) => number_text(span.as_f64()),
    };
    (!text::tidy(&text).is_empty()).then_some(text)
}

fn cut(text: &str) -> String {
    text.chars().take(limit::CELL_CHARS).collect()
}

/// The shortest decimal text of a number of at most 15 digits, which is as many as spreadsheets keep and show. Money is
/// read from this text and never calculated in floats: a cell that shows 3.3 and holds 3.3000000000000003 says 3.3.
fn number_text(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().map_or_else(|_| number.to_string(), |shown| shown.to_string())
}

/// The day that spreadsheets count as so many days after 1899-12-30. Days before March 1900, where they count one day
/// that never was, are none to us; the time of the day is dropped.
pub(super) fn serial_day(days: f64) -> Option<NaiveDate> {
    if !(61.0..2_958_466.0).contains(&days) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_say_what_the_cell_shows() {
        let written = [700.0, 3.6, 1.1 * 3.0, 0.1 + 0.2, 1e15, -2.5, 1e300].map(number_text);
        assert_eq!(written[..6], ["700", "3.6", "3.3", "0.3", "1000000000000000", "-2.5"]);
        assert_eq!(written[6].len(), 301);
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(serial_day(46_266.0), day(2026, 9, 1));
        assert_eq!(serial_day(46_266.99), day(2026, 9, 1));
        assert_eq!(serial_day(61.0), day(1900, 3, 1));
        for none in [f64::NAN, f64::NEG_INFINITY, -1e300, 0.0, 60.0, 1e300, 2_958_466.0] {
            assert_eq!(serial_day(none), None);
        }
    }
}
