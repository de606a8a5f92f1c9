//! Workbooks made for tests: tidy, untidy and hostile.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What a cell of a made workbook holds.
#[derive(Clone, Copy)]
pub enum Made {
    Text(&'static str),
    Number(f64),
    /// A real date.
    Date(u16, u8, u8),
    Blank,
}

pub use Made::{Blank, Date, Number, Text};

/// A row of a made sheet: its number in the sheet, from 1, and its cells from column A.
pub type MadeRow = (u32, Vec<Made>);

/// A workbook of these sheets.
pub fn workbook(sheets: &[(&str, Vec<MadeRow>)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in rows {
            for (column, cell) in (0..).zip(cells) {
                let row = row - 1;
                match *cell {
                    Text(text) => sheet.write_string(row, column, text).map(|_| ()),
                    Number(number) => sheet.write_number(row, column, number).map(|_| ()),
                    Date(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(year, month, day).expect("a day");
                        sheet.write_datetime_with_format(row, column, day, &date).map(|_| ())
                    }
                    Blank => Ok(()),
                }
                .expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A workbook of one sheet with cells merged down one column: the first and last row as the sheet has them, and the column from 0.
pub fn with_merged(rows: &[MadeRow], merged: &[(u32, u32, u16)]) -> Vec<u8> {
    let bytes = workbook(&[("单1", rows.to_vec())]);
    let letter = |column: u16| char::from(b'A' + u8::try_from(column).expect("few columns"));
    let cells = merged.iter().map(|(first, last, column)| {
        let letter = letter(*column);
        format!("<mergeCell ref=\"{letter}{first}:{letter}{last}\"/>")
    });
    let cells =
        format!("</sheetData><mergeCells count=\"{}\">{}</mergeCells>", merged.len(), cells.collect::<String>());
    replaced(&bytes, "sheet1.xml", "</sheetData>", &cells)
}

/// An OpenDocument workbook of one sheet.
pub fn ods(rows: &[MadeRow]) -> Vec<u8> {
    let cell = |cell: &Made| match *cell {
        Text(text) => {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
        }
        Number(number) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>"),
        Date(year, month, day) => {
            let day = format!("{year:04}-{month:02}-{day:02}");
            format!("<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"/>")
        }
        Blank => "<table:table-cell/>".to_owned(),
    };
    let (mut body, mut written) = (String::new(), 0);
    for (row, cells) in rows {
        body.push_str(&"<table:table-row><table:table-cell/></table:table-row>".repeat((row - written - 1) as usize));
        let cells: String = cells.iter().map(cell).collect();
        body.push_str(&format!("<table:table-row>{cells}</table:table-row>"));
        written = *row;
    }
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"单1\">{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry \
         manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/></manifest:manifest>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a workbook").into_inner()
}

/// The order that the tests begin with.
pub fn order() -> Vec<MadeRow> {
    vec![
        (1, vec![Text("环仁外贸有限公司  生产订单")]),
        (2, vec![Text("订单号：HR-1"), Blank, Text("下单日期"), Date(2026, 9, 1), Text("交期"), Date(2026, 9, 25)]),
        (4, vec![Text("序号"), Text("款号"), Text("品名"), Text("数量（枝）"), Text("单价(元)"), Text("包装数")]),
        (5, vec![Number(1.0), Text("MG-01"), Text("玫瑰单枝"), Number(700.0), Number(3.6), Number(20.0)]),
        (6, vec![Number(2.0), Text(" ＫＮＸ-2 "), Text("康乃馨"), Text("1,410"), Text("2.40"), Blank]),
        (7, vec![Blank, Blank, Text("合计"), Number(2110.0)]),
        (9, vec![Text("说明：次品退回。")]),
    ]
}

/// That order with one cell another; row and column as the sheet has them, from 1 and A.
pub fn order_with(row: u32, column: usize, cell: Made) -> Vec<u8> {
    let mut rows = order();
    let cells = rows.iter_mut().find(|(number, _)| *number == row).map(|(_, cells)| cells).expect("a row");
    cells.resize(cells.len().max(column + 1), Blank);
    cells[column] = cell;
    workbook(&[("单1", rows)])
}

/// The same workbook with its parts changed: what `change` gives for a part's name and bytes.
pub fn repacked(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        to.start_file(&name, SimpleFileOptions::default()).expect("a part");
        to.write_all(&change(&name, content)).expect("its bytes");
    }
    to.finish().expect("a workbook").into_inner()
}

/// A workbook with a text in one of its parts replaced by another.
pub fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    repacked(bytes, |name, content| {
        if !name.ends_with(part) {
            return content;
        }
        let content = String::from_utf8(content).expect("text");
        assert!(content.contains(from), "{content}");
        content.replace(from, to).into_bytes()
    })
}
