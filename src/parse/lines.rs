//! The lines of an order's sheet, from the row of headers down to the note.

use super::cells::Cells;
use super::columns::{Columns, field_of};
use super::fault::{Faults, Position, Reason};
use super::field::Field;
use super::mapping::Mapping;
use super::row::{dense, filled, repeat};
use super::sheet::{Row, Sheet};
use super::sums::{Sum, check_total, sum_of};
use super::text::{narrow, show, tidy};
use super::value;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Name, Note, Variant};
use std::collections::BTreeMap;

const FIELDS: [Field; 14] = [
    Field::Style,
    Field::StyleName,
    Field::Variant,
    Field::Pieces,
    Field::Unit,
    Field::Price,
    Field::Pack,
    Field::Note,
    Field::Firm,
    Field::Order,
    Field::Placed,
    Field::Due,
    Field::Row,
    Field::Picture,
];
/// What only a line says: the others may stand above the lines, too.
const OF_LINES: [Field; 6] = [Field::Style, Field::StyleName, Field::Variant, Field::Pieces, Field::Price, Field::Pack];
/// The row of headers is among so many filled rows.
const HEADER_WITHIN: usize = 30;

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// Its row in the sheet, from 1.
    pub row: u32,
    pub style: Code,
    /// The style's name as the firm writes it, if it does.
    pub name: Option<Name>,
    pub variant: Variant,
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
pub(super) fn header<'r>(rows: impl Iterator<Item = (&'r u32, &'r Row)>, mapping: &Mapping) -> (u32, Columns) {
    let mut nearest = (0, Columns::find(&[], &FIELDS, mapping));
    for (&row, cells) in rows.take(HEADER_WITHIN) {
        let columns = columns(cells, mapping);
        if is_header(cells, mapping) {
            return (row, columns);
        }
        let nearness = |columns: &Columns| (columns.count(&OF_LINES), columns.unused.len());
        if nearness(&columns) > nearness(&nearest.1) {
            nearest = (row, columns);
        }
    }
    nearest
}

/// The columns of a row of headers.
pub(super) fn columns(header: &Row, mapping: &Mapping) -> Columns {
    Columns::find(&dense(header), &FIELDS, mapping)
}

/// Whether a row is the headers of an order's lines: a sheet may hold several orders, one below the other.
pub(super) fn is_header(cells: &Row, mapping: &Mapping) -> bool {
    let mut needed = vec![Field::Style, Field::Pieces];
    for text in cells.values() {
        let field = field_of(text, &FIELDS, mapping);
        needed.retain(|needed| Some(*needed) != field);
    }
    needed.is_empty()
}

/// The last row before another that is a line, a sum or a remark below them: what follows belongs to the next order.
pub(super) fn last_row(sheet: &Sheet, header: u32, columns: &Columns, before: u32) -> u32 {
    let of_order = |row: u32, cells: &Row| {
        let dense = filled(sheet, row, cells, columns);
        let is_there = |field| {
            let index = columns.get(field).map(|(index, _)| index);
            index.and_then(|index| dense.get(index)).is_some_and(|text| !tidy(text).is_empty())
        };
        let pieces = columns.get(Field::Pieces).and_then(|(index, _)| dense.get(index));
        let counts = pieces.is_some_and(|text| value::pieces(text).is_ok());
        let sums = dense.iter().any(|text| {
            let begins = narrow(text);
            Field::Total.is_called(begins.split(':').next().unwrap_or_default())
        });
        is_there(Field::Style) && counts || sums || note_alone(&dense).is_some()
    };
    let rows = sheet.rows.range(header + 1..before);
    rows.filter(|(row, cells)| of_order(**row, cells)).map(|(row, _)| *row).next_back().unwrap_or(header)
}

