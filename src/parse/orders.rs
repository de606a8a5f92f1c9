//! A trade firm's orders, as untidy as clerks leave them: a workbook of sheets, or a text file, each with an order or several.
//!
//! Above the lines stand, in any place, a title with the firm's name, the order's number, the day on which it was placed
//! and the day on which it is due. Then comes a row of headers, the lines, perhaps a row that adds up, perhaps a note. Below, another
//! order may follow in the same way; what it does not say of firm and days is as above.

use super::blocks::{Block, blocks};
use super::book::{Book, BookPicture};
use super::fault::{Column, Faults, Position, Reason};
use super::field::Field;
use super::head::Found;
pub use super::lines::OrderLine;
use super::mapping::Mappings;
use super::sheet::Sheet;
use super::text::show;
use super::{Read, head, lines, table, value};
use crate::values::day::Day;
use crate::values::picture::Picture;
use crate::values::text::{Code, Name, Note};
use std::collections::{BTreeMap, BTreeSet};

/// The columns that it needs.
pub(super) const NEEDED: [Field; 3] = [Field::Style, Field::Pieces, Field::Price];

/// One good order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderSheet {
    /// The name of the sheet on which it stands.
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

impl OrderSheet {
    /// The name of its sheet; none in a text file.
    pub(crate) fn sheet_name(&self) -> Option<&str> {
        (!self.sheet.is_empty()).then_some(self.sheet.as_str())
    }
}

/// Reads a file of any form. See [`Book::read`] for where a workbook may be read.
#[must_use]
pub fn read(bytes: &[u8]) -> Read<OrderSheet> {
    let book = if Book::is_one(bytes) { Book::read(bytes).map_err(Faults::whole) } else { of_text(bytes) };
    match book {
        Ok(book) => of_book(&book, &Mappings::default()),
        Err(faults) => Read::nothing(faults),
    }
}

/// A text file as a book of one sheet.
///
/// # Errors
/// Why it cannot be read.
pub fn of_text(bytes: &[u8]) -> Result<Book, Faults> {
    let text = table::text_of(bytes)?;
    Ok(Book::of_rows(table::rows(&text)?))
}

/// The orders in a workbook. Blank sheets are passed over; hidden ones too, and named in [`Read::unused`].
#[must_use]
pub fn of_book(book: &Book, mappings: &Mappings) -> Read<OrderSheet> {
    let mut read = Read::nothing(Faults::none());
    let mut seen = BTreeMap::new();
    let any = mappings.any();
    for sheet in &book.sheets {
        if let Some((line, reason)) = &sheet.broken {
            let sheet = Some(show(&sheet.name));
            read.faults.push(Position { sheet, line: *line, column: None }, reason.clone());
            continue;
        }
        let mut first: Option<Above> = None;
        for block in blocks(sheet, &any) {
            let own = Above::of(&block);
            let above = first.as_ref().map_or_else(|| own.clone(), |first| own.clone().or(first));
            for rows in block.orders(sheet) {
                let known = read.faults.count();
                let part = Part { sheet, block: &block, above: &above, rows: &rows };
                let order = order(&part, mappings, &mut read, &mut seen);
                read.rows.extend(order.filter(|_| read.faults.count() == known));
            }
            first.get_or_insert(own);
        }
    }
    if read.rows.is_empty() && read.faults.is_empty() {
        read.faults = Faults::whole(Reason::Empty);
    }
    read.unused.extend(book.hidden());
    read
}

/// A picture of the file, and of which style it seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenInFile {
    pub picture: Picture,
    /// The name of its sheet, short and plain, and its line there, from 1; none where the file does not tell.
    pub at: Option<(String, u32)>,
    /// None where the file does not say where it stands, or it stands beside no line.
    pub style: Option<Code>,
}

/// The pictures of a workbook. One that stands beside a line is of its style, beside lines of several styles of each of them; where there is but
/// one picture and one style, it is of that.
#[must_use]
pub fn pictures(book: &Book, orders: &[OrderSheet]) -> Vec<SeenInFile> {
    let styles: BTreeSet<&Code> = orders.iter().flat_map(|order| &order.lines).map(|line| &line.style).collect();
    let only = styles.first().copied().filter(|_| styles.len() == 1 && book.pictures.len() == 1);
    let beside = |sheet: &String, row: u32| {
        let lines = orders.iter().filter(|order| order.sheet == *sheet).flat_map(|order| &order.lines);
        // Pictures are taller than rows: one begins in the row of its line, or a little above.
        let below = lines.filter(|line| (line.row..line.row + 2).contains(&(row + 2)));
        below.min_by_key(|line| line.row).map(|line| &line.style)
    };
    let mut found = Vec::new();
    for BookPicture { at, picture } in &book.pictures {
        let seen = |at, style: Option<&Code>| SeenInFile { picture: picture.clone(), at, style: style.cloned() };
        let mut of: Vec<SeenInFile> = Vec::new();
        for (sheet, row) in at {
            let style = beside(sheet, *row);
            if style.is_some() && of.iter().all(|other| other.style.as_ref() != style) {
                of.push(seen(Some((show(sheet), row + 1)), style));
            }
        }
        if of.is_empty() {
            of.push(seen(at.first().map(|(sheet, row)| (show(sheet), row + 1)), only));
        }
        found.extend(of);
    }
    found
}

