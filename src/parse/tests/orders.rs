use super::made::{Blank, Date, Made, MadeRow, Number, Text, order, order_with, workbook};
use crate::parse::fault::{Column, Position, Reason};
use crate::parse::field::Field;
use crate::parse::orders::{OrderLine, OrderSheet, read};

/// Row, column letter and code of every fault.
fn faults(bytes: &[u8]) -> Vec<(u32, String, &'static str)> {
    let letter = |place: &Position| place.column.as_ref().map(|column| column.letter.clone()).unwrap_or_default();
    let read = read(bytes);
    read.faults.list().iter().map(|fault| (fault.place.line, letter(&fault.place), fault.reason.code())).collect()
}

fn fault(row: u32, column: &str, code: &'static str) -> (u32, String, &'static str) {
    (row, column.to_owned(), code)
}

/// The first fault's reason.
fn reason(bytes: &[u8]) -> Reason {
    read(bytes).faults.list()[0].reason.clone()
}

/// What matters of an order: code, days, and of each line row, style, pieces, price, pack.
type Gist = (String, String, String, Vec<(u32, String, i64, i64, i64)>);

fn gist(order: &OrderSheet) -> Gist {
    let line = |line: &OrderLine| (line.row, line.style.to_string(), line.pieces.0, line.price.0, line.pack.0);
    let lines = order.lines.iter().map(line).collect();
    (order.code.to_string(), order.placed.to_string(), order.due.to_string(), lines)
}

fn expected() -> Gist {
    let lines = vec![(5, "MG-01".to_owned(), 700, 360, 20), (6, "KNX-2".to_owned(), 1410, 240, 1)];
    ("HR-1".to_owned(), "2026-09-01".to_owned(), "2026-09-25".to_owned(), lines)
}

#[test]
fn an_untidy_order_is_read() {
    let bytes = workbook(&[("单1", order())]);
    assert_eq!(faults(&bytes), []);
    let orders = read(&bytes).rows;
    assert_eq!(gist(&orders[0]), expected());
    assert_eq!((orders[0].firm.as_str(), orders[0].note.as_str()), ("环仁外贸有限公司", "次品退回。"));
    assert_eq!(orders[0].sheet, "单1");
}

#[test]
fn an_order_in_english_with_columns_shuffled_is_the_same() {
    let rows: Vec<MadeRow> = vec![
        (1, vec![Text("Huanren Trading Co., Ltd.   PURCHASE ORDER")]),
        (2, vec![Blank, Text("Order No.:"), Text("HR-1")]),
        (3, vec![Text("Order date: 2026/9/1    Delivery date：２０２６年９月２５日")]),
        (4, vec![Text("Qty (pcs)"), Text("Colour"), Text("Pack"), Text("Unit price"), Text(" STYLE ")]),
        (5, vec![Text("７００"), Text("red"), Number(20.0), Text("¥3.60"), Text("MG-01")]),
        (6, vec![Number(1410.0), Text("white"), Blank, Number(1.2 + 1.2), Text("KNX-2\u{A0}")]),
        (7, vec![Text("2,110"), Text("Total")]),
        (8, vec![Text("Remarks: by sea"), Text("FOB")]),
    ];
    let bytes = workbook(&[("PO", rows)]);
    assert_eq!(faults(&bytes), []);
    let read = read(&bytes);
    assert_eq!(gist(&read.rows[0]), expected());
    assert_eq!(read.rows[0].firm.as_str(), "Huanren Trading Co., Ltd.");
    assert_eq!(read.rows[0].note.as_str(), "Remarks: by sea；FOB");
    assert_eq!(read.unused, Vec::<String>::new());
    let variants: Vec<_> = read.rows[0].lines.iter().map(|line| line.variant.as_str()).collect();
    assert_eq!(variants, ["red", "white"]);
}

#[test]
fn a_style_may_stand_on_several_lines_that_differ_in_colour_or_size() {
    let rows = |second: [&'static str; 2]| -> Vec<MadeRow> {
        vec![
            (
                1,
                vec![
                    Text("环仁外贸有限公司 生产订单"),
                    Text("订单号：HR-1"),
                    Text("下单日期：2026-9-1 交期：2026-9-25"),
                ],
            ),
            (2, vec![Text("款号"), Text("颜色"), Text("尺寸"), Text("数量"), Text("单价")]),
            (3, vec![Text("MG-01"), Text("红"), Text("３０cm"), Number(700.0), Number(3.6)]),
            (4, vec![Text("MG-01"), Text(second[0]), Text(second[1]), Number(300.0), Number(3.6)]),
            (5, vec![Text("KNX-2"), Text("-"), Blank, Number(10.0), Number(2.4)]),
        ]
    };
    let bytes = workbook(&[("单1", rows(["红", "40cm"]))]);
    assert_eq!(faults(&bytes), []);
    let variants: Vec<_> = read(&bytes).rows[0].lines.iter().map(|line| line.variant.to_string()).collect();
    assert_eq!(variants, ["红 30cm", "红 40cm", ""]);
    assert_eq!(faults(&workbook(&[("单1", rows([" 红", "30cm"]))])), [fault(4, "A", "twice-in-file")]);
}

#[test]
fn days_come_in_many_forms() {
    for day in [Text("2026/9/1"), Text("2026-09-01"), Text("2026年9月1日"), Number(46_266.0), Text("46266")] {
        let read = read(&order_with(2, 3, day));
        assert_eq!(read.rows[0].placed.to_string(), "2026-09-01");
    }
}

