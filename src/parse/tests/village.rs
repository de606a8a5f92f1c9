//! The village's own files, and what may come of them on the way.

use crate::parse::entry::{Deed, EntryKind, MoneyKind};
use crate::parse::notebook::NotebookEntry;
use crate::parse::{limit, notebook, orders, styles, workers};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

const NOTEBOOK: &[u8] = include_bytes!("../../../tests/data/notebook.csv");
const STYLES: &[u8] = include_bytes!("../../../tests/data/styles.csv");
const WORKERS: &[u8] = include_bytes!("../../../tests/data/workers.csv");
const ORDERS: &[u8] = include_bytes!("../../../tests/data/orders.xlsx");

fn notebook_text() -> &'static str {
    std::str::from_utf8(NOTEBOOK).expect("UTF-8")
}

#[test]
fn every_file_of_the_village_reads_without_a_fault() {
    let (styles, workers, orders) = (styles::read(STYLES), workers::read(WORKERS), orders::read(ORDERS));
    assert!(styles.faults.is_empty() && workers.faults.is_empty() && orders.faults.is_empty());
    assert_eq!((styles.rows.len(), workers.rows.len(), orders.rows.len()), (9, 22, 17));
    let notebook = notebook::read(NOTEBOOK);
    assert_eq!((notebook.faults.count(), notebook.rows.len(), notebook.partly.len()), (0, 4740, 0));
    assert_eq!(notebook.rows.last().map(|row| row.line), Some(4741));
    let of = |kind| notebook.rows.iter().filter(|row| row.entry.kind() == kind).count();
    let counts = EntryKind::ALL.map(of);
    assert_eq!(counts, [874, 1687, 812, 653, 291, 63, 5, 321, 8, 2, 2, 22]);
}

/// Pieces and money of the whole notebook, against what another program made of it.
#[test]
fn the_notebook_says_what_was_expected_of_it() {
    let mut accepted: BTreeMap<String, i64> = BTreeMap::new();
    let mut paid: BTreeMap<String, i64> = BTreeMap::new();
    for row in notebook::read(NOTEBOOK).rows {
        match row.entry {
            NotebookEntry::Work { deed: Deed::Accepted | Deed::AcceptedAfterRework, worker, pieces, .. } => {
                *accepted.entry(worker.to_string()).or_default() += pieces.0;
            }
            NotebookEntry::Money { kind: MoneyKind::Paid, worker, amount } => {
                *paid.entry(worker.to_string()).or_default() += amount.0;
            }
            _ => {}
        }
    }
    let expected = include_str!("../../../tests/data/expected/workers.csv");
    for line in expected.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let number = |column: usize| cells[column].parse::<i64>().expect("a number");
        let of = |sums: &BTreeMap<String, i64>| sums.get(cells[0]).copied().unwrap_or(0);
        assert_eq!((of(&accepted), of(&paid)), (number(1), number(7)), "{}", cells[0]);
    }
}

#[test]
fn the_orders_are_what_the_firms_wrote() {
    let orders = orders::read(ORDERS).rows;
    let third = &orders[2];
    assert_eq!((third.firm.as_str(), third.code.as_str()), ("环仁外贸有限公司", "HR-2026-093"));
    assert_eq!((third.placed.to_string(), third.due.to_string()), ("2026-09-09".into(), "2026-09-27".into()));
    let lines: Vec<_> =
        third.lines.iter().map(|line| (line.style.as_str(), line.pieces.0, line.price.0, line.pack.0)).collect();
    assert_eq!(lines, [("MD-07", 390, 680, 10), ("KNX-2", 410, 240, 25), ("XY-03", 230, 520, 10)]);
    assert_eq!(third.note.as_str(), "次品超过3%退回返工，运费由加工方承担。");
    assert_eq!(third.lines[0].note.as_str(), "颜色按样卡");
    let slashed = orders.iter().find(|order| order.sheet == "DL-96-26").expect("the sheet");
    assert_eq!((slashed.code.as_str(), slashed.firm.as_str()), ("DL-96/26", "大连花饰进出口有限公司"));
    let total: Pieces = orders.iter().flat_map(|order| &order.lines).map(|line| line.pieces).sum();
    assert_eq!(total, Pieces(18_780));
}

