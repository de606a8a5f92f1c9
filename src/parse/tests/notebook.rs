use crate::parse::Read;
use crate::parse::entry::{Deed, EntryKind, MoneyKind};
use crate::parse::fault::{Column, Fault, Reason};
use crate::parse::notebook::{NotebookEntry, NotebookRow, PartlyRow, Spot, read};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Code;

const HEADER: &str = "日期,工号,订单号,款号,工序,事项,数量,金额(元),备注\n";

fn read_rows(rows: &str) -> Read<NotebookRow, PartlyRow> {
    read(format!("{HEADER}{rows}").as_bytes())
}

/// Line, column letter and code of every fault.
fn faults(read: &Read<NotebookRow, PartlyRow>) -> Vec<(u32, String, &'static str)> {
    let column = |column: &Column| column.letter.clone();
    let fault = |fault: &Fault| {
        (fault.place.line, fault.place.column.as_ref().map(column).unwrap_or_default(), fault.reason.code())
    };
    read.faults.list().iter().map(fault).collect()
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

#[test]
fn each_kind_of_entry_is_read() {
    let read = read_rows(
        "2026-09-01,W20,HR-1,MG-01,S1,领活,60,,\n\
         2026/9/3,,HR-1,MG-01,S1,补做,1,,\n\
         2026年9月3日,,HR-1,MG-01,,补做,2,,\n\
         46280,W11,,,,预支,,\"¥1,050.00\",家里有事\n",
    );
    assert_eq!(faults(&read), []);
    let spot = Spot { order: code("HR-1"), style: code("MG-01"), step: code("S1") };
    let issued = NotebookEntry::Work { deed: Deed::Issued, worker: code("W20"), spot, pieces: Pieces(60) };
    assert_eq!(read.rows[0].entry, issued);
    assert!(matches!(
        &read.rows[1].entry,
        NotebookEntry::Replaced { step: Some(_), pieces: Pieces(1), worker: None, .. }
    ));
    assert!(matches!(&read.rows[2].entry, NotebookEntry::Replaced { step: None, .. }));
    let advance = NotebookEntry::Money { kind: MoneyKind::Advance, worker: code("W11"), amount: Fen(105_000) };
    assert_eq!((&read.rows[3].entry, read.rows[3].note.as_str()), (&advance, "家里有事"));
    assert_eq!(read.rows[3].day.to_string(), "2026-09-15");
}

#[test]
fn english_headers_and_entries_in_another_order_read_the_same() {
    let chinese = read_rows("2026-09-01,W20,HR-1,MG-01,S1,返工交活,60,,松\n2026-09-15,W2,,,,发工钱,,20.00,\n");
    let english = "Note;Amount (yuan);Pieces;Weather;Entry;Step;Style;Order no.;Worker;Date\n\
        松;;60;sun;Accepted after rework;S1;MG-01;HR-1;W20;2026-09-01\n;20;;;wages paid;;;;W2;2026/9/15\n";
    let english = read(english.as_bytes());
    assert_eq!(english.rows, chinese.rows);
    assert_eq!((english.unused, chinese.unused), (vec!["Weather".to_owned()], vec![]));
}

#[test]
fn each_entry_wants_its_own_cells() {
    let read = read_rows(
        "2026-09-01,W20,HR-1,MG-01,,领活,60,,\n\
         2026-09-01,,HR-1,MG-01,S1,交活,60,5.00,\n\
         2026-09-01,W20,HR-1,,,奖金,5,,\n\
         2026-09-01,,HR-1,MG-01,S1,补做,,,\n",
    );
    let expected = [
        (2, "E", "missing-value"),
        (3, "B", "missing-value"),
        (3, "H", "not-wanted"),
        (4, "H", "missing-value"),
        (4, "C", "not-wanted"),
        (4, "G", "not-wanted"),
        (5, "G", "missing-value"),
    ];
    assert_eq!(faults(&read), expected.map(|(line, column, code)| (line, column.to_owned(), code)));
    assert_eq!(read.rows, []);
}

#[test]
fn a_row_may_say_which_variant() {
    let text = "日期,工号,订单号,款号,规格,工序,事项,数量,金额\n2026-09-01,W20,HR-1,MG-01,红,S1,领活,60,\n\
        2026-09-01,W20,HR-1,MG-01,,S1,领活,60,\n2026-09-02,W20,,,红,,奖金,,5\n";
    let read = read(text.as_bytes());
    assert_eq!(read.rows.iter().map(|row| row.variant.as_str()).collect::<Vec<_>>(), ["红", ""]);
    assert_eq!(read.rows[0].entry, read.rows[1].entry);
    assert_eq!(faults(&read), [(4, "E".to_owned(), "not-wanted")]);
}

#[test]
fn a_faulty_row_keeps_what_could_be_read() {
    let read = read_rows("2026-09-01,W20,HR-1,MG-01,S1,领活,6o,,\n2026-02-30,W20,HR-1,MG-01,S1,借,60,,\n");
    let expected = [(2, "G", "not-a-number"), (3, "A", "not-a-day"), (3, "F", "unknown-entry")];
    assert_eq!(faults(&read), expected.map(|(line, column, code)| (line, column.to_owned(), code)));
    let [issued, unknown] = &read.partly[..] else { panic!("two rows") };
    assert_eq!((issued.entry, issued.pieces), (Some(EntryKind::Work(Deed::Issued)), None));
    assert_eq!((issued.worker.clone(), issued.step.clone()), (Some(code("W20")), Some(code("S1"))));
    assert_eq!((unknown.line, unknown.day, unknown.entry, unknown.pieces), (3, None, None, Some(Pieces(60))));
}

#[test]
fn a_comma_inside_an_amount_is_not_read_as_another_amount() {
    let read = read_rows("2026-09-30,W01,,,,发工钱,,1,062.40,\n2026-09-30,W01,,,,发工钱,,62.40,\n");
    assert_eq!(read.faults.list()[0].reason, Reason::TooManyCells { cells: 10, headers: 9 });
    assert_eq!((read.rows.len(), read.partly.len(), read.partly[0].line), (1, 1, 2));
}

#[test]
fn a_row_may_end_early() {
    let read = read_rows("2026-09-01,W20,HR-1,MG-01,S1,领活,60\n\n , ,\n");
    assert_eq!((faults(&read), read.rows.len()), (vec![], 1));
}

#[test]
fn equal_rows_are_all_kept() {
    let row = "2026-09-03,,HR-2026-091,MG-01,S1,补做,1,,\n";
    assert_eq!(read_rows(&row.repeat(2)).rows.len(), 2);
}

#[test]
fn a_file_without_headers_is_refused() {
    let read = read(b"2026-09-01,W20,HR-1,MG-01,S1,\xE9\xA2\x86\xE6\xB4\xBB,60,,\n");
    let Reason::MissingHeader { missing, found } = &read.faults.list()[0].reason else { panic!("no header") };
    assert_eq!((missing.len(), found[1].as_str()), (8, "W20"));
}

#[test]
fn what_an_attacker_writes_is_shown_harmless() {
    let read = read_rows("2026-09-01,W\u{202E}20,HR-1,MG-01,S1,领活,=1+1,,a\u{1b}[2J\n");
    let texts: Vec<_> = read.faults.list().iter().map(|fault| format!("{:?}", fault.reason)).collect();
    let code_of = |text: &str| texts.iter().any(|shown| shown.contains(text));
    assert!(code_of("W<U+202E>20") && code_of("=1+1") && code_of("a<U+001B>[2J"), "{texts:?}");
}
