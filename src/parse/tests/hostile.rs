//! Workbooks made to do harm, or broken on the way.

use super::made::{Blank, Number, Text, order, repacked, replaced, workbook};
use crate::parse::{limit, orders};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The code of the first fault.
fn code(bytes: &[u8]) -> &'static str {
    orders::read(bytes).faults.list().first().map_or("none", |fault| fault.reason.code())
}

fn good() -> Vec<u8> {
    workbook(&[("单1", order())])
}

/// A workbook with one more part, of so many zero bytes.
fn with_zeroes(bytes: usize) -> Vec<u8> {
    let mut book = ZipWriter::new_append(Cursor::new(good())).expect("a workbook");
    book.start_file("xl/media/image1.png", SimpleFileOptions::default()).expect("a part");
    for _ in 0..bytes / 1024 {
        book.write_all(&[0; 1024]).expect("zeroes");
    }
    book.finish().expect("a workbook").into_inner()
}

#[test]
fn what_is_no_workbook_is_refused() {
    let good = good();
    assert_eq!(code(&good), "none");
    let half = &good[..good.len() / 2];
    let mut foreign = ZipWriter::new(Cursor::new(Vec::new()));
    foreign.start_file("readme.txt", SimpleFileOptions::default()).expect("a part");
    let foreign = foreign.finish().expect("a zip").into_inner();
    for bytes in [half, &foreign, b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"] {
        assert_eq!(code(bytes), "not-a-workbook");
    }
    assert_eq!(code(b""), "empty");
    assert_eq!(code(&vec![0; limit::UPLOAD_BYTES + 1]), "too-big");
}

#[test]
fn a_zip_bomb_is_refused() {
    let bomb = with_zeroes(40 * 1024 * 1024);
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert_eq!(code(&bomb), "unpacks-too-big");
    assert_eq!(code(&with_zeroes(1024 * 1024)), "none");
}

#[test]
fn a_zip_bomb_that_lies_about_its_size_is_refused() {
    let size: u32 = 40 * 1024 * 1024;
    let mut bomb = with_zeroes(size as usize);
    let said = size.to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|&at| bomb[at..at + 4] == said).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&1024_u32.to_le_bytes());
    }
    assert!(["unpacks-too-big", "not-a-workbook"].contains(&code(&bomb)));
}

#[test]
fn a_false_promise_of_texts_takes_no_memory() {
    for promise in ["99999999999", "99999999999999999999999999", "4000000"] {
        let promise = format!("uniqueCount=\"{promise}\" was=\"");
        assert_eq!(code(&replaced(&good(), "sharedStrings.xml", "uniqueCount=\"", &promise)), "not-a-workbook");
    }
    let wide =
        |text: Vec<u8>| String::from_utf8(text).expect("text").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hidden = repacked(&good(), |name, part| if name.ends_with("sharedStrings.xml") { wide(part) } else { part });
    assert_eq!(code(&hidden), "not-a-workbook");
}

/// A workbook with so many cell formats, each of a font or a number format with so long a name.
fn with_formats(formats: usize, font: usize, number: usize) -> Vec<u8> {
    let font = format!("<name val=\"{}\"/></font>", "f".repeat(font));
    let number = format!(
        "<numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"{}\"/></numFmts><fonts",
        "0".repeat(number)
    );
    let xf = "<xf numFmtId=\"200\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>".repeat(formats);
    let book = replaced(&good(), "styles.xml", "</font>", &font);
    let book = replaced(&book, "styles.xml", "<fonts", &number);
    replaced(&book, "styles.xml", "</cellXfs>", &format!("{xf}</cellXfs>"))
}

#[test]
fn a_font_or_number_format_that_is_copied_very_often_takes_no_memory() {
    for (font, number) in [(1_000_000, 1), (1, 1_000_000)] {
        let bomb = with_formats(20_000, font, number);
        assert!(bomb.len() < 20_000, "{}", bomb.len());
        assert_eq!(code(&bomb), "unpacks-too-big");
    }
    // Old workbooks have gathered as many formats as a workbook may have.
    assert_eq!(code(&with_formats(64_000, 31, 255)), "none");
}

#[test]
fn a_cell_in_the_farthest_corner_takes_no_memory() {
    let mut rows = order();
    rows.push((1_048_576, vec![Text("末")]));
    let far = workbook(&[("单1", rows)]);
    let far = replaced(&far, "sheet1.xml", "<c r=\"A1048576\"", "<c r=\"XFD1048576\"");
    assert_eq!(code(&far), "none");
}

#[test]
fn a_cell_past_the_last_column_is_a_broken_workbook() {
    let beyond = replaced(&good(), "sheet1.xml", "<c r=\"A1\"", "<c r=\"ZZZZZZZZZZZZZZ1\"");
    assert!(["not-a-workbook", "not-found"].contains(&code(&beyond)));
}

#[test]
fn one_big_sheet_under_many_names_is_refused() {
    let filler = format!("{}</sheetData>", "<row></row>".repeat(200_000));
    let big = replaced(&good(), "sheet1.xml", "</sheetData>", &filler);
    assert_eq!(code(&big), "none");
    let sheets: String = (2..=190).map(|n| format!("<sheet name=\"s{n}\" sheetId=\"{n}\" r:id=\"rId1\"/>")).collect();
    let many = replaced(&big, "workbook.xml", "</sheets>", &format!("{sheets}</sheets>"));
    assert_eq!(code(&many), "unpacks-too-big");
}

#[test]
fn too_many_rows_sheets_and_letters_are_refused() {
    let mut rows = order();
    rows.extend((20..20 + limit::SHEET_ROWS as u32).map(|row| (row, vec![Blank, Number(1.0)])));
    assert_eq!(code(&workbook(&[("单1", rows)])), "too-many-rows");

    let names: Vec<String> = (0..=limit::SHEETS).map(|n| format!("s{n}")).collect();
    let sheets: Vec<_> = names.iter().map(|name| (name.as_str(), vec![])).collect();
    assert_eq!(code(&workbook(&sheets)), "too-many-sheets");

    let long: &'static str = "长".repeat(30_000).leak();
    let rows = |long| order().into_iter().chain([(12, vec![Text(long)])]).collect();
    assert_eq!(code(&workbook(&[("单1", rows(long))])), "too-long");
}

#[test]
fn scripts_in_names_are_kept_as_text() {
    let mut rows = order();
    rows[0] = (1, vec![Text("<script>alert(1)</script>有限公司 生产订单")]);
    let read = orders::read(&workbook(&[("单1", rows)]));
    assert_eq!(read.rows[0].firm.as_str(), "<script>alert(1)</script>有限公司");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Whatever is done to a workbook's parts, reading ends with rows or faults.
    #[test]
    fn a_damaged_workbook_never_ends_the_program(hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let good = good();
        let damaged = repacked(&good, |name, mut part| {
            if name.contains("sheet") || name.contains("Strings") || name.contains("workbook") {
                for (place, byte) in &hits {
                    let at = place.index(part.len());
                    part[at] = *byte % 128;
                }
            }
            part
        });
        let read = orders::read(&damaged);
        prop_assert!(read.rows.len() + read.faults.count() > 0);
        let mut bytes = good;
        for (place, byte) in &hits {
            let at = place.index(bytes.len());
            bytes[at] = *byte;
        }
        let read = orders::read(&bytes);
        prop_assert!(read.rows.len() + read.faults.count() > 0);
    }
}
