//! A workbook in one of the forms that are read; only what is filled takes room.

use super::fault::Reason;
use super::sheet::{Merged, Rows};
use super::{limit, text, unpack};
use calamine::{Data, Dimensions, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsx};
use chrono::{Days, NaiveDate};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// In which form a workbook is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Parts of XML, packed: XLSX or ODS.
    Packed,
    /// Records in streams, as Excel kept them until 2007 and WPS still does; a workbook that is locked is packed so too.
    Streams,
}

impl Form {
    /// The form of a file that begins so, if it is one.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") {
            Some(Self::Packed)
        } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            Some(Self::Streams)
        } else {
            None
        }
    }
}

/// An open workbook.
pub(super) struct Workbook<'b> {
    book: Book<'b>,
    /// The sheets that a person sees when she opens it, in their order.
    pub shown: Vec<String>,
    /// The sheets that she does not see.
    pub hidden: Vec<String>,
    /// How many bytes of text may still be kept.
    text_left: usize,
}

type Bytes<'b> = Cursor<&'b [u8]>;

enum Book<'b> {
    Xlsx(Box<Xlsx<Bytes<'b>>>),
    Xls(Box<Xls<Bytes<'b>>>),
    Ods(Box<Ods<Bytes<'b>>>),
}

impl<'b> Workbook<'b> {
    /// Opens a workbook that stays within the limits.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Reason> {
        let (book, biggest) = match Form::of(bytes) {
            Some(Form::Streams) => (Book::Xls(Box::new(streams(bytes)?)), 0),
            Some(Form::Packed) | None => {
                let biggest = unpack::check(bytes)?;
                (packed(bytes)?, biggest)
            }
        };
        let sheets = book.sheets();
        let sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (shown, hidden): (Vec<_>, Vec<_>) = sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
        let names = |sheets: Vec<&Sheet>| sheets.iter().map(|sheet| sheet.name.clone()).collect();
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
            let mut kept = Kept { rows: Rows::new(), text_left: self.text_left };
            match &mut self.book {
                Book::Xlsx(book) => {
                    let from_1904 = book.has_1904_epoch();
                    // Cell by cell: the reader's own table of a sheet has room for every cell up to the last one, and one
                    // cell in the farthest corner would take all memory.
                    let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| broken())?;
                    while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
                        let value = Data::from(cell.get_value().clone());
                        kept.keep(cell.get_position(), text_of(&value, from_1904))?;
                    }
                }
                Book::Xls(book) => {
                    let from_1904 = book.has_1904_epoch();
                    let range = book.worksheet_range(sheet).map_err(|_| broken())?;
                    kept.keep_all(&range, from_1904)?;
                }
                Book::Ods(book) => {
                    let range = book.worksheet_range(sheet).map_err(|_| broken())?;
                    kept.keep_all(&range, false)?;
                }
            }
            self.text_left = kept.text_left;
            Ok(kept.rows)
        })
    }

    /// What is merged across several rows of a sheet; none where the file does not tell.
    pub fn merged(&mut self, sheet: &str) -> Vec<Merged> {
        let regions: Result<Vec<Dimensions>, Reason> = fenced(|| match &mut self.book {
            Book::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).map_err(|_| Reason::NotAWorkbook),
            Book::Xls(book) => book.merge_cells_by_sheet_name(sheet).map_err(|_| Reason::NotAWorkbook),
            Book::Ods(_) => Ok(Vec::new()),
        });
        let of_rows = |region: &Dimensions| region.start.0 < region.end.0;
        let of_columns = |region: Dimensions| {
            let ((first, left), (last, right)) = (region.start, region.end);
            (left..=right.min(limit::SHEET_COLUMNS)).map(move |column| Merged { column, first, last, left })
        };
        let regions = regions.unwrap_or_default().into_iter().filter(of_rows).take(limit::SHEET_ROWS);
        let mut merged: Vec<Merged> = regions.flat_map(of_columns).collect();
        merged.sort_unstable();
        merged
    }
}

/// A picture of a workbook, and where it stands.
pub(super) struct Placed {
    /// The name of its sheet, and its row there from 0; none where the file does not tell.
    pub at: Option<(String, u32)>,
    pub bytes: Vec<u8>,
}

