//! A trade firm's workbook: one sheet an order, as untidy as clerks leave them.
//!
//! Above the lines stand, in any place, a title with the firm's name, the order's number, the day on which it was placed
//! and the day on which it is due. Then comes a row of headers, the lines, perhaps a row that adds up, perhaps a note.

use super::fault::{Column, Faults, Position, Reason};
use super::field::Field;
use super::head::Found;
pub use super::lines::OrderLine;
use super::text::show;
use super::workbook::{Rows, Workbook};
use super::{Read, head, lines, value};
use crate::values::day::Day;
use crate::values::text::{Code, Name, Note};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const NEEDED: [Field; 3] = [Field::Style, Field::Pieces, Field::Price];

/// One good sheet: an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderSheet {
    /// The sheet's name.
    pub sheet: String,
    /// The firm, as the title calls it.
    pub firm: Name,
    /// The firm's number for the order.
    pub code: Code,
    pub placed: Day,
    pub due: Day,
    pub lines: Vec<OrderLine>,
    pub note: Note,
}

/// Reads a firm's workbook. Blank sheets are passed over; hidden ones too, and named in [`Read::unused`].
#[must_use]
pub fn read(bytes: &[u8]) -> Read<OrderSheet> {
    let mut book = match Workbook::open(bytes) {
        Ok(book) => book,
        Err(reason) => return Read::nothing(Faults::whole(reason)),
    };
    let mut read = Read::nothing(Faults::none());
    let mut seen = BTreeMap::new();
    for sheet in std::mem::take(&mut book.shown) {
        match book.rows(&sheet) {
            Ok(rows) if rows.is_empty() => {}
            Ok(rows) => {
                let known = read.faults.count();
                let order = order(&sheet, &rows, &mut read, &mut seen);
                read.rows.extend(order.filter(|_| read.faults.count() == known));
            }
            Err((line, reason)) => {
                let sheet = Some(show(&sheet));
                read.faults.push(Position { sheet, line, column: None }, reason);
            }
        }
    }
    if read.rows.is_empty() && read.faults.is_empty() {
        read.faults = Faults::whole(Reason::Empty);
    }
    read.unused.extend(book.hidden.iter().map(|sheet| show(sheet)));
    read
}

/// The orders seen so far, by firm and number: two firms may both call an order 1.
type Seen = BTreeMap<(Name, Code), Position>;

fn order(sheet: &str, rows: &Rows, read: &mut Read<OrderSheet>, seen: &mut Seen) -> Option<OrderSheet> {
    let shown = show(sheet);
    let (header, columns) = lines::header(rows);
    let wrong = columns.faults(&NEEDED);
    let readable = wrong.is_empty();
    for (column, reason) in wrong {
        read.faults.push(Position { sheet: Some(shown.clone()), line: header + 1, column }, reason);
    }
    read.unused
        .extend(columns.unused.iter().filter(|header| !read.unused.contains(header)).cloned().collect::<Vec<_>>());
    if !readable {
        return None;
    }
    let mut head = Head { sheet: &shown, rows, header, faults: &mut read.faults };
    let firm = head.read(Field::Firm, head::firm(rows, header), value::name);
    let code = head.labelled(Field::Order, value::code);
    let placed = head.labelled(Field::Placed, value::day);
    let due = head.labelled(Field::Due, value::day);
    if let (Some((firm, _)), Some((code, place))) = (&firm, &code) {
        let order = (firm.clone(), code.clone());
        if let Some(first) = seen.get(&order) {
            let (text, first) = (show(code.as_str()), Box::new(first.clone()));
            head.faults.push(place.clone(), Reason::TwiceInFile { text, first });
        }
        seen.entry(order).or_insert_with(|| place.clone());
    }
    if let (Some((placed, _)), Some((due, place))) = (&placed, &due)
        && due < placed
    {
        head.faults.push(place.clone(), Reason::DueBeforePlaced { placed: *placed, due: *due });
    }
    let body = lines::read(&shown, rows, header, &columns, &mut read.faults);
    Some(OrderSheet {
        sheet: sheet.to_owned(),
        firm: firm?.0,
        code: code?.0,
        placed: placed?.0,
        due: due?.0,
        lines: body.lines,
        note: body.note?,
    })
}

/// Reads what stands above the header row.
struct Head<'r> {
    sheet: &'r str,
    rows: &'r Rows,
    header: u32,
    faults: &'r mut Faults,
}

impl Head<'_> {
    fn labelled<T>(&mut self, field: Field, read: impl Fn(&str) -> Result<T, Reason>) -> Option<(T, Position)> {
        self.read(field, head::labelled(self.rows, self.header, field), read)
    }

    fn read<T>(
        &mut self,
        field: Field,
        found: Option<Found>,
        read: impl Fn(&str) -> Result<T, Reason>,
    ) -> Option<(T, Position)> {
        let sheet = Some(self.sheet.to_owned());
        let Some(Found { row, column, label, text }) = found else {
            self.faults.push(Position { sheet, line: 0, column: None }, Reason::NotFound { field });
            return None;
        };
        let place = Position { sheet, line: row + 1, column: Some(Column::at(column as usize, &label)) };
        match read(&text) {
            Ok(value) => Some((value, place)),
            Err(reason) => {
                self.faults.push(place, reason);
                None
            }
        }
    }
}
