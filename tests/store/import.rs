//! The village's two months, imported, add up to what they add up to; spoiled rows are named, and no other.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, code, day, name, noon, note};
use ledger::import::{File, Kind, Outcome, RowFault};
use ledger::journal::Account;
use ledger::model::{Actor, Bonus, NewLine, OpenOrder};
use ledger::parse::field::Field;
use ledger::rules::refusal::Thing;
use ledger::store::{Import, Store};
use ledger::values::ids::WorkshopId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::{Note, Variant};
use serde::Serialize;
use std::fmt::Write as _;

on_both_engines!(
    the_two_months_add_up,
    the_same_files_again_change_nothing,
    twelve_spoiled_rows_are_named_and_no_other,
    a_longer_notebook_adds_only_its_new_rows,
    a_spoiled_row_in_place_of_a_good_one_is_the_only_one_blamed,
    a_very_long_file_is_posted_once_while_others_write,
    a_row_says_which_of_several_lines_of_a_style_it_means,
    a_replacement_names_somebody_or_nobody,
);

const STYLES: &[u8] = include_bytes!("../data/styles.csv");
const WORKERS: &[u8] = include_bytes!("../data/workers.csv");
const ORDERS: &[u8] = include_bytes!("../data/orders.xlsx");
const NOTEBOOK: &str = include_str!("../data/notebook.csv");

async fn import(store: &Store, workshop: WorkshopId, kind: Kind, bytes: &[u8]) -> Outcome {
    store
        .import(workshop, noon(), Actor::Operator, File::read(kind, bytes), Import::Post)
        .await
        .expect("the database works")
}

async fn new_village(store: &Store) -> WorkshopId {
    let workshop = store.make_workshop(&name("花村"), false, noon()).await.expect("a workshop");
    for (kind, bytes) in [(Kind::Styles, STYLES), (Kind::Workers, WORKERS), (Kind::Orders, ORDERS)] {
        let outcome = import(store, workshop, kind, bytes).await;
        assert_eq!(outcome.findings, [], "{kind:?}");
    }
    workshop
}

fn csv_of<T: Serialize>(rows: &[T]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("a row of plain values");
    }
    String::from_utf8(writer.into_inner().expect("a buffer")).expect("text")
}

/// The village with its whole notebook.
pub async fn two_months(store: &Store) -> WorkshopId {
    let workshop = new_village(store).await;
    let outcome = import(store, workshop, Kind::Notebook, NOTEBOOK.as_bytes()).await;
    assert_eq!(outcome.findings, []);
    assert_eq!(outcome.total(), 4740);
    workshop
}

async fn the_two_months_add_up(db: Database) {
    let workshop = two_months(&db.store).await;
    let workers = csv_of(&snapshot_of(&db.store, workshop).await.worker_totals().await.expect("totals"));
    assert_eq!(workers, include_str!("../data/expected/workers.csv"));
    let lines = csv_of(&snapshot_of(&db.store, workshop).await.step_totals().await.expect("totals"));
    assert_eq!(lines, include_str!("../data/expected/lines.csv"));
    assert_eq!(db.store.audit(workshop).await.expect("an audit").findings, []);
}

async fn the_same_files_again_change_nothing(db: Database) {
    let workshop = new_village(&db.store).await;
    import(&db.store, workshop, Kind::Notebook, NOTEBOOK.as_bytes()).await;
    let before = db.store.audit(workshop).await.expect("an audit");
    for (kind, bytes) in [
        (Kind::Styles, STYLES),
        (Kind::Workers, WORKERS),
        (Kind::Orders, ORDERS),
        (Kind::Notebook, NOTEBOOK.as_bytes()),
    ] {
        let outcome = import(&db.store, workshop, kind, bytes).await;
        assert_eq!((outcome.total(), outcome.findings.len()), (0, 0), "{kind:?}");
        assert!(outcome.known > 0, "{kind:?}");
    }
    assert_eq!(db.store.audit(workshop).await.expect("an audit"), before);
}

