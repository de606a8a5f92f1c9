//! The lines of an order's sheet, from the row of headers down to the note.

use super::cells::Cells;
use super::columns::Columns;
use super::fault::{Faults, Position, Reason};
use super::field::Field;
use super::text::{narrow, show, tidy};
use super::value;
use super::workbook::Rows;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Name, Note};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const FIELDS: [Field; 7] =
    [Field::Style, Field::StyleName, Field::Pieces, Field::Price, Field::Pack, Field::Note, Field::Row];
/// The row of headers is among so many filled rows.
const HEADER_WITHIN: usize = 30;

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// Its row in the sheet, from 1.
    pub row: u32,
    pub style: Code,
    /// The style's name as the firm writes it, if it does.
    pub name: Option<Name>,
    pub pieces: Pieces,
    /// What the firm pays for a piece.
    pub price: Fen,
    /// Pieces in a pack; 1 where the sheet says nothing.
    pub pack: Pieces,
    pub note: Note,
}

/// What stands below the headers.
pub(super) struct Body {
    pub lines: Vec<OrderLine>,
    /// What is written below the lines; `None` after a fault.
    pub note: Option<Note>,
}

/// The row of headers: the first that names a style and a quantity. Where there is none, the row that comes nearest.
pub(super) fn header(rows: &Rows) -> (u32, Columns) {
    let mut nearest = (0, Columns::find(&[], &FIELDS));
    for (&row, cells) in rows.iter().take(HEADER_WITHIN) {
        let columns = Columns::find(&dense(cells), &FIELDS);
        if columns.get(Field::Style).is_some() && columns.get(Field::Pieces).is_some() {
            return (row, columns);
        }
        if (columns.count(), columns.unused.len()) > (nearest.1.count(), nearest.1.unused.len()) {
            nearest = (row, columns);
        }
    }
    nearest
}

/// Reads the lines, checks the row that adds them up, and gathers the note.
pub(super) fn read(sheet: &str, rows: &Rows, header: u32, columns: &Columns, faults: &mut Faults) -> Body {
    let mut lines: Vec<OrderLine> = Vec::new();
    let mut styles: BTreeMap<Code, Position> = BTreeMap::new();
    let mut notes: Vec<String> = Vec::new();
    let mut note_row = header;
    let (mut sum, mut any, mut ended) = (Some(0), false, false);
    for (&row, cells) in rows.range(header + 1..) {
        let dense = dense(cells);
        let mut cells = Cells { columns, sheet: Some(sheet), line: row + 1, cells: &dense, faults };
        let is_line = !cells.is_blank(Field::Style) && !cells.is_blank(Field::Pieces);
        if let Some(stated) = total(&cells).filter(|_| !ended) {
            ended = true;
            check_total(&mut cells, &stated, sum);
        } else if let Some(note) = note_alone(&dense).filter(|_| !is_line) {
            notes.push(note);
            note_row = row;
        } else if ended && !is_line {
            notes.extend(dense.iter().map(|text| tidy(text)).filter(|text| !text.is_empty()));
            note_row = row;
        } else {
            if ended {
                let place = cells.row();
                cells.faults.push(place, Reason::LineBelowTotal);
            }
            any = true;
            let pieces = line(&mut cells, &mut styles, &mut lines);
            sum = sum.zip(pieces).map(|(sum, pieces)| sum + pieces.0);
        }
    }
    let place = |row: u32| Position { sheet: Some(sheet.to_owned()), line: row + 1, column: None };
    if !any {
        faults.push(place(header), Reason::NoLines);
    }
    let note = value::note(&notes.join("；")).map_err(|reason| faults.push(place(note_row), reason)).ok();
    Body { lines, note }
}

/// Reads a line onto the others; its pieces, if they could be read.
fn line(cells: &mut Cells<'_>, styles: &mut BTreeMap<Code, Position>, lines: &mut Vec<OrderLine>) -> Option<Pieces> {
    let style = cells.needed(Field::Style, value::code);
    let name = cells.optional(Field::StyleName, value::name);
    let pieces = cells.needed(Field::Pieces, value::pieces);
    let price = cells.needed(Field::Price, value::yuan);
    let pack = cells.optional(Field::Pack, value::pieces);
    let note = cells.read(Field::Note, value::note);
    if let Some(style) = &style {
        if let Some(first) = styles.get(style) {
            let (text, first) = (show(style.as_str()), Box::new(first.clone()));
            cells.fault(Field::Style, Reason::TwiceInFile { text, first });
        } else {
            styles.insert(style.clone(), cells.place(Field::Style));
        }
    }
    if let (Some(style), Some(name), Some(count), Some(price), Some(pack), Some(note)) =
        (style, name, pieces, price, pack, note)
    {
        let pack = pack.unwrap_or(Pieces(1));
        lines.push(OrderLine { row: cells.line, style, name, pieces: count, price, pack, note });
    }
    pieces
}

/// What a row says that the lines add up to, if it is the row that does so; empty where it says nothing.
fn total(cells: &Cells<'_>) -> Option<String> {
    let stated = cells.text(Field::Pieces).to_owned();
    cells.cells.iter().find_map(|text| {
        if Field::Total.is_called(text) {
            return Some(stated.clone());
        }
        // 合计：1,030 in one cell.
        let stated = narrow(text);
        let (label, rest) = stated.split_once(':')?;
        Field::Total.is_called(label).then(|| if tidy(&stated).is_empty() { rest.to_owned() } else { stated.clone() })
    })
}

fn check_total(cells: &mut Cells<'_>, stated: &str, sum: Option<i64>) {
    // A total of lines that could not be read says nothing.
    let Some(sum) = sum.filter(|_| !tidy(stated).is_empty()) else { return };
    match value::total(stated) {
        Ok(stated) if stated == sum => {}
        Ok(stated) => cells.fault(Field::Pieces, Reason::TotalDiffers { stated, sum }),
        Err(reason) => cells.fault(Field::Pieces, reason),
    }
}

/// A row with one filled cell that begins as remarks do, 说明：…
fn note_alone(cells: &[&str]) -> Option<String> {
    let mut filled = cells.iter().map(|text| tidy(text)).filter(|text| !text.is_empty());
    let text = filled.next().filter(|_| filled.next().is_none())?;
    let (label, rest) = text.split_once([':', '：'])?;
    Field::Note.is_called(label).then(|| tidy(rest))
}

/// A row's cells from the first column on, blanks included.
fn dense(cells: &BTreeMap<u32, String>) -> Vec<&str> {
    let width = cells.keys().next_back().map_or(0, |last| *last as usize + 1);
    let mut dense = vec![""; width];
    for (column, text) in cells {
        if let Some(cell) = dense.get_mut(*column as usize) {
            *cell = text;
        }
    }
    dense
}
