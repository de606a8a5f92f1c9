//! Orders in all the shapes in which firms send them: each is read right, or refused with the place.

use super::made::{Blank, Date, Made, MadeRow, Number, Text, ods, with_merged, workbook};
use crate::parse::asked;
use crate::parse::field::Field;
use crate::parse::mapping::{Mapping, Mappings};
use crate::parse::orders::{OrderLine, OrderSheet, of_book, read};
use crate::parse::{Read, book::Book};
use encoding_rs::GB18030;

/// What a firm's XLS says, saved by another program than ours.
const XLS: &[u8] = include_bytes!("../../../tests/data/firm.xls");

/// Each order as `firm|number|placed|due|note`, then its lines as `style|variant|pieces|fen|pack`.
fn gist(read: &Read<OrderSheet>) -> Vec<Vec<String>> {
    let line =
        |line: &OrderLine| format!("{}|{}|{}|{}|{}", line.style, line.variant, line.pieces, line.price.0, line.pack);
    let order = |order: &OrderSheet| {
        let head = format!("{}|{}|{}|{}|{}", order.firm, order.code, order.placed, order.due, order.note);
        std::iter::once(head).chain(order.lines.iter().map(line)).collect()
    };
    read.rows.iter().map(order).collect()
}

/// Where and what is wrong: `5B not-a-number`.
fn wrong(read: &Read<OrderSheet>) -> Vec<String> {
    let fault = |fault: &crate::parse::fault::Fault| {
        let letter = fault.place.column.as_ref().map(|column| column.letter.as_str()).unwrap_or_default();
        format!("{}{letter} {}", fault.place.line, fault.reason.code())
    };
    read.faults.list().iter().map(fault).collect()
}

#[track_caller]
fn reads(bytes: &[u8], expected: &[&[&str]]) {
    let read = read(bytes);
    assert_eq!(wrong(&read), Vec::<String>::new());
    assert_eq!(gist(&read), expected);
}

#[track_caller]
fn refuses(bytes: &[u8], expected: &[&str]) {
    assert_eq!(wrong(&read(bytes)), expected);
}

const HEAD: &str = "环仁外贸有限公司|HR-1|2026-09-01|2026-09-25|";
const ONE: &[&[&str]] = &[&[HEAD, "MG-01||700|360|1"]];

fn title() -> [MadeRow; 2] {
    [
        (1, vec![Text("环仁外贸有限公司 生产订单")]),
        (2, vec![Text("订单号：HR-1"), Text("下单日期：2026-9-1"), Text("交期：2026-9-25")]),
    ]
}

/// A sheet with the usual head, and these rows below it.
fn sheet(rows: &[(u32, &[Made])]) -> Vec<MadeRow> {
    let below = rows.iter().map(|(row, cells)| (*row, cells.to_vec()));
    title().into_iter().chain(below).collect()
}

fn book(rows: &[(u32, &[Made])]) -> Vec<u8> {
    workbook(&[("单1", sheet(rows))])
}

const HEADERS: &[Made] = &[Text("款号"), Text("数量"), Text("单价")];
const LINE: &[Made] = &[Text("MG-01"), Number(700.0), Number(3.6)];

#[test]
fn an_old_workbook_with_merged_cells_colours_and_units() {
    let note = format!("{}次品退回。", HEAD.replace("HR-1", "HR-XLS-1"));
    let lines = ["MG-01|红 30cm|700|360|20", "MG-01|白 30cm|1200|360|20", "KNX-2||410|240|1"];
    reads(XLS, &[&[&note, lines[0], lines[1], lines[2]]]);
    assert_eq!(read(XLS).unused, ["旧价"]);
}

#[test]
fn an_opendocument_workbook() {
    reads(&ods(&sheet(&[(4, HEADERS), (5, LINE)])), ONE);
    let dated = [
        (1, vec![Text("环仁外贸有限公司"), Text("订单号"), Text("HR-1")]),
        (2, vec![Text("下单日期"), Date(2026, 9, 1), Text("交期"), Date(2026, 9, 25)]),
        (3, HEADERS.to_vec()),
        (4, LINE.to_vec()),
    ];
    reads(&ods(&dated), ONE);
}