#[test]
fn each_faulty_cell_is_named_by_sheet_row_and_column() {
    let cases: [(u32, usize, Made, &str); 14] = [
        (5, 1, Blank, "missing-value"),
        (5, 1, Text("MG\u{202E}01"), "bad-text"),
        (5, 3, Text("many"), "not-a-number"),
        (5, 3, Number(0.0), "not-positive"),
        (5, 3, Number(-700.0), "not-positive"),
        (5, 3, Number(2.5), "not-whole"),
        (5, 3, Number(1e300), "too-large"),
        (5, 3, Date(2026, 9, 1), "not-a-number"),
        (5, 4, Number(3.605), "too-fine"),
        (5, 4, Text("#REF!"), "sheet-error"),
        (5, 5, Text("a box"), "not-a-number"),
        (2, 3, Text("soon"), "not-a-day"),
        (2, 3, Date(2026, 9, 26), "due-before-placed"),
        (7, 3, Number(2111.0), "total-differs"),
    ];
    for (row, column, cell, code) in cases {
        let bytes = order_with(row, column, cell);
        let read = read(&bytes);
        let found = faults(&bytes);
        // The later of the two days is the one that is shown.
        let column = if code == "due-before-placed" { 5 } else { column };
        assert_eq!(found, [fault(row, &Column::at(column, "").letter, code)], "{code}");
        assert_eq!(read.faults.list()[0].place.sheet.as_deref(), Some("单1"));
        assert_eq!(read.rows, []);
    }
}

#[test]
fn a_wrong_total_says_both_numbers() {
    let read = read(&order_with(7, 3, Text("2,111")));
    assert_eq!(read.faults.list()[0].reason, Reason::TotalDiffers { stated: 2111, sum: 2110 });
    let within = workbook(&[("单1", {
        let mut rows = order();
        rows[5] = (7, vec![Text("合计：2,109 枝")]);
        rows
    })]);
    assert_eq!(faults(&within), [fault(7, "D", "total-differs")]);
}

#[test]
fn a_line_twice_and_an_order_twice_are_named_with_their_first_place() {
    assert_eq!(faults(&order_with(6, 1, Text("mg-01"))), []);
    let bytes = order_with(6, 1, Text("MG-01"));
    assert_eq!(faults(&bytes), [fault(6, "B", "twice-in-file")]);
    let Reason::TwiceInFile { text, first } = reason(&bytes) else { panic!("twice") };
    assert_eq!((text.as_str(), first.line), ("MG-01", 5));

    let twice = workbook(&[("一", order()), ("二", order())]);
    let orders = read(&twice);
    assert_eq!(faults(&twice), [fault(2, "A", "twice-in-file")]);
    assert_eq!(orders.faults.list()[0].place.sheet.as_deref(), Some("二"));
    assert_eq!(orders.rows.len(), 1);
}

#[test]
fn a_sheet_without_headers_or_head_says_what_is_missing() {
    let mut rows = order();
    rows.remove(2);
    let bytes = workbook(&[("单1", rows)]);
    assert_eq!(faults(&bytes).len(), 1);
    let Reason::MissingHeader { missing, found } = reason(&bytes) else { panic!("header") };
    assert_eq!(missing[..], [Field::Style, Field::Pieces, Field::Price]);
    assert!(found.contains(&"MG-01".to_owned()), "{found:?}");

    let no_price = order_with(4, 4, Text("Colour"));
    let Reason::MissingHeader { missing, .. } = reason(&no_price) else { panic!("header") };
    assert_eq!(missing[..], [Field::Price]);

    let headless = workbook(&[("单1", order().split_off(2))]);
    assert_eq!(faults(&headless), ["", "", "", ""].map(|column| fault(0, column, "not-found")));
}

#[test]
fn what_stands_below_the_total_is_a_note_or_a_fault() {
    let mut rows = order();
    rows.push((10, vec![Blank, Text("XY-03"), Blank, Number(5.0), Number(1.0)]));
    assert_eq!(faults(&workbook(&[("单1", rows)])), [fault(10, "", "line-below-total")]);

    let mut rows = order();
    rows.remove(5);
    let orders = read(&workbook(&[("单1", rows)])).rows;
    assert_eq!((orders[0].lines.len(), orders[0].note.as_str()), (2, "次品退回。"));

    let mut rows = order();
    rows.retain(|(row, _)| ![5, 6, 7].contains(row));
    assert_eq!(faults(&workbook(&[("单1", rows)])), [fault(4, "", "no-lines")]);
}

#[test]
fn blank_sheets_are_passed_over() {
    let read_both = read(&workbook(&[("单1", order()), ("Sheet2", vec![])]));
    assert_eq!((read_both.rows.len(), read_both.faults.count()), (1, 0));
    assert_eq!(faults(&workbook(&[("Sheet1", vec![])])), [fault(0, "", "empty")]);
}

#[test]
fn a_hidden_sheet_is_not_read_but_named() {
    let bytes = workbook(&[("单1", order()), ("旧", order())]);
    let state = "name=\"旧\" sheetId=\"2\"";
    let hidden = super::made::replaced(&bytes, "workbook.xml", state, &format!("{state} state=\"hidden\""));
    let read = read(&hidden);
    assert_eq!((read.rows.len(), read.faults.count(), read.unused), (1, 0, vec!["旧".to_owned()]));
}
