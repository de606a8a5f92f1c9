//! A trade firm's orders, as untidy as clerks leave them: a workbook of sheets, or a text file, each with an order or several.
//!
//! Above the lines stand, in any place, a title with the firm's name, the order's number, the day on which it was placed
//! and the day on which it is due. Then comes a row of headers, the lines, perhaps a row that adds up, perhaps a note. Below, another
//! order may follow in the same way; what it does not say of firm and days is as above.

use super::book::Book;
use super::fault::{Column, Faults, Position, Reason};
use super::field::Field;
use super::head::Found;
pub use super::lines::OrderLine;
pub use super::mapping::{Mapping, Mappings};
use super::parts::{beside, parts};
use super::sheet::Sheet;
use super::text::show;
use super::{Read, head, lines, table, value};
use crate::values::day::Day;
use crate::values::text::{Code, Name, Note};
use std::collections::BTreeMap;

const NEEDED: [Field; 3] = [Field::Style, Field::Pieces, Field::Price];

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
    /// The columns that somebody had to name, for they are called otherwise than any that we know.
    pub mapped: Mapping,
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
    for sheet in &book.sheets {
        if let Some((line, reason)) = &sheet.broken {
            let sheet = Some(show(&sheet.name));
            read.faults.push(Position { sheet, line: *line, column: None }, reason.clone());
            continue;
        }
        let mut first = None;
        for part in parts(sheet, &mappings.any()) {
            let known = read.faults.count();
            let order = order(&part, mappings, first.as_ref(), &mut read, &mut seen);
            first = first.or_else(|| Some(part.above(mappings)));
            read.rows.extend(order.filter(|_| read.faults.count() == known));
        }
    }
    if read.rows.is_empty() && read.faults.is_empty() {
        read.faults = Faults::whole(Reason::Empty);
    }
    read.unused.extend(book.hidden());
    read
}

/// The columns of the first row of headers, each with what stands below it, where somebody has to say what is what, or has said it.
#[must_use]
pub fn columns_asked(book: &Book, mappings: &Mappings) -> Vec<(String, String)> {
    let any = mappings.any();
    let found = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).find_map(|sheet| {
        let (header, columns) = lines::header(&sheet.rows, &any);
        let asked = !mappings.of_file.is_empty() || !columns.faults(&NEEDED).is_empty();
        asked.then_some((sheet, header))
    });
    let Some((sheet, header)) = found else { return Vec::new() };
    let below = |column: u32| {
        let texts = sheet.rows.range(header + 1..).filter_map(|(_, cells)| cells.get(&column));
        texts.take(3).map(|text| show(text)).collect::<Vec<_>>().join(" · ")
    };
    let headers = sheet.rows.get(&header).into_iter().flatten();
    headers.map(|(column, text)| (text.clone(), below(*column))).collect()
}

/// What an order says above its lines, for those below it that do not say it again.
struct Above {
    firm: Option<Found>,
    placed: Option<Found>,
    due: Option<Found>,
}

impl Sheet {
    fn above(&self, mappings: &Mappings) -> Above {
        let (header, _) = lines::header(&self.rows, &mappings.any());
        let labelled = |field| head::labelled(&self.rows, header, field);
        Above { firm: head::firm(&self.rows, header), placed: labelled(Field::Placed), due: labelled(Field::Due) }
    }
}

/// The orders seen so far, by firm and number: two firms may both call an order 1.
type Seen = BTreeMap<(Name, Code), Position>;

fn order(
    sheet: &Sheet,
    mappings: &Mappings,
    above: Option<&Above>,
    read: &mut Read<OrderSheet>,
    seen: &mut Seen,
) -> Option<OrderSheet> {
    // A text file has no sheets.
    let shown = (!sheet.name.is_empty()).then(|| show(&sheet.name));
    let rows = &sheet.rows;
    let (header, any) = lines::header(rows, &mappings.any());
    let or_above = |own: Option<Found>, other: fn(&Above) -> &Option<Found>| {
        own.or_else(|| above.and_then(|above| other(above).clone()))
    };
    // Where each line says whose it is, that counts.
    let by_line = |field| beside(sheet, header, &any, field);
    let own = |field| by_line(field).into_iter().next().or_else(|| head::labelled(rows, header, field));
    let firm = by_line(Field::Firm).into_iter().next().or_else(|| head::firm(rows, header));
    let firm = or_above(firm, |above| &above.firm);
    let named = firm.as_ref().and_then(|firm| value::name(&firm.text).ok());
    let mapping = named.map_or_else(|| mappings.any(), |name| mappings.of(&name));
    let columns = lines::columns(rows, header, &mapping);
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
        head.is_one(by_line(field));
    }
    let firm = head.read(Field::Firm, firm, value::name);
    let code = head.read(Field::Order, own(Field::Order), value::code);
    let placed = or_above(own(Field::Placed), |above| &above.placed);
    let placed = head.read(Field::Placed, placed, value::day);
    let due = or_above(own(Field::Due), |above| &above.due);
    let due = head.read(Field::Due, due, value::day);
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
    let body = lines::read(sheet, shown.as_deref(), header, &columns, &mut read.faults);
    Some(OrderSheet {
        sheet: sheet.name.clone(),
        firm: firm?.0,
        code: code?.0,
        placed: placed?.0,
        due: due?.0,
        lines: body.lines,
        note: body.note?,
        mapped: mappings.of_file.clone(),
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