#[test]
fn text_files_in_any_usual_encoding_and_with_any_usual_separator() {
    let text = "环仁外贸有限公司 生产订单\n订单号：HR-1,下单日期：2026-9-1,交期：2026-9-25\n\n款号,数量,单价\nMG-01,\"700\",3.6\n";
    reads(text.as_bytes(), ONE);
    reads(&GB18030.encode(text).0, ONE);
    reads(text.replace(',', "\t").replace("\t\"700\"", "\t700").as_bytes(), ONE);
    reads(format!("\u{feff}{}", text.replace(',', ";")).as_bytes(), ONE);
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    reads(&wide, ONE);
    refuses(text.replace("700", "七百").as_bytes(), &["5B not-a-number"]);
    refuses("日期,工号\n1,2\n".as_bytes(), &["1 missing-header"]);
}

#[test]
fn what_is_no_table_says_so() {
    for picture in [&b"%PDF-1.4 order"[..], b"\xFF\xD8\xFF\xE0\0\x10JFIF", b"\x89PNG\r\n", b"\0\0\0\x18ftypheic"] {
        refuses(picture, &["0 is-a-picture"]);
    }
    refuses(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", &["0 not-a-workbook"]);
    let locked: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    refuses(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &locked].concat(), &["0 locked-workbook"]);
    refuses(b"\0\x01\x02\xFF", &["1 bad-encoding"]);
}

#[test]
fn units_stand_in_numbers_and_prices() {
    for (pieces, price) in [
        ("700枝", "¥3.60/枝"),
        ("700 支", "3.6元"),
        ("７００件", "￥3.60"),
        ("700pcs", "RMB 3.60"),
        ("700 PCS.", "3.60 yuan per piece"),
        ("700", "3.6 元/支"),
        ("700 stems", "CNY3.6/pc"),
    ] {
        reads(&book(&[(4, HEADERS), (5, &[Text("MG-01"), Text(pieces), Text(price)])]), ONE);
    }
    for (pieces, price, place) in [
        ("60打", "3.6", "5B not-a-number"),
        ("700", "$3.60", "5C not-a-number"),
        ("700", "43元/打", "5C not-a-number"),
        ("7箱", "3.6", "5B not-a-number"),
        ("700", "3.6 usd", "5C not-a-number"),
        ("约700枝", "3.6", "5B not-a-number"),
    ] {
        refuses(&book(&[(4, HEADERS), (5, &[Text("MG-01"), Text(pieces), Text(price)])]), &[place]);
    }
    let packed: &[Made] = &[Text("款号"), Text("数量"), Text("单价"), Text("包装")];
    let line: &[Made] = &[Text("MG-01"), Number(700.0), Number(3.6), Text("20枝/箱")];
    reads(&book(&[(4, packed), (5, line)]), &[&[HEAD, "MG-01||700|360|20"]]);
}

#[test]
fn a_column_of_units_counts_single_pieces_or_is_refused() {
    let headers: &[Made] = &[Text("款号"), Text("数量"), Text("单位"), Text("单价")];
    let line = |unit: &'static str| [Text("MG-01"), Number(700.0), Text(unit), Number(3.6)];
    for unit in ["枝", "PCS", "支"] {
        reads(&book(&[(4, headers), (5, &line(unit))]), ONE);
    }
    for unit in ["打", "箱", "dozen", "千支"] {
        refuses(&book(&[(4, headers), (5, &line(unit))]), &["5C other-unit"]);
    }
}

#[test]
fn headers_that_stand_again_on_another_page_begin_no_order() {
    let other: &[Made] = &[Text("KNX-2"), Number(10.0), Number(2.4)];
    let both: &[&[&str]] = &[&[HEAD, "MG-01||700|360|1", "KNX-2||10|240|1"]];
    let sum: &[Made] = &[Text("合计"), Number(710.0)];
    reads(&book(&[(4, HEADERS), (5, LINE), (6, HEADERS), (7, other), (8, sum)]), both);
}