/// What is said above the lines of an order.
#[derive(Clone)]
struct Above {
    firm: Option<Found>,
    code: Option<Found>,
    placed: Option<Found>,
    due: Option<Found>,
}

impl Above {
    fn of(block: &Block) -> Self {
        let labelled = |field| head::labelled(&block.above, block.header, field);
        Self {
            firm: head::firm(&block.above, block.header),
            code: labelled(Field::Order),
            placed: labelled(Field::Placed),
            due: labelled(Field::Due),
        }
    }

    /// Whose it is and of which days, where it does not say so itself, is as above the first order of the sheet.
    fn or(self, first: &Self) -> Self {
        Self {
            firm: self.firm.or_else(|| first.firm.clone()),
            placed: self.placed.or_else(|| first.placed.clone()),
            due: self.due.or_else(|| first.due.clone()),
            ..self
        }
    }
}

/// One order of a sheet: what stands above its lines, and their rows.
struct Part<'s> {
    sheet: &'s Sheet,
    block: &'s Block,
    above: &'s Above,
    rows: &'s [u32],
}

impl Part<'_> {
    /// What its lines say in that column.
    fn beside(&self, field: Field) -> Vec<Found> {
        self.block.beside(self.sheet, self.rows, field)
    }

    /// Where each line says it, that counts; else what stands above them.
    fn says(&self, field: Field, above: Option<&Found>) -> Option<Found> {
        self.beside(field).into_iter().next().or_else(|| above.cloned())
    }
}

/// The orders seen so far, by firm and number: two firms may both call an order 1.
type Seen = BTreeMap<(Name, Code), Position>;

fn order(part: &Part<'_>, mappings: &Mappings, read: &mut Read<OrderSheet>, seen: &mut Seen) -> Option<OrderSheet> {
    let (sheet, header, above) = (part.sheet, part.block.header, part.above);
    // A text file has no sheets.
    let shown = (!sheet.name.is_empty()).then(|| show(&sheet.name));
    let firm = part.says(Field::Firm, above.firm.as_ref());
    let named = firm.as_ref().and_then(|firm| value::name(&firm.text).ok());
    let columns = sheet.rows.get(&header).map(|cells| lines::columns(cells, &mappings.of(named.as_ref())));
    let columns = columns.unwrap_or_else(|| part.block.columns.clone());
    let wrong = columns.faults(&NEEDED);
    let readable = wrong.is_empty();
    for (column, reason) in wrong {
        read.faults.push(Position { sheet: shown.clone(), line: header + 1, column }, reason);
    }
    read.unused
        .extend(columns.unused.iter().filter(|header| !read.unused.contains(header)).cloned().collect::<Vec<_>>());
    if !readable {
        return None;
    }
    let mut head = Head { sheet: shown.as_deref(), faults: &mut read.faults };
    for field in [Field::Firm, Field::Placed, Field::Due] {
        head.is_one(part.beside(field));
    }
    let firm = head.read(Field::Firm, firm, value::name);
    let code = head.read(Field::Order, part.says(Field::Order, above.code.as_ref()), value::code);
    let placed = head.read(Field::Placed, part.says(Field::Placed, above.placed.as_ref()), value::day);
    let due = head.read(Field::Due, part.says(Field::Due, above.due.as_ref()), value::day);
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
    let body = lines::read(sheet, shown.as_deref(), (header, part.rows), &columns, &mut read.faults);
    Some(OrderSheet {
        sheet: sheet.name.clone(),
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
    sheet: Option<&'r str>,
    faults: &'r mut Faults,
}

impl Head<'_> {
    /// What all lines of an order must say alike.
    fn is_one(&mut self, said: Vec<Found>) {
        let place = |found: &Found| Position {
            sheet: self.sheet.map(str::to_owned),
            line: found.row + 1,
            column: Some(Column::at(found.column as usize, &found.label)),
        };
        if let [first, other, ..] = said.as_slice() {
            let (text, earlier, at) = (show(&other.text), show(&first.text), Box::new(place(first)));
            let reason = Reason::NamedOtherwise { text, earlier, first: at };
            self.faults.push(place(other), reason);
        }
    }

    fn read<T>(
        &mut self,
        field: Field,
        found: Option<Found>,
        read: impl Fn(&str) -> Result<T, Reason>,
    ) -> Option<(T, Position)> {
        let sheet = self.sheet.map(str::to_owned);
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
