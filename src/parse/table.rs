//! A CSV file as rows with their true line numbers; commas, semicolons or tabs between the cells.

use super::columns::{Columns, Known};
use super::fault::{Faults, Position, Reason};
use super::sheet::Rows;
use super::{limit, text};
use csv::StringRecord;

/// A CSV file that is being read row by row.
pub(super) struct Table<'t> {
    text: &'t str,
    delimiter: u8,
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    /// The line on which byte `counted` stands.
    line: u32,
    counted: usize,
    rows: usize,
}

/// One row: its line, and its cells or why they cannot be told.
pub(super) type Row<'r> = (u32, Result<Vec<&'r str>, Reason>);

/// The text of an uploaded CSV file.
///
/// # Errors
/// The one fault of a file that is too big, no text, empty or a picture.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, Faults> {
    if bytes.len() > limit::UPLOAD_BYTES {
        return Err(Faults::whole(Reason::TooBig { bytes: bytes.len(), limit: limit::UPLOAD_BYTES }));
    }
    if is_picture(bytes) {
        return Err(Faults::whole(Reason::IsAPicture));
    }
    let text = text::decode(bytes).map_err(|line| {
        let mut faults = Faults::none();
        faults.push(Position { line, ..Position::default() }, Reason::BadEncoding);
        faults
    })?;
    if text.trim().is_empty() { Err(Faults::whole(Reason::Empty)) } else { Ok(text) }
}

/// Whether a file begins as a PDF or a picture of the usual kinds does.
fn is_picture(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 6] = [b"%PDF", b"\xFF\xD8\xFF", b"\x89PNG", b"GIF8", b"RIFF", b"BM"];
    // Pictures of newer phones say what they are a few bytes on.
    begins.iter().any(|begin| bytes.starts_with(begin)) || bytes.get(4..8) == Some(b"ftyp")
}

/// The cells of a text file as those of a sheet, by their true lines.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn rows(text: &str) -> Result<Rows, Faults> {
    rows_of(Table::over(text, ABOVE))
}

/// The same of a file that begins with its headers, which tell what parts its cells.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn rows_below_headers(text: &str) -> Result<Rows, Faults> {
    rows_of(Table::over(text, 1))
}

fn rows_of(mut table: Table<'_>) -> Result<Rows, Faults> {
    let mut rows = Rows::new();
    while let Some((line, row)) = table.row() {
        let cells = match row {
            Ok(cells) => cells,
            Err(reason) => return Err(at(line, [(None, reason)])),
        };
        if rows.len() == limit::SHEET_ROWS {
            return Err(at(line, [(None, Reason::TooManyRows { limit: limit::SHEET_ROWS })]));
        }
        let cells = (0..limit::SHEET_COLUMNS).zip(cells).filter(|(_, text)| !text::tidy(text).is_empty());
        rows.insert(line - 1, cells.map(|(column, text)| (column, text.to_owned())).collect());
    }
    Ok(rows)
}

impl<'t> Table<'t> {
    fn over(text: &'t str, lines: usize) -> Self {
        let delimiter = delimiter_of(text, lines);
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        Self { text, delimiter, reader, record: StringRecord::new(), line: 1, counted: 0, rows: 0 }
    }

    /// Reads the header row.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn open(text: &'t str, known: &Known<'_>) -> Result<(Self, Columns), Faults> {
        let mut table = Self::over(text, 1);
        let (line, columns) = match table.row() {
            Some((line, Ok(cells))) if cells.len() > limit::COLUMNS => {
                return Err(at(line, [(None, Reason::TooManyColumns { limit: limit::COLUMNS })]));
            }
            Some((line, Ok(cells))) => (line, Columns::find(&cells, known.fields, known.mapping)),
            Some((line, Err(reason))) => return Err(at(line, [(None, reason)])),
            None => return Err(Faults::whole(Reason::Empty)),
        };
        let faults = columns.faults(known.needed);
        if faults.is_empty() { Ok((table, columns)) } else { Err(at(line, faults)) }
    }

    /// The next row that has anything in it.
    pub fn row(&mut self) -> Option<Row<'_>> {
        let line = loop {
            let start = self.reader.position().byte() as usize;
            if !self.reader.read_record(&mut self.record).ok()? {
                return None;
            }
            // The reader counts a row from the blank lines above it.
            let rest = self.text.get(start..).unwrap_or_default();
            let start = start + rest.len() - rest.trim_start_matches('\n').len();
            self.count_to(start);
            if self.record.iter().any(|cell| !text::tidy(cell).is_empty()) {
                break self.line;
            }
        };
        self.rows += 1;
        // The header is a row too.
        if self.rows > limit::ROWS + 1 {
            return Some((line, Err(Reason::TooManyRows { limit: limit::ROWS })));
        }
        let raw = self.text.get(self.counted..self.reader.position().byte() as usize).unwrap_or_default();
        if self.swallows_rows() || left_open(raw, self.delimiter) {
            return Some((line, Err(Reason::OpenQuote)));
        }
        Some((line, Ok(self.record.iter().collect())))
    }

    /// Moves the line count on to a byte of the text.
    fn count_to(&mut self, byte: usize) {
        let passed = self.text.as_bytes().get(self.counted..byte).unwrap_or_default();
        let ends = passed.iter().filter(|&&b| b == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.counted = byte;
    }

    /// Whether a cell holds what looks like whole rows: its quotation mark was closed rows later, by the next one.
    fn swallows_rows(&self) -> bool {
        let between = |line: &str| line.bytes().filter(|&b| b == self.delimiter).count() >= 3;
        self.record.iter().any(|cell| cell.contains('\n') && cell.lines().skip(1).any(between))
    }
}