#[test]
fn headers_come_by_many_names() {
    for [style, pieces, price] in [
        ["货号", "订购数量", "加工单价"],
        ["Art. No.", "Q'ty", "U/Price (RMB)"],
        ["Item #", "Total Qty", "Unit price"],
        ["SKU", "QTY (PCS)", "Price each"],
        ["产品编号", "支数", "单价（元/枝）"],
        ["款 号", "数 量", "单 价"],
    ] {
        reads(&book(&[(4, &[Text(style), Text(pieces), Text(price)]), (5, LINE)]), ONE);
    }
    for number in ["合同编号：HR-1", "PO No.: HR-1", "Contract No.: HR-1", "采购单号：HR-1"] {
        let head = [
            (1, vec![Text("环仁外贸有限公司")]),
            (2, vec![Text(number), Text("签订日期：2026-9-1"), Text("出货日期：2026-9-25")]),
            (4, HEADERS.to_vec()),
            (5, LINE.to_vec()),
        ];
        reads(&workbook(&[("单1", head.to_vec())]), ONE);
    }
}

#[test]
fn a_style_stands_once_above_its_colours() {
    let headers: &[Made] = &[Text("款号"), Text("品名"), Text("颜色"), Text("数量"), Text("单价")];
    let lines = ["MG-01|红|700|360|1", "MG-01|白|300|380|1"];
    let rows: &[(u32, &[Made])] = &[
        (4, headers),
        (5, &[Text("MG-01"), Text("玫瑰"), Text("红"), Number(700.0), Number(3.6)]),
        (6, &[Blank, Blank, Text("白"), Number(300.0), Number(3.8)]),
    ];
    reads(&book(rows), &[&[HEAD, lines[0], lines[1]]]);
    reads(&ods(&sheet(rows)), &[&[HEAD, lines[0], lines[1]]]);
    // Without a colour it may be anything.
    let rows: &[(u32, &[Made])] = &[
        (4, headers),
        (5, &[Text("MG-01"), Blank, Blank, Number(7.0), Number(3.6)]),
        (6, &[Blank, Blank, Blank, Number(3.0), Number(3.6)]),
    ];
    refuses(&book(rows), &["6A missing-value"]);
    // A merged price is that of each line; a merged number of pieces would be anybody's guess.
    let merged = with_merged(
        &sheet(&[
            (4, headers),
            (5, &[Text("MG-01"), Text("玫瑰"), Text("红"), Number(700.0), Number(3.6)]),
            (6, &[Blank, Blank, Text("白"), Number(300.0), Blank]),
        ]),
        &[(5, 6, 0), (5, 6, 1), (5, 6, 4)],
    );
    reads(&merged, &[&[HEAD, "MG-01|红|700|360|1", "MG-01|白|300|360|1"]]);
    let merged = with_merged(
        &sheet(&[
            (4, headers),
            (5, &[Text("MG-01"), Text("玫瑰"), Text("红"), Number(700.0), Number(3.6)]),
            (6, &[Blank, Blank, Text("白"), Blank, Number(3.6)]),
        ]),
        &[(5, 6, 3)],
    );
    refuses(&merged, &["6D missing-value"]);
}

#[test]
fn sums_stand_in_odd_places() {
    let sum: &[Made] = &[Text("小计"), Number(700.0)];
    let other: &[Made] = &[Text("KNX-2"), Number(10.0), Number(2.4)];
    let both: &[&[&str]] = &[&[HEAD, "MG-01||700|360|1", "KNX-2||10|240|1"]];
    reads(
        &book(&[
            (4, HEADERS),
            (5, LINE),
            (6, sum),
            (7, other),
            (8, &[Text("小计"), Number(10.0)]),
            (9, &[Text("合计：710")]),
        ]),
        both,
    );
    reads(&book(&[(4, HEADERS), (5, LINE), (6, other), (8, &[Text("TOTAL:"), Text("710 pcs")])]), both);
    reads(&book(&[(4, HEADERS), (5, LINE), (6, other), (7, &[Blank, Text("710"), Text("合计")])]), both);
    refuses(&book(&[(4, HEADERS), (5, LINE), (6, &[Text("小计"), Number(70.0)]), (7, other)]), &["6B total-differs"]);
    refuses(
        &book(&[(4, HEADERS), (5, LINE), (6, &[Text("合计"), Number(700.0)]), (7, other)]),
        &["7 line-below-total"],
    );
}

