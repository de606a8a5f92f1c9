//! The columns of a file of which somebody has to say what they are, or has said it.

use super::book::Book;
use super::columns::Columns;
use super::field::Field;
use super::lines;
use super::mapping::{Mapping, Mappings};
use super::row::dense;
use super::sheet::Sheet;
use super::text::show;

/// What there is to say of a file's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Each by its header, with what stands below it, short and plain.
    pub columns: Vec<(String, String)>,
    /// What was said of them, of this file or of one before it.
    pub said: Mapping,
    /// Whether all is known from earlier files.
    pub is_known: bool,
}

/// What there is to say of the first row of headers in a firm's file.
#[must_use]
pub fn of_orders(book: &Book, mappings: &Mappings) -> Option<Asked> {
    let any = mappings.any();
    let sheets = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    let mut asked = sheets.filter_map(|sheet| {
        let (header, columns) = lines::header(sheet.rows.iter(), &any);
        of((sheet, header), &columns, &super::orders::NEEDED, mappings, &any)
    });
    asked.next()
}

/// What there is to say of one of the village's own files: of its first sheet that holds anything.
#[must_use]
pub fn of_village(book: &Book, fields: &[Field], needed: &[Field], mappings: &Mappings) -> Option<Asked> {
    let any = mappings.any();
    let sheet = book.first()?;
    let header = sheet.header(fields, &any);
    let columns = Columns::find(&dense(sheet.rows.get(&header)?), fields, &any);
    of((sheet, header), &columns, needed, mappings, &any)
}

/// Of the row of headers at that place; `any` is all that is said.
fn of(
    (sheet, header): (&Sheet, u32),
    columns: &Columns,
    needed: &[Field],
    mappings: &Mappings,
    any: &Mapping,
) -> Option<Asked> {
    let headers = sheet.rows.get(&header).into_iter().flatten();
    let below = |column: u32| {
        let texts = sheet.rows.range(header + 1..).filter_map(|(_, cells)| cells.get(&column));
        texts.take(3).map(|text| show(text)).collect::<Vec<_>>().join(" · ")
    };
    let mut said = Mapping::default();
    for (_, text) in headers.clone() {
        if let Some(field) = any.get(text) {
            said.say(text, field);
        }
    }
    let is_known = mappings.of_file.is_empty() && columns.faults(needed).is_empty();
    let columns = headers.map(|(column, text)| (text.clone(), below(*column))).collect();
    (!is_known || !said.is_empty()).then_some(Asked { columns, said, is_known })
}
