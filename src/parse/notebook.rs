//! A coordinator's paper notebook, as CSV: one row a thing that happened.

use super::book::Book;
use super::cells::Cells;
use super::columns::Known;
use super::entry::{Deed, EntryKind, MoneyKind};
use super::fault::{Faults, Reason};
use super::field::Field;
use super::mapping::Mapping;
use super::text::{show, tidy};
use super::{Read, csv_rows, value};
use crate::values::day::Day;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Note, Variant};

/// What its columns can be.
pub(crate) const FIELDS: [Field; 11] = [
    Field::Day,
    Field::Worker,
    Field::Order,
    Field::Style,
    Field::Variant,
    Field::Step,
    Field::Entry,
    Field::Pieces,
    Field::Yuan,
    Field::Note,
    Field::Row,
];
/// Those that it needs.
pub(crate) const NEEDED: [Field; 8] =
    [Field::Day, Field::Worker, Field::Order, Field::Style, Field::Step, Field::Entry, Field::Pieces, Field::Yuan];

/// One good row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotebookRow {
    /// Its line in the file, from 1.
    pub line: u32,
    pub day: Day,
    pub entry: NotebookEntry,
    /// Which line of the order, where it has several of the style.
    pub variant: Variant,
    pub note: Note,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotebookEntry {
    /// To pieces in a worker's hands.
    Work { deed: Deed, worker: Code, spot: Spot, pieces: Pieces },
    /// 补做: so many spoiled pieces are made again. It begins at the first step, so the step may be left out; the worker
    /// is only remarked.
    Replaced { worker: Option<Code>, order: Code, style: Code, step: Option<Code>, pieces: Pieces },
    /// Between a worker and the workshop.
    Money { kind: MoneyKind, worker: Code, amount: Fen },
}

impl NotebookEntry {
    /// What kind of entry it is.
    #[must_use]
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Work { deed, .. } => EntryKind::Work(*deed),
            Self::Replaced { .. } => EntryKind::Replaced,
            Self::Money { kind, .. } => EntryKind::Money(*kind),
        }
    }
}

/// A step of a style in an order, as the row names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub order: Code,
    pub style: Code,
    pub step: Code,
}

/// What could be read of a faulty row: enough to tell that a shortage further down merely follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartlyRow {
    /// Its line in the file, from 1.
    pub line: u32,
    pub day: Option<Day>,
    pub worker: Option<Code>,
    pub order: Option<Code>,
    pub style: Option<Code>,
    pub variant: Variant,
    pub step: Option<Code>,
    pub entry: Option<EntryKind>,
    pub pieces: Option<Pieces>,
    pub amount: Option<Fen>,
}

/// Reads one from the first sheet of a workbook.
#[must_use]
pub fn of_book(book: &Book, mapping: &Mapping) -> Read<NotebookRow, PartlyRow> {
    super::of_first_sheet(book, &FIELDS, mapping, read_named)
}

/// Reads a notebook: CSV in UTF-8 or GB18030, headers and entries in Chinese or English.
#[must_use]
pub fn read(bytes: &[u8]) -> Read<NotebookRow, PartlyRow> {
    read_named(bytes, &Mapping::default())
}

/// The same, with what somebody said of its columns.
#[must_use]
pub fn read_named(bytes: &[u8], mapping: &Mapping) -> Read<NotebookRow, PartlyRow> {
    let known = Known { fields: &FIELDS, needed: &NEEDED, mapping };
    let mut partly = Vec::new();
    let read = csv_rows(bytes, &known, |cells, rows| match row(cells) {
        Ok(row) => rows.push(row),
        Err(rest) => partly.push(*rest),
    });
    partly.extend(lost(&read.faults));
    partly.sort_by_key(|row| row.line);
    Read { rows: read.rows, partly, faults: read.faults, unused: read.unused }
}