impl Workbook<'_> {
    /// Its pictures, in the file's order.
    pub fn pictures(&self) -> Vec<Placed> {
        let anywhere = |all: Option<Vec<(String, Vec<u8>)>>| {
            all.unwrap_or_default().into_iter().map(|(_, bytes)| Placed { at: None, bytes }).collect()
        };
        let found: Result<Vec<Placed>, Reason> = fenced(|| {
            Ok(match &self.book {
                Book::Xlsx(book) => {
                    let placed = |found: calamine::Picture| Placed {
                        at: (!found.sheet_name.is_empty()).then_some((found.sheet_name, found.row)),
                        bytes: found.data,
                    };
                    book.pictures_with_metadata().into_iter().map(placed).collect()
                }
                Book::Xls(book) => anywhere(book.pictures()),
                Book::Ods(book) => anywhere(book.pictures()),
            })
        });
        found.unwrap_or_default()
    }
}

impl Book<'_> {
    fn sheets(&self) -> Vec<Sheet> {
        match self {
            Self::Xlsx(book) => book.sheets_metadata().to_vec(),
            Self::Xls(book) => book.sheets_metadata().to_vec(),
            Self::Ods(book) => book.sheets_metadata().to_vec(),
        }
    }
}

/// What a program of today or LibreOffice saved.
fn packed(bytes: &[u8]) -> Result<Book<'_>, Reason> {
    let is_ods = unpack::is_ods(bytes);
    fenced(|| match is_ods {
        true => Ods::new(Cursor::new(bytes)).map(|book| Book::Ods(Box::new(book))).map_err(|error| match error {
            calamine::OdsError::Password => Reason::LockedWorkbook,
            _ => Reason::NotAWorkbook,
        }),
        false => Xlsx::new(Cursor::new(bytes)).map(|book| Book::Xlsx(Box::new(book))).map_err(|_| Reason::NotAWorkbook),
    })
}

/// What an older program saved, or one that locked it.
fn streams(bytes: &[u8]) -> Result<Xls<Bytes<'_>>, Reason> {
    if bytes.len() > limit::UPLOAD_BYTES {
        return Err(Reason::TooBig { bytes: bytes.len(), limit: limit::UPLOAD_BYTES });
    }
    let locked = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect::<Vec<_>>();
    if bytes.windows(locked.len()).any(|here| here == locked) {
        return Err(Reason::LockedWorkbook);
    }
    fenced(|| {
        Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => Reason::LockedWorkbook,
            _ => Reason::NotAWorkbook,
        })
    })
}

/// Cells that are kept, and how many bytes of text may still be.
struct Kept {
    rows: Rows,
    text_left: usize,
}

impl Kept {
    fn keep(&mut self, (row, column): (u32, u32), text: Option<String>) -> Result<(), (u32, Reason)> {
        let Some(text) = text.filter(|_| column < limit::SHEET_COLUMNS) else { return Ok(()) };
        let Some(left) = self.text_left.checked_sub(text.len()) else {
            let limit = limit::WORKBOOK_TEXT_BYTES as u64;
            return Err((row.saturating_add(1), Reason::UnpacksTooBig { limit }));
        };
        self.text_left = left;
        self.rows.entry(row).or_default().insert(column, text);
        if self.rows.len() > limit::SHEET_ROWS {
            return Err((row.saturating_add(1), Reason::TooManyRows { limit: limit::SHEET_ROWS }));
        }
        Ok(())
    }

    fn keep_all(&mut self, range: &calamine::Range<Data>, from_1904: bool) -> Result<(), (u32, Reason)> {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = |from: u32, by: usize| from.saturating_add(u32::try_from(by).unwrap_or(u32::MAX));
            self.keep((place(top, row), place(left, column)), text_of(cell, from_1904))?;
        }
        Ok(())
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
fn text_of(cell: &Data, from_1904: bool) -> Option<String> {
    let text = match cell {
        Data::Empty => return None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => cut(text),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(text) => text.to_string().to_uppercase(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let days = moment.as_f64() + if from_1904 { 1462.0 } else { 0.0 };
            serial_day(days).map_or_else(|| number_text(moment.as_f64()), |day| day.to_string())
        }
        Data::DateTime(span) => number_text(span.as_f64()),
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
