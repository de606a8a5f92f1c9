//! Pictures in firms' workbooks, and of which style each seems to be.

use crate::parse::book::Book;
use crate::parse::field::Field;
use crate::parse::limit;
use crate::parse::mapping::{Mapping, Mappings};
use crate::parse::orders::{of_book, pictures};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use rust_xlsxwriter::{Image, Workbook};

/// Orders of one style in two colours, with a picture, as another program saves them.
const XLS: &[u8] = include_bytes!("../../../tests/data/named.xls");
const ODS: &[u8] = include_bytes!("../../../tests/data/named.ods");

fn jpeg(side: u32, shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let seen = RgbImage::from_pixel(side, side, Rgb([shade, 40, 60]));
    JpegEncoder::new_with_quality(&mut bytes, 60).encode_image(&seen).expect("a photo");
    bytes
}

/// A GIF of one pixel.
const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// An order of three styles in rows 4 to 6, with these pictures, each at its row from 1.
fn workbook(seen: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("单1").expect("a name");
    let rows = [
        vec!["环仁外贸有限公司 生产订单"],
        vec!["订单号：HR-1", "下单日期：2026-9-1", "交期：2026-9-25"],
        vec!["款号", "数量", "单价", "图"],
        vec!["MG-01", "700", "3.6"],
        vec!["KNX-2", "100", "2.4"],
        vec!["MD-07", "50", "6.8"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).expect("a cell");
        }
    }
    for (row, bytes) in seen {
        let image = Image::new_from_buffer(bytes).expect("an image");
        sheet.insert_image(row - 1, 3, &image).expect("a place");
    }
    book.save_to_buffer().expect("a workbook")
}

/// Of which style each picture is said to be.
fn styles(bytes: &[u8], mappings: &Mappings) -> Vec<String> {
    let book = Book::read(bytes).expect("a workbook");
    let read = of_book(&book, mappings);
    assert_eq!(read.faults.list(), [], "the lines are read all the same");
    let seen = pictures(&book, &read.rows);
    seen.iter().map(|seen| seen.style.as_ref().map_or_else(String::new, ToString::to_string)).collect()
}

#[test]
fn a_picture_beside_a_line_is_of_its_style() {
    let plain = Mappings::default();
    let beside = workbook(&[(4, jpeg(40, 10)), (5, jpeg(40, 110)), (6, jpeg(40, 210))]);
    assert_eq!(styles(&beside, &plain), ["MG-01", "KNX-2", "MD-07"]);
    // One that stands in the title is of none, one that begins a little above its line is of that.
    let about = workbook(&[(1, jpeg(40, 10)), (3, jpeg(40, 210))]);
    assert_eq!(styles(&about, &plain), ["", "MG-01"]);
    assert_eq!(styles(&workbook(&[]), &plain), Vec::<String>::new());
}

#[test]
fn where_a_file_does_not_tell_one_picture_and_one_style_belong_together() {
    let mut named = Mapping::default();
    for (header, field) in
        [("花号", Field::Style), ("什么色", Field::Variant), ("要多少", Field::Pieces), ("多少钱", Field::Price)]
    {
        assert!(named.say(header, field));
    }
    let mappings = Mappings { of_file: named, ..Mappings::default() };
    for bytes in [XLS, ODS] {
        assert_eq!(styles(bytes, &mappings), ["MG-01"]);
    }
}

#[test]
fn the_same_picture_beside_two_lines_is_of_both_and_what_is_no_photo_is_counted() {
    let twice = workbook(&[(4, jpeg(40, 1)), (5, jpeg(40, 1)), (6, GIF.to_vec())]);
    assert_eq!(styles(&twice, &Mappings::default()), ["MG-01", "KNX-2"]);
    let book = Book::read(&twice).expect("a workbook");
    assert_eq!((book.pictures.len(), book.unread_pictures()), (1, 1));
}

#[test]
fn no_more_pictures_and_pixels_are_looked_at_than_may_be() {
    let many: Vec<_> = (0..40).map(|n| (u32::from(n) + 4, jpeg(8, n * 6))).collect();
    assert_eq!(Book::read(&workbook(&many)).expect("a workbook").pictures.len(), limit::WORKBOOK_PICTURES);
    // 49 million pixels each: the third has no room any more, and the small one after it has.
    let large = |shade| jpeg(7_000, shade);
    let vast = workbook(&[(4, large(10)), (5, large(120)), (6, large(200)), (7, jpeg(40, 250))]);
    assert_eq!(Book::read(&vast).expect("a workbook").pictures.len(), 3);
}