/// Reads one row; every cell that can be read is, so that all its faults are named at once.
fn row(cells: &mut Cells<'_>) -> Result<NotebookRow, Box<PartlyRow>> {
    let line = cells.line;
    let day = cells.needed(Field::Day, value::day);
    let kind = cells.needed(Field::Entry, |text| {
        EntryKind::of(text).ok_or_else(|| Reason::UnknownEntry { text: show(&tidy(text)) })
    });
    let what = show(&tidy(cells.text(Field::Entry)));
    let note = cells.read(Field::Note, value::note);
    let variant = cells.variant();
    let mut part = PartlyRow { line, day, entry: kind, ..PartlyRow::default() };
    part.variant = variant.clone().unwrap_or_default();
    let entry = match kind {
        Some(EntryKind::Work(deed)) => work(cells, deed, &what, &mut part),
        Some(EntryKind::Replaced) => replaced(cells, &what, &mut part),
        Some(EntryKind::Money(kind)) => money(cells, kind, &what, &mut part),
        None => {
            anything(cells, &mut part);
            None
        }
    };
    match (day, entry, variant, note) {
        (Some(day), Some(entry), Some(variant), Some(note)) => Ok(NotebookRow { line, day, entry, variant, note }),
        _ => Err(Box::new(part)),
    }
}

fn work(cells: &mut Cells<'_>, deed: Deed, what: &str, part: &mut PartlyRow) -> Option<NotebookEntry> {
    part.worker = cells.needed(Field::Worker, value::code);
    part.order = cells.needed(Field::Order, value::code);
    part.style = cells.needed(Field::Style, value::code);
    part.step = cells.needed(Field::Step, value::code);
    part.pieces = cells.needed(Field::Pieces, value::pieces);
    let no_money = cells.unwanted(Field::Yuan, what);
    let spot = Spot { order: part.order.clone()?, style: part.style.clone()?, step: part.step.clone()? };
    let entry = NotebookEntry::Work { deed, worker: part.worker.clone()?, spot, pieces: part.pieces? };
    no_money.then_some(entry)
}

fn replaced(cells: &mut Cells<'_>, what: &str, part: &mut PartlyRow) -> Option<NotebookEntry> {
    let worker = cells.optional(Field::Worker, value::code);
    part.order = cells.needed(Field::Order, value::code);
    part.style = cells.needed(Field::Style, value::code);
    let step = cells.optional(Field::Step, value::code);
    part.pieces = cells.needed(Field::Pieces, value::pieces);
    let no_money = cells.unwanted(Field::Yuan, what);
    part.worker = worker.clone().flatten();
    part.step = step.clone().flatten();
    let entry = NotebookEntry::Replaced {
        worker: worker?,
        order: part.order.clone()?,
        style: part.style.clone()?,
        step: step?,
        pieces: part.pieces?,
    };
    no_money.then_some(entry)
}

fn money(cells: &mut Cells<'_>, kind: MoneyKind, what: &str, part: &mut PartlyRow) -> Option<NotebookEntry> {
    part.worker = cells.needed(Field::Worker, value::code);
    part.amount = cells.needed(Field::Yuan, value::yuan);
    // What a row says must not be dropped in silence: a bonus is not of an order or of pieces.
    let unwanted = [Field::Order, Field::Style, Field::Variant, Field::Step, Field::Pieces]
        .map(|field| cells.unwanted(field, what));
    let entry = NotebookEntry::Money { kind, worker: part.worker.clone()?, amount: part.amount? };
    unwanted.iter().all(|blank| *blank).then_some(entry)
}

/// Of a row whose entry is not known, nothing is wanted and nothing unwanted; what is there must still make sense.
fn anything(cells: &mut Cells<'_>, part: &mut PartlyRow) {
    part.worker = cells.optional(Field::Worker, value::code).flatten();
    part.order = cells.optional(Field::Order, value::code).flatten();
    part.style = cells.optional(Field::Style, value::code).flatten();
    part.step = cells.optional(Field::Step, value::code).flatten();
    part.pieces = cells.optional(Field::Pieces, value::pieces).flatten();
    part.amount = cells.optional(Field::Yuan, value::yuan).flatten();
}

/// Rows of which no cell could be told.
fn lost(faults: &Faults) -> impl Iterator<Item = PartlyRow> + '_ {
    let whole = |reason: &Reason| matches!(reason, Reason::OpenQuote | Reason::TooManyCells { .. });
    let lost = faults.list().iter().filter(move |fault| whole(&fault.reason));
    lost.map(|fault| PartlyRow { line: fault.place.line, ..PartlyRow::default() })
}
