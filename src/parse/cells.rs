//! One row's cells, asked for by what they are; every cell that cannot be read leaves a fault.

use super::columns::Columns;
use super::fault::{Faults, Position, Reason};
use super::field::Field;
use super::text::{show, tidy};
use super::value::{is_sheet_error, variant};
use crate::values::text::Variant;

/// One row of a file or sheet.
pub(super) struct Cells<'r> {
    pub columns: &'r Columns,
    pub sheet: Option<&'r str>,
    /// The line of the file or row of the sheet, from 1.
    pub line: u32,
    pub cells: &'r [&'r str],
    pub faults: &'r mut Faults,
}

impl Cells<'_> {
    /// What stands in a field's cell; empty where it is blank or there is no such column.
    pub fn text(&self, field: Field) -> &str {
        let index = self.columns.get(field).map(|(index, _)| index);
        index.and_then(|index| self.cells.get(index)).copied().unwrap_or_default()
    }

    /// What stands in all of a field's cells, with a space between.
    pub fn joined(&self, field: Field) -> String {
        let texts = self.columns.all(field).filter_map(|index| self.cells.get(index)).map(|text| tidy(text));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether nothing stands there.
    pub fn is_blank(&self, field: Field) -> bool {
        tidy(self.text(field)).is_empty()
    }

    /// Where the row is.
    pub fn row(&self) -> Position {
        Position { sheet: self.sheet.map(str::to_owned), line: self.line, column: None }
    }

    /// Where a field's cell is.
    pub fn place(&self, field: Field) -> Position {
        Position { column: self.columns.get(field).map(|(_, column)| column.clone()), ..self.row() }
    }

    /// Notes a fault of a field's cell.
    pub fn fault(&mut self, field: Field, reason: Reason) {
        let place = self.place(field);
        self.faults.push(place, reason);
    }

    /// A cell that must be there; `None` after a fault.
    pub fn needed<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
        if self.is_blank(field) {
            self.fault(field, Reason::MissingValue);
            return None;
        }
        self.read(field, read)
    }

    /// A cell that may be blank; `None` after a fault.
    pub fn optional<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<Option<T>> {
        if self.is_blank(field) { Some(None) } else { self.read(field, read).map(Some) }
    }

    /// A cell whose blank means something by itself, an empty note or no days off; `None` after a fault.
    pub fn read<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
        let text = self.text(field);
        let value = if is_sheet_error(text) { Err(Reason::SheetError { text: show(text) }) } else { read(text) };
        value.map_err(|reason| self.fault(field, reason)).ok()
    }

    /// What tells lines of one style apart, out of one column or several; empty where there is nothing, `None` after a fault.
    pub fn variant(&mut self) -> Option<Variant> {
        let text = self.joined(Field::Variant);
        let value = if is_sheet_error(&text) { Err(Reason::SheetError { text: show(&text) }) } else { variant(&text) };
        value.map_err(|reason| self.fault(Field::Variant, reason)).ok()
    }

    /// A cell that must be blank, because the entry is what it is; whether it was.
    pub fn unwanted(&mut self, field: Field, entry: &str) -> bool {
        let blank = self.is_blank(field);
        if !blank {
            let text = show(&tidy(self.text(field)));
            self.fault(field, Reason::NotWanted { entry: entry.to_owned(), text });
        }
        blank
    }
}
