//! Reading the files that firms and notebooks come as: bytes in, rows with parsed values out, and every fault named by
//! line, column and reason. No database, no clock, no IO.
//!
//! | kind | of a text file | of a workbook |
//! |---|---|---|
//! | styles and rates | [`styles::read`] | [`styles::of_book`] |
//! | workers | [`workers::read`] | [`workers::of_book`] |
//! | a firm's orders | [`orders::of_text`] | [`orders::of_book`] |
//! | a paper notebook | [`notebook::read`] | [`notebook::of_book`] |
//!
//! A workbook is XLSX, XLS (which WPS calls ET) or ODS: [`book`].
//! CSV may be parted by commas, semicolons or tabs, in UTF-8 with or without a byte-order mark, in UTF-16 with one, or in
//! GB18030. Headers may stand in any order, in Chinese or English; every word that we know for them is in [`field`], for
//! the entries of a notebook in [`entry`]. Columns that we do not know are passed over and named in [`Read::unused`].

pub mod asked;
mod blocks;
pub mod book;
mod cells;
mod columns;
pub mod entry;
pub mod fault;
pub mod field;
mod formats;
mod head;
mod label;
pub mod limit;
mod lines;
pub mod mapping;
pub mod notebook;
pub mod orders;
pub mod original;
pub mod photo;
mod place;
pub mod reason;
mod row;
mod sheet;
pub mod sound;
pub mod styles;
mod sums;
mod table;
pub mod text;
mod unpack;
mod value;
mod workbook;
pub mod workers;

use cells::Cells;
use columns::Known;
use fault::{Faults, Position, Reason};
use field::Field;
use mapping::Mapping;
use std::convert::Infallible;

/// What was read of a file. Good rows stand here even where others are faulty, so that rules can name what they find wrong
/// in the same list; only a file without any fault may be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<T, P = Infallible> {
    /// The good rows, in the order of the file.
    pub rows: Vec<T>,
    /// What could be read of the faulty rows, where the kind of file keeps that; in the order of the file.
    pub partly: Vec<P>,
    /// All that is wrong.
    pub faults: Faults,
    /// Headers of columns, and names of hidden sheets, that were not used.
    pub unused: Vec<String>,
}

impl<T, P> Read<T, P> {
    /// A file of which nothing could be read.
    pub(crate) fn nothing(faults: Faults) -> Self {
        Self { rows: Vec::new(), partly: Vec::new(), faults, unused: Vec::new() }
    }
}

/// Reads the first sheet of a workbook as a CSV file would be; the others are named as not used.
fn of_first_sheet<T, P>(
    book: &book::Book,
    fields: &[Field],
    mapping: &Mapping,
    read: fn(&[u8], &Mapping) -> Read<T, P>,
) -> Read<T, P> {
    match book.text(fields, mapping) {
        Ok(text) => {
            let mut read = read(text.as_bytes(), mapping);
            read.unused.extend(book.others());
            read
        }
        Err(faults) => Read::nothing(faults),
    }
}

/// Reads a CSV file row by row.
fn csv_rows<T>(bytes: &[u8], known: &Known<'_>, mut each: impl FnMut(&mut Cells<'_>, &mut Vec<T>)) -> Read<T> {
    let text = match table::text_of(bytes) {
        Ok(text) => text,
        Err(faults) => return Read::nothing(faults),
    };
    let (mut table, columns) = match table::Table::open(&text, known) {
        Ok(opened) => opened,
        Err(faults) => return Read::nothing(faults),
    };
    let mut read = Read::nothing(Faults::none());
    while let Some((line, row)) = table.row() {
        let place = Position { line, ..Position::default() };
        let cells = match row {
            // A comma inside a number would push its tail into the next column: better no row than a wrong one.
            Ok(cells) if cells.len() > columns.width => {
                let reason = Reason::TooManyCells { cells: cells.len(), headers: columns.width };
                read.faults.push(place, reason);
                continue;
            }
            Ok(cells) => cells,
            Err(reason) => {
                let stop = matches!(reason, Reason::TooManyRows { .. });
                read.faults.push(place, reason);
                if stop {
                    break;
                }
                continue;
            }
        };
        let faults = &mut read.faults;
        each(&mut Cells { columns: &columns, sheet: None, line, cells: &cells, faults }, &mut read.rows);
    }
    read.unused = columns.unused;
    read
}

#[cfg(test)]
mod tests;
