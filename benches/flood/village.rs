//! The demo, where somebody has an account, and another workshop with files that take long.

use crate::scene::{clock, coordinator, remove};
use app::hasher::{Asker, Hasher};
use ledger::import::{File, Kind};
use ledger::model::{Actor, NewLine, OpenOrder, SaveFirm};
use ledger::store::{Ask, Import, Store};
use ledger::values::clock::Clock;
use ledger::values::day::Day;
use ledger::values::ids::{EventId, WorkshopId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::{Code, Name, Note, Variant};
use rust_xlsxwriter::Workbook;
use std::fmt::Write as _;
use std::path::PathBuf;
use uuid::Uuid;

pub const PHONE: &str = "13800000001";
pub const OTHER_PHONE: &str = "13800000002";
pub const PASSWORD: &str = "村口那棵老槐树下";

/// The rows of a notebook that is imported.
const ROWS: usize = 40_000;

pub struct Villages {
    pub file: PathBuf,
}

impl Villages {
    pub async fn found() -> Self {
        let file = std::env::temp_dir().join(format!("petalwork-bench-{}.db", Uuid::new_v4()));
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
        let demo = server::demo::make(&store, &clock()).await.expect("the demo");
        let hash = Hasher::default().hash(Asker::Known, PASSWORD.to_owned()).await.expect("a hash");
        coordinator(&store, demo, PHONE, hash.clone()).await;
        let name = Name::parse("另一个村").expect("a name");
        let other = store.make_workshop(&name, false, clock().now()).await.expect("a workshop");
        coordinator(&store, other, OTHER_PHONE, hash).await;
        supply(&store, other).await;
        store.close().await;
        Self { file }
    }
}

impl Drop for Villages {
    fn drop(&mut self) {
        remove(&self.file);
    }
}

/// Workers, a style, and an order that is never done.
async fn supply(store: &Store, workshop: WorkshopId) {
    let at = clock().now();
    let files: [(Kind, &[u8]); 2] = [
        (Kind::Styles, include_bytes!("../../tests/data/styles.csv")),
        (Kind::Workers, include_bytes!("../../tests/data/workers.csv")),
    ];
    for (kind, bytes) in files {
        let outcome = store.import(workshop, at, Actor::Operator, File::read(kind, bytes), Import::Post).await;
        assert!(outcome.expect("imported").is_clean());
    }
    let ask = |command| Ask { id: EventId(Uuid::new_v4()), actor: Actor::Operator, day: None, command };
    let firm = SaveFirm { firm: None, name: Name::parse("外贸公司").expect("a name") };
    store.perform(workshop, at, ask(firm.into())).await.expect("a firm");
    let mut writing = store.write(workshop, at).await.expect("books");
    writing.read_all().await.expect("read");
    let firm = *writing.books().firms.keys().next().expect("the firm");
    let style = writing.books().styles.values().find(|style| style.code.as_str() == "MG-01").expect("the style").id;
    drop(writing);
    let day = |month, day| Day::of(2026, month, day).expect("a day");
    let line = NewLine {
        style,
        variant: Variant::default(),
        pieces: Pieces::MOST,
        price: Fen(360),
        pack: Pieces(1),
        note: Note::default(),
    };
    let (placed, due) = (day(9, 1), day(12, 31));
    let code = Code::parse("WB-1").expect("a code");
    let order = OpenOrder { firm, code, placed, due, lines: vec![line], note: Note::default() };
    store.perform(workshop, at, ask(order.into())).await.expect("an order");
}

/// A notebook in which a piece is handed out and brought in again and again; each `n` is another.
pub fn notebook(n: usize) -> Vec<u8> {
    let mut text = "日期,工号,订单号,款号,工序,事项,数量,金额(元),备注\n".to_owned();
    for row in 0..ROWS / 2 {
        // The first nine make that style.
        let (day, worker) = (1 + row * 30 / (ROWS / 2), 1 + row % 9);
        for what in ["领活", "交活"] {
            let _ = writeln!(text, "2026-09-{day:02},W{worker:02},WB-1,MG-01,S1,{what},1,,{n}-{row}");
        }
    }
    text.into_bytes()
}

/// As many orders as a workbook may hold.
pub fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    for _ in 0..8 {
        let sheet = workbook.add_worksheet();
        for row in 0..2_000 {
            for column in 0..40 {
                sheet.write_string(row, column, format!("{row} 行 {column} 列")).expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}