/// Reads the rows that are of an order, checks those that add up its lines, and gathers the note.
pub(super) fn read(
    sheet: &Sheet,
    name: Option<&str>,
    (header, rows): (u32, &[u32]),
    columns: &Columns,
    faults: &mut Faults,
) -> Body {
    let mut lines: Vec<OrderLine> = Vec::new();
    let mut styles: BTreeMap<(Code, String), Position> = BTreeMap::new();
    let mut notes: Vec<String> = Vec::new();
    let mut note_row = header;
    let (mut all, mut some, mut any) = (Some(0), Some(0), false);
    // Below a sum: of some lines, or of all.
    let (mut summed, mut ended) = (false, false);
    let mut above: Vec<String> = Vec::new();
    for (&row, own) in rows.iter().filter_map(|row| sheet.rows.get_key_value(row)) {
        let mut dense = filled(sheet, row, own, columns);
        repeat(&mut dense, &above, columns);
        let mut cells = Cells { columns, sheet: name, line: row + 1, cells: &dense, faults };
        let is_line = !cells.is_blank(Field::Style) && !cells.is_blank(Field::Pieces);
        if let Some(sum) = sum_of(&cells).filter(|_| !ended) {
            match sum {
                Sum::OfAll(stated) => {
                    (summed, ended) = (true, true);
                    check_total(&mut cells, &stated, all);
                }
                Sum::Of(stated) => {
                    summed = true;
                    check_total(&mut cells, &stated, some);
                    some = Some(0);
                }
            }
        } else if let Some(note) = note_alone(&dense).filter(|_| !is_line) {
            notes.push(note);
            note_row = row;
        } else if summed && !is_line {
            notes.extend(dense.iter().map(|text| tidy(text)).filter(|text| !text.is_empty()));
            note_row = row;
        } else {
            if ended {
                let place = cells.row();
                cells.faults.push(place, Reason::LineBelowTotal);
            }
            (any, summed) = (true, ended);
            let pieces = line(&mut cells, &mut styles, &mut lines);
            let add = |sum: Option<i64>| sum.zip(pieces).map(|(sum, pieces)| sum + pieces.0);
            (all, some) = (add(all), add(some));
            above = dense.iter().map(|text| (*text).to_owned()).collect();
        }
    }
    let place = |row: u32| Position { sheet: name.map(str::to_owned), line: row + 1, column: None };
    if !any {
        faults.push(place(header), Reason::NoLines);
    }
    let note = value::note(&notes.join("；")).map_err(|reason| faults.push(place(note_row), reason)).ok();
    Body { lines, note }
}

/// Reads a line onto the others; its pieces, if they could be read.
fn line(
    cells: &mut Cells<'_>,
    styles: &mut BTreeMap<(Code, String), Position>,
    lines: &mut Vec<OrderLine>,
) -> Option<Pieces> {
    let style = cells.needed(Field::Style, value::code);
    let name = cells.optional(Field::StyleName, value::name);
    let variant = cells.variant();
    let pieces = cells.needed(Field::Pieces, value::pieces);
    let unit = cells.read(Field::Unit, value::unit);
    let price = cells.needed(Field::Price, value::yuan);
    let pack = cells.optional(Field::Pack, value::pieces);
    let note = cells.read(Field::Note, value::note);
    if let (Some(style), Some(variant)) = (&style, &variant) {
        let key = (style.clone(), variant.as_str().to_lowercase());
        if let Some(first) = styles.get(&key) {
            let (text, first) = (show(&variant.behind(style.as_str())), Box::new(first.clone()));
            cells.fault(Field::Style, Reason::TwiceInFile { text, first });
        } else {
            styles.insert(key, cells.place(Field::Style));
        }
    }
    if let (Some(style), Some(name), Some(variant), Some(count), Some(()), Some(price), Some(pack), Some(note)) =
        (style, name, variant, pieces, unit, price, pack, note)
    {
        let pack = pack.unwrap_or(Pieces(1));
        lines.push(OrderLine { row: cells.line, style, name, variant, pieces: count, price, pack, note });
    }
    pieces
}

/// A row with one filled cell that begins as remarks do, 说明：…
fn note_alone(cells: &[&str]) -> Option<String> {
    let mut filled = cells.iter().map(|text| tidy(text)).filter(|text| !text.is_empty());
    let text = filled.next().filter(|_| filled.next().is_none())?;
    let (label, rest) = text.split_once([':', '：'])?;
    Field::Note.is_called(label).then(|| tidy(rest))
}