/// Faults of a header row.
fn at(line: u32, reasons: impl IntoIterator<Item = (Option<super::fault::Column>, Reason)>) -> Faults {
    let mut faults = Faults::none();
    for (column, reason) in reasons {
        faults.push(Position { sheet: None, line, column }, reason);
    }
    faults
}

/// Among so many lines that are filled is the row of headers, where a title may stand above it.
const ABOVE: usize = 30;

/// What stands between the cells of the first so many lines with anything in them.
fn delimiter_of(text: &str, lines: usize) -> u8 {
    let first: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).take(lines).collect();
    let count = |delimiter: u8| first.iter().flat_map(|line| line.bytes()).filter(|&b| b == delimiter).count();
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// Whether a row ends inside quotation marks.
fn left_open(raw: &str, delimiter: u8) -> bool {
    let (mut quoted, mut may_open) = (false, true);
    for byte in raw.bytes() {
        (quoted, may_open) = match (quoted, byte) {
            // A mark after the closing one is a mark in the text: the cell goes on.
            (true, b'"') => (false, true),
            (true, _) => (true, false),
            (false, b'"') if may_open => (true, false),
            (false, byte) => (false, byte == delimiter || byte == b'\n'),
        };
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::field::Field;
    use crate::parse::mapping::Mapping;

    /// Every row's line, and its cells or the code of what is wrong.
    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let known = Known { fields: &[Field::Day], needed: &[], mapping: &Mapping::default() };
        let (mut table, _) = Table::open(text, &known).expect("a header");
        let mut rows = Vec::new();
        while let Some((line, row)) = table.row() {
            rows.push(match row {
                Ok(cells) => (line, cells.into_iter().map(str::to_owned).collect()),
                Err(reason) => (line, vec![reason.code().to_owned()]),
            });
        }
        rows
    }

    fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (line, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text = "\n日期,b\n\n\n1,x\n,\n2,\"two\nlines\"\n\n3,y";
        assert_eq!(rows(text), [row(5, &["1", "x"]), row(7, &["2", "two\nlines"]), row(10, &["3", "y"])]);
    }

    #[test]
    fn tabs_and_semicolons_part_cells_too() {
        for text in ["日期\tb\n1\t2,5", "日期;b\n1;2,5", "日期,b\n1,\"2,5\""] {
            assert_eq!(rows(text), [row(2, &["1", "2,5"])]);
        }
    }

    #[test]
    fn a_quotation_mark_left_open_is_named_where_it_opens() {
        let open = "日期,b,c,d\n1,\"x,3,4\n2,y,3,4\n";
        assert_eq!(rows(open), [row(2, &["open-quote"])]);
        let closed_rows_later = "日期,b,c,d\n1,2,3,\"x\n2,2,3,4\n3,2,3,\"y\n4,2,3,4\n";
        assert_eq!(rows(closed_rows_later)[0], row(2, &["open-quote"]));
        let fine = "日期,b\n1,\"say \"\"ah\"\"\"\n2,5\" wide\n";
        assert_eq!(rows(fine), [row(2, &["1", "say \"ah\""]), row(3, &["2", "5\" wide"])]);
    }

    #[test]
    fn more_rows_than_may_be_are_refused() {
        let text = format!("日期\n{}", "1\n".repeat(limit::ROWS + 1));
        let rows = rows(&text);
        assert_eq!(rows.len(), limit::ROWS + 1);
        assert_eq!(rows.last().map(|(_, cells)| cells[0].as_str()), Some("too-many-rows"));
    }

    #[test]
    fn what_is_no_csv_file_is_refused_whole() {
        let code = |bytes: &[u8]| text_of(bytes).map_err(|faults| faults.list()[0].reason.code());
        assert_eq!(code(b" \n\n"), Err("empty"));
        for picture in [&b"%PDF-1.7"[..], b"\xFF\xD8\xFF\xE0", b"\0\0\0\x18ftypheic"] {
            assert_eq!(code(picture), Err("is-a-picture"));
        }
        assert_eq!(code(b"\xFF\xFF\xFF"), Err("bad-encoding"));
        assert_eq!(code(&vec![b'a'; limit::UPLOAD_BYTES + 1]), Err("too-big"));
    }
}
