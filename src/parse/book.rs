//! A workbook as sheets of text cells, whichever program saved it: XLSX, the older XLS (WPS calls it ET), or ODS.
//!
//! This is what reading a stranger's file may cost much by: where many people depend on the process, another one does it, and what it
//! read passes on as JSON.

use super::fault::{Faults, Position, Reason};
use super::field::Field;
use super::mapping::Mapping;
use super::sheet::{Rows, Sheet};
use super::text::{show, tidy};
use super::workbook::{Form, Placed, Workbook};
use super::{limit, photo, table};
use crate::values::picture::Picture;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that was read of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Book {
    /// The sheets that a person sees, in their order.
    pub(crate) sheets: Vec<Sheet>,
    /// The names of those that she does not see.
    pub(crate) hidden: Vec<String>,
    /// Those of its pictures that can be read, each once.
    pub(crate) pictures: Vec<BookPicture>,
    /// How many more there are: no photos, or too many or too large.
    pub(crate) unread_pictures: usize,
}

/// A row of a file as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookLine {
    /// The name of its sheet, short and plain; none in a text file.
    pub sheet: Option<String>,
    /// Its line, from 1.
    pub line: u32,
    /// What stands in its columns from A on, short and plain.
    pub cells: Vec<String>,
}

/// A picture of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct BookPicture {
    /// Where it stands: the names of sheets, and its rows there from 0; nowhere where the file does not tell.
    pub at: Vec<(String, u32)>,
    pub picture: Picture,
}

impl Book {
    /// Whether the bytes begin as a workbook's do.
    #[must_use]
    pub fn is_one(bytes: &[u8]) -> bool {
        Form::of(bytes).is_some()
    }

    /// Reads a workbook. A stranger's can take all memory or never end, whatever limits are set to what it unpacks to.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn read(bytes: &[u8]) -> Result<Self, Reason> {
        let mut book = Workbook::open(bytes)?;
        let mut sheets = Vec::new();
        for name in std::mem::take(&mut book.shown) {
            let mut sheet = Sheet { name: name.clone(), ..Sheet::default() };
            match book.rows(&name) {
                Ok(rows) => (sheet.rows, sheet.merged) = (rows, book.merged(&name)),
                Err(broken) => sheet.broken = Some(broken),
            }
            sheets.push(sheet);
        }
        let (pictures, unread_pictures) = pictures(&book);
        Ok(Self { sheets, hidden: book.hidden, pictures, unread_pictures })
    }

    /// The first sheet that holds anything, as the text of a CSV file with the same lines, from its row of headers on.
    ///
    /// # Errors
    /// Why it could not be read.
    pub(super) fn text(&self, fields: &[Field], mapping: &Mapping) -> Result<String, Faults> {
        let sheet = self.first().ok_or_else(|| Faults::whole(Reason::Empty))?;
        if let Some((line, reason)) = &sheet.broken {
            let mut faults = Faults::none();
            let sheet = Some(show(&sheet.name));
            faults.push(Position { sheet, line: *line, column: None }, reason.clone());
            return Err(faults);
        }
        let header = sheet.header(fields, mapping);
        let mut text = String::new();
        let mut written = 0;
        for (&row, cells) in sheet.rows.range(header..) {
            while written < row {
                text.push('\n');
                written += 1;
            }
            let last = cells.keys().next_back().copied().unwrap_or_default();
            let cell = |column: u32| cells.get(&column).map_or_else(String::new, |text| quoted(&tidy(text)));
            text.push_str(&(0..=last).map(cell).collect::<Vec<_>>().join(","));
        }
        text.push('\n');
        Ok(text)
    }

    /// The first sheet that holds anything, or is broken.
    pub(super) fn first(&self) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| !sheet.rows.is_empty() || sheet.broken.is_some())
    }

    /// A text file whose first row that is filled is its headers, as a book of one sheet.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn of_table(bytes: &[u8]) -> Result<Self, Faults> {
        let text = table::text_of(bytes)?;
        Ok(Self::of_rows(table::rows_below_headers(&text)?))
    }

    /// Its rows as they stand, for people to see: with the names of their sheets, or of the first sheet that holds anything.
    #[must_use]
    pub fn lines(&self, of_all_sheets: bool) -> Vec<BookLine> {
        let holding = self.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
        let sheets = holding.take(if of_all_sheets { usize::MAX } else { 1 });
        let lines = sheets.flat_map(|sheet| {
            let name = (of_all_sheets && !sheet.name.is_empty()).then(|| show(&sheet.name));
            sheet.rows.iter().map(move |(row, cells)| BookLine {
                sheet: name.clone(),
                line: row + 1,
                cells: (0..=cells.keys().next_back().copied().unwrap_or_default())
                    .map(|column| cells.get(&column).map_or_else(String::new, |text| show(text)))
                    .collect(),
            })
        });
        lines.collect()
    }

    /// The names of the sheets after the first that holds anything.
    pub(super) fn others(&self) -> Vec<String> {
        let holding = self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).skip(1);
        holding.map(|sheet| show(&sheet.name)).chain(self.hidden()).collect()
    }

    /// How many of its pictures cannot be taken: no photos, or too many or too large.
    #[must_use]
    pub const fn unread_pictures(&self) -> usize {
        self.unread_pictures
    }

    /// A workbook of one sheet without a name: what a text file holds.
    pub(crate) fn of_rows(rows: Rows) -> Self {
        Self { sheets: vec![Sheet { rows, ..Sheet::default() }], ..Self::default() }
    }

    /// The names of hidden sheets, short and plain.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = String> + '_ {
        self.hidden.iter().map(|sheet| show(sheet))
    }
}

/// Its pictures, as they would be kept, each once with all its places; and how many more there are: no photos (drawings, charts), or too
/// many or too large.
fn pictures(book: &Workbook<'_>) -> (Vec<BookPicture>, usize) {
    let mut pixels_left = limit::WORKBOOK_PIXELS;
    let mut seen: BTreeMap<Vec<u8>, Option<usize>> = BTreeMap::new();
    let mut pictures: Vec<BookPicture> = Vec::new();
    let mut unread = 0;
    for Placed { at, bytes } in book.pictures() {
        let known = seen.get(&bytes).copied();
        let place = known.unwrap_or_else(|| {
            let has_room = pictures.len() < limit::WORKBOOK_PICTURES;
            let picture = has_room.then(|| photo::read_within(&bytes, &mut pixels_left).ok()).flatten()?;
            pictures.push(BookPicture { at: Vec::new(), picture });
            Some(pictures.len() - 1)
        });
        match place.and_then(|place| pictures.get_mut(place)) {
            Some(picture) => picture.at.extend(at),
            None => unread += 1,
        }
        seen.insert(bytes, place);
    }
    (pictures, unread)
}

/// A cell as CSV has it.
fn quoted(text: &str) -> String {
    if text.contains(['"', ',', ';', '\t']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