async fn twelve_spoiled_rows_are_named_and_no_other(db: Database) {
    let workshop = new_village(&db.store).await;
    let before = db.store.audit(workshop).await.expect("an audit");
    let spoiled = [
        (40, "2026-09-31,W01,HR-2026-091,MG-01,S1,交活,5,,"),
        (300, "2026-09-05,W99,HR-2026-091,MG-01,S1,交活,5,,"),
        (500, "2026-09-08,W01,HR-2026-999,MG-01,S1,领活,5,,"),
        (700, "2026-09-10,W01,HR-2026-092,ZZ-09,S1,领活,5,,"),
        (900, "2026-09-12,W01,HR-2026-093,MD-07,S9,领活,5,,"),
        (1200, "2026-09-14,W01,HR-2026-093,MD-07,S1,吃饭,5,,"),
        (1500, "2026-09-16,W01,HR-2026-093,MD-07,S1,交活,-5,,"),
        (1800, "2026-09-18,W01,HR-2026-093,MD-07,S1,交活,2.5,,"),
        (2100, "2026-09-20,W01,HR-2026-094,MD-07,S1,交活,99999,,"),
        (2400, "2026-09-22,W02,,,,扣款,,3.50,"),
        (2700, "2026-09-24,W02,,,,发工钱,,99999.00,现金"),
        (3000, "2026-09-26,W11,HR-2026-104,MG-01,S1,领活,1,,"),
    ];
    let (text, lines) = with_rows(&spoiled);
    let outcome = import(&db.store, workshop, Kind::Notebook, text.as_bytes()).await;
    let mut named: Vec<u32> = outcome.findings.iter().map(|finding| finding.place.line).collect();
    named.dedup();
    assert_eq!(named, lines, "{:#?}", outcome.findings);
    assert_eq!(db.store.audit(workshop).await.expect("an audit"), before);
}

/// The notebook with rows put in before the given lines, and the lines at which these then stand.
fn with_rows(put_in: &[(usize, &str)]) -> (String, Vec<u32>) {
    let mut rows: Vec<&str> = NOTEBOOK.lines().collect();
    let mut lines = Vec::new();
    for (shift, (line, row)) in put_in.iter().enumerate() {
        rows.insert(line + shift - 1, row);
        lines.push(u32::try_from(line + shift).expect("a line number"));
    }
    (rows.join("\n"), lines)
}

async fn a_longer_notebook_adds_only_its_new_rows(db: Database) {
    let workshop = new_village(&db.store).await;
    let first: String = NOTEBOOK.lines().take(2001).collect::<Vec<_>>().join("\n");
    assert_eq!(import(&db.store, workshop, Kind::Notebook, first.as_bytes()).await.total(), 2000);
    let rest = import(&db.store, workshop, Kind::Notebook, NOTEBOOK.as_bytes()).await;
    assert_eq!((rest.known, rest.total(), rest.findings.len()), (2000, 2740, 0));
    let workers = csv_of(&snapshot_of(&db.store, workshop).await.worker_totals().await.expect("totals"));
    assert_eq!(workers, include_str!("../data/expected/workers.csv"));
}

async fn a_spoiled_row_in_place_of_a_good_one_is_the_only_one_blamed(db: Database) {
    let workshop = new_village(&db.store).await;
    // Each row's own worker, number or entry goes wrong, one row in every 97.
    let mut rows: Vec<String> = NOTEBOOK.lines().map(str::to_owned).collect();
    for (nth, line) in (97..rows.len()).step_by(97).enumerate() {
        let spoil = |row: &str| {
            let mut cells: Vec<&str> = row.split(',').collect();
            match nth % 3 {
                0 => cells[6] = "十几个",
                1 => cells[0] = "2026-13-01",
                _ => cells[5] = "不认识",
            }
            cells.join(",")
        };
        let original = rows[line - 1].clone();
        // Alone in its file, so that nothing else can be blamed.
        let mut alone: Vec<&str> = NOTEBOOK.lines().collect();
        let spoiled = spoil(&original);
        alone[line - 1] = &spoiled;
        if nth % 16 == 0 {
            let outcome = import(&db.store, workshop, Kind::Notebook, alone.join("\n").as_bytes()).await;
            let mut named: Vec<u32> = outcome.findings.iter().map(|finding| finding.place.line).collect();
            named.dedup();
            assert_eq!(named, [u32::try_from(line).expect("a line number")], "{spoiled}: {:#?}", outcome.findings);
        }
        rows[line - 1] = spoiled;
    }
    let outcome = import(&db.store, workshop, Kind::Notebook, rows.join("\n").as_bytes()).await;
    let mut named: Vec<usize> = outcome.findings.iter().map(|finding| finding.place.line as usize).collect();
    named.dedup();
    assert_eq!(named, (97..rows.len()).step_by(97).collect::<Vec<_>>());
}