#[test]
fn several_orders_stand_on_one_sheet() {
    let next: &[Made] = &[Text("订单号：HR-2"), Blank, Text("交期：2026-10-5")];
    let rows: &[(u32, &[Made])] = &[
        (4, HEADERS),
        (5, LINE),
        (6, &[Text("合计"), Number(700.0)]),
        (7, &[Text("说明：次品退回")]),
        (9, next),
        (10, HEADERS),
        (11, &[Text("KNX-2"), Number(10.0), Number(2.4)]),
    ];
    let first = format!("{HEAD}次品退回");
    let second = "环仁外贸有限公司|HR-2|2026-09-01|2026-10-05|";
    reads(&book(rows), &[&[&first, "MG-01||700|360|1"], &[second, "KNX-2||10|240|1"]]);
    reads(&ods(&sheet(rows)), &[&[&first, "MG-01||700|360|1"], &[second, "KNX-2||10|240|1"]]);
    // Another firm below it, with a head of its own.
    let rows: &[(u32, &[Made])] = &[
        (4, HEADERS),
        (5, LINE),
        (8, &[Text("Border Trading Ltd"), Text("PO No.: 7"), Text("Order date: 2026-09-03"), Text("ETD: 2026-10-01")]),
        (9, HEADERS),
        (10, LINE),
    ];
    let other = "Border Trading Ltd|7|2026-09-03|2026-10-01|";
    reads(&book(rows), &[ONE[0], &[other, "MG-01||700|360|1"]]);
    // The same number twice, and one without any.
    let twice: &[(u32, &[Made])] = &[(4, HEADERS), (5, LINE), (8, &[Text("订单号：HR-1")]), (9, HEADERS), (10, LINE)];
    refuses(&book(twice), &["8A twice-in-file"]);
    let none: &[(u32, &[Made])] = &[(4, HEADERS), (5, LINE), (8, &[Text("交期：2026-10-5")]), (9, HEADERS), (10, LINE)];
    refuses(&book(none), &["0 not-found"]);
}

#[test]
fn each_line_may_say_which_order_it_is_of() {
    let headers: &[Made] =
        &[Text("客户"), Text("订单号"), Text("下单日期"), Text("交期"), Text("款号"), Text("数量"), Text("单价")];
    let line = |order: &'static str, style: &'static str, pieces: f64| {
        [
            Text("环仁外贸有限公司"),
            Text(order),
            Text("2026-9-1"),
            Date(2026, 9, 25),
            Text(style),
            Number(pieces),
            Number(3.6),
        ]
    };
    let rows: Vec<MadeRow> = vec![
        (1, headers.to_vec()),
        (2, line("HR-1", "MG-01", 700.0).to_vec()),
        (3, line("HR-2", "MG-01", 20.0).to_vec()),
        (4, line("HR-1", "KNX-2", 10.0).to_vec()),
        (5, vec![Text("合计"), Blank, Blank, Blank, Blank, Number(730.0)]),
    ];
    let second = HEAD.replace("HR-1", "HR-2");
    let expected: &[&[&str]] = &[&[HEAD, "MG-01||700|360|1", "KNX-2||10|360|1"], &[&second, "MG-01||20|360|1"]];
    reads(&workbook(&[("单1", rows.clone())]), expected);
    reads(&ods(&rows), expected);
    // A day for each line, where the head says none.
    let dated: Vec<MadeRow> = vec![
        (1, vec![Text("环仁外贸有限公司"), Text("订单号：HR-1"), Text("下单日期：2026-9-1")]),
        (2, vec![Text("款号"), Text("数量"), Text("单价"), Text("交期")]),
        (3, vec![Text("MG-01"), Number(700.0), Number(3.6), Date(2026, 9, 25)]),
    ];
    reads(&workbook(&[("单1", dated.clone())]), ONE);
    let mut differ = dated;
    differ.push((4, vec![Text("KNX-2"), Number(7.0), Number(3.6), Date(2026, 9, 30)]));
    refuses(&workbook(&[("单1", differ)]), &["4D named-otherwise"]);
}