#[test]
fn rates_change_by_day() {
    let rows = styles::read(STYLES).rows;
    let rates: Vec<_> =
        rows.iter().filter(|row| row.style.as_str() == "MG-01").map(|row| (row.from.to_string(), row.rate)).collect();
    assert_eq!(rates, [("2026-09-01".to_owned(), Fen(220)), ("2026-10-01".to_owned(), Fen(235))]);
}

#[test]
fn gb18030_and_byte_order_marks_change_nothing() {
    let plain = notebook::read(NOTEBOOK);
    let (gb18030, _, _) = encoding_rs::GB18030.encode(notebook_text());
    assert_ne!(&*gb18030, NOTEBOOK);
    assert!(notebook::read(&gb18030) == plain);
    assert!(notebook::read(format!("\u{FEFF}{}", notebook_text()).as_bytes()) == plain);
    assert!(notebook_text().contains("\r\n"));
    assert!(notebook::read(notebook_text().replace("\r\n", "\n").as_bytes()) == plain);
}

#[test]
fn an_english_notebook_in_other_columns_is_the_same() {
    let mut english = String::from("Entry\tQty\tAmount\tRemarks\tStep\tStyle\tOrder\tWorker\tDate\n");
    for line in notebook_text().lines().skip(1) {
        let [day, worker, order, style, step, entry, pieces, yuan, note] = line.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("nine cells")
        };
        let entry =
            EntryKind::ALL.into_iter().map(EntryKind::names).find(|names| names.0 == entry).expect("an entry").1;
        let cells = [entry, pieces, yuan, note, step, style, order, worker, day];
        english.push_str(&cells.join("\t"));
        english.push('\n');
    }
    assert!(notebook::read(english.as_bytes()) == notebook::read(NOTEBOOK));
}

#[test]
fn twelve_spoiled_rows_are_named_and_no_other() {
    let spoil: [(usize, usize, &str); 12] = [
        (10, 6, "0"),
        (57, 6, "-4"),
        (102, 6, "2.5"),
        (333, 6, "一百"),
        (801, 6, "99999999999999999999"),
        (1200, 0, "2026-09-31"),
        (1700, 5, "领话"),
        (2222, 1, ""),
        (2800, 3, ""),
        (3100, 7, "3.60"),
        (3999, 2, "HR\u{7}1"),
        (4600, 4, ""),
    ];
    let mut lines: Vec<String> = notebook_text().lines().map(str::to_owned).collect();
    for (line, column, text) in spoil {
        let mut cells: Vec<_> = lines[line - 1].split(',').map(str::to_owned).collect();
        assert!(!["预支", "奖金", "扣款", "发工钱", "补做"].contains(&cells[5].as_str()), "{line}");
        text.clone_into(&mut cells[column]);
        lines[line - 1] = cells.join(",");
    }
    let read = notebook::read(lines.join("\n").as_bytes());
    let named: Vec<_> = read.faults.list().iter().map(|fault| fault.place.line as usize).collect();
    assert_eq!(named, spoil.map(|(line, ..)| line));
    assert_eq!((read.rows.len(), read.partly.len()), (4740 - 12, 12));
}

#[test]
fn a_file_of_one_kind_is_not_taken_for_another() {
    assert_eq!(orders::read(NOTEBOOK).faults.list()[0].reason.code(), "missing-header");
    assert_eq!(notebook::read(ORDERS).faults.list()[0].reason.code(), "bad-encoding");
    assert_eq!(notebook::read(WORKERS).faults.list()[0].reason.code(), "missing-header");
    assert_eq!(styles::read(b"").faults.list()[0].reason.code(), "empty");
}

#[test]
fn thousands_of_faults_are_cut_short() {
    let spoiled = notebook_text().replace(",S1,", ",,");
    let read = notebook::read(spoiled.as_bytes());
    assert_eq!(read.faults.list().len(), limit::FAULTS);
    assert_eq!(read.faults.count(), read.partly.len());
}