async fn a_very_long_file_is_posted_once_while_others_write(db: Database) {
    const ROWS: usize = 6_000;
    let (v, other) = (Village::settle(&db.store).await, Village::settle(&db.store).await);
    let mut notebook = "日期,工号,订单号,款号,工序,事项,数量,金额(元),备注\n".to_owned();
    for row in 0..ROWS {
        let _ = writeln!(notebook, "2026-11-01,W01,,,,奖金,,1.00,{row}");
    }
    let importing = || import(&db.store, v.workshop, Kind::Notebook, notebook.as_bytes());
    let writing = async |v: &Village<'_>| {
        for _ in 0..40 {
            v.done(Bonus { worker: v.anna, fen: Fen(50), note: note("手艺好") }).await;
            snapshot_of(v.store, v.workshop).await.firms_listed().await.expect("a look");
        }
    };
    let (first, again, (), ()) = tokio::join!(importing(), importing(), writing(&v), writing(&other));
    assert_eq!((first.findings, again.findings), (Vec::new(), Vec::new()));
    assert_eq!(first.added.get("bonus").unwrap_or(&0) + again.added.get("bonus").unwrap_or(&0), ROWS);
    for (v, fen) in [(&v, 100 * ROWS + 2_000), (&other, 2_000)] {
        let audit = db.store.audit(v.workshop).await.expect("an audit");
        assert_eq!(audit.findings, []);
        let mut writing = db.store.write(v.workshop, noon()).await.expect("books");
        writing.read_all().await.expect("read");
        let owed = writing.books().accounts[&Account::Worker { worker: v.anna }];
        assert_eq!(owed, Fen(-i64::try_from(fen).expect("few")));
    }
}

/// A workshop with an order of two colours, and a worker.
async fn two_colours(store: &Store) -> WorkshopId {
    let v = Village::settle(store).await;
    let line = |colour: &str| NewLine {
        style: v.style,
        variant: Variant::parse(colour).expect("a variant"),
        pieces: Pieces(40),
        price: Fen(680),
        pack: Pieces(10),
        note: Note::default(),
    };
    let (placed, due, lines) = (day("2026-11-01"), day("2026-11-20"), vec![line("红"), line("白")]);
    let ask = OpenOrder { firm: v.firm, code: code("T-2"), placed, due, lines, note: Note::default() };
    v.done(ask).await;
    v.workshop
}

async fn a_row_says_which_of_several_lines_of_a_style_it_means(db: Database) {
    let workshop = two_colours(&db.store).await;
    let head = "日期,工号,订单号,款号,规格,工序,事项,数量,金额\n";
    let row = |order: &str, variant: &str| format!("2026-11-02,W01,{order},MD-1,{variant},S1,领活,10,\n");
    let text = [head, &row("T-2", "红"), &row("T-2", "红"), &row("T-1", "")].concat();
    let outcome = import(&db.store, workshop, Kind::Notebook, text.as_bytes()).await;
    assert_eq!((outcome.findings.as_slice(), outcome.total()), (&[][..], 3));
    let mut books = db.store.read(workshop).await.expect("open books");
    let totals = books.step_totals().await.expect("totals");
    drop(books);
    let first: Vec<_> = totals.iter().filter(|row| row.step == "S1").collect();
    let pools: Vec<_> = first.iter().map(|row| (row.order.as_str(), row.variant.as_deref(), row.pool)).collect();
    assert_eq!(pools, [("T-1", Some(""), 90), ("T-2", Some("红"), 20), ("T-2", Some("白"), 40)]);
    let again = import(&db.store, workshop, Kind::Notebook, text.as_bytes()).await;
    assert_eq!((again.known, again.total()), (3, 0));
    let wrong = [head, &row("T-2", ""), &row("T-2", "蓝")].concat();
    let outcome = import(&db.store, workshop, Kind::Notebook, wrong.as_bytes()).await;
    let why: Vec<_> = outcome.findings.iter().map(|found| (found.place.line, found.field, found.why.clone())).collect();
    let missing = RowFault::VariantMissing { code: "MD-1".to_owned() };
    let unknown = RowFault::Unknown { thing: Thing::Line, code: "MD-1 蓝".to_owned() };
    assert_eq!(why, [(2, Some(Field::Variant), missing), (3, Some(Field::Variant), unknown)]);
}

async fn a_replacement_names_somebody_or_nobody(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 10).await;
    v.done(v.count_of(v.anna, issue, 8, 0, 2)).await;
    let head = "日期,工号,订单号,款号,工序,事项,数量,金额\n";
    let row = |worker: &str| format!("{head}2026-11-02,{worker},T-1,MD-1,,补做,1,\n");
    let stranger = import(&db.store, v.workshop, Kind::Notebook, row("W77").as_bytes()).await;
    let unknown = RowFault::Unknown { thing: Thing::Worker, code: "W77".to_owned() };
    assert_eq!(stranger.findings.iter().map(|found| found.why.clone()).collect::<Vec<_>>(), [unknown]);
    for worker in ["W01", ""] {
        let outcome = import(&db.store, v.workshop, Kind::Notebook, row(worker).as_bytes()).await;
        assert_eq!((outcome.findings.as_slice(), outcome.total()), (&[][..], 1), "{worker}");
    }
}