#[test]
fn a_file_of_as_many_orders_as_lines_is_read_in_one_go() {
    // Each of them once had a copy of the whole sheet.
    let orders = 5_000;
    let by_line = (0..orders).map(|n| format!("HR-{n},环仁外贸有限公司,2026-9-1,2026-9-25,MG-01,{},3.6\n", n + 1));
    let text = format!("订单号,客户,下单日期,交期,款号,数量,单价\n{}", by_line.collect::<String>());
    let below = (0..orders).map(|n| format!("订单号：HR-{n}\n款号,数量,单价\nMG-01,{},3.6\n", n + 1));
    let blocks = format!("环仁外贸有限公司,下单日期：2026-9-1,交期：2026-9-25\n{}", below.collect::<String>());
    for text in [text, blocks] {
        let read = read(text.as_bytes());
        assert_eq!(wrong(&read), Vec::<String>::new());
        assert_eq!(read.rows.len(), orders);
        let last = read.rows.last().expect("the last one");
        assert_eq!((last.code.as_str(), last.lines[0].pieces.0), ("HR-4999", 5_000));
    }
}

#[test]
fn days_come_as_clerks_write_them() {
    for day in [
        "2026/9/1",
        "2026.9.1",
        "2026年9月1日",
        "2026年9月1号",
        "20260901",
        "1-Sep-2026",
        "01 Sep 2026",
        "Sep 1, 2026",
        "September 1, 2026",
        "2026-09-01 08:30",
        "２０２６／９／１",
        "46266",
    ] {
        let head = [
            (1, vec![Text("环仁外贸有限公司"), Text("订单号：HR-1")]),
            (2, vec![Text("下单日期"), Text(day), Text("交期"), Text("25/09/2026")]),
            (4, HEADERS.to_vec()),
            (5, LINE.to_vec()),
        ];
        reads(&workbook(&[("单1", head.to_vec())]), ONE);
    }
    // In some countries the month comes first.
    for day in ["5/9/2026", "05-09-2026", "9月1日", "soon"] {
        let head = [
            (1, vec![Text("环仁外贸有限公司"), Text("订单号：HR-1")]),
            (2, vec![Text("下单日期"), Text(day), Text("交期"), Text("2026-09-25")]),
            (4, HEADERS.to_vec()),
            (5, LINE.to_vec()),
        ];
        refuses(&workbook(&[("单1", head.to_vec())]), &["2B not-a-day"]);
    }
}

#[test]
fn a_column_that_is_called_otherwise_is_named_once() {
    let named: &[Made] = &[Text("花号"), Text("要多少"), Text("价"), Text("船名")];
    let rows: &[(u32, &[Made])] = &[(4, named), (5, &[Text("MG-01"), Number(700.0), Number(3.6), Text("远洋")])];
    let bytes = book(rows);
    refuses(&bytes, &["4 missing-header"]);
    let book = Book::read(&bytes).expect("a workbook");
    let mut mappings = Mappings::default();
    let told: Vec<_> = asked::of_orders(&book, &mappings)
        .expect("unknown columns")
        .columns
        .into_iter()
        .map(|(header, below)| format!("{header}: {below}"))
        .collect();
    assert_eq!(told, ["花号: MG-01", "要多少: 700", "价: 3.6", "船名: 远洋"]);
    for (header, field) in [("花号", Field::Style), ("要多少", Field::Pieces), (" 价 ", Field::Price)] {
        assert!(mappings.of_file.say(header, field));
    }
    assert!(!mappings.of_file.say("花号", Field::Note), "a column is one thing");
    mappings.of_file.say("花号", Field::Style);
    let read = of_book(&book, &mappings);
    assert_eq!((wrong(&read), gist(&read)), (vec![], vec![vec![HEAD.to_owned(), "MG-01||700|360|1".to_owned()]]));
    assert_eq!(read.unused, ["船名"]);
    // Remembered of that firm, and of no other.
    let of = |firm: &str, mapping: &Mapping| Mappings {
        of_firms: [(crate::values::text::Name::parse(firm).expect("a name"), mapping.clone())].into(),
        ..Mappings::default()
    };
    assert_eq!(wrong(&of_book(&book, &of("环仁外贸有限公司", &mappings.of_file))), Vec::<String>::new());
    assert_eq!(wrong(&of_book(&book, &of("别家", &mappings.of_file))), ["4 missing-header"]);
    // Two columns that are said to be the same.
    mappings.of_file.say("船名", Field::Style);
    assert_eq!(wrong(&of_book(&book, &mappings)), ["4D header-twice"]);
}
