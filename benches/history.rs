//! Years of finished work behind the demo's two months.

use chrono::Days;
use ledger::import::File;
use ledger::model::{Actor, Answer, Deliver, Entity, LineAnswer};
use ledger::parse::notebook::{NotebookEntry, NotebookRow};
use ledger::parse::{notebook, orders, styles};
use ledger::store::{Ask, Import, Store};
use ledger::values::day::Day;
use ledger::values::ids::{DeliveryId, EventId, LineId, OrderId, WorkshopId};
use ledger::values::pieces::Pieces;
use ledger::values::text::{Code, Note};
use uuid::Uuid;

const NOTEBOOK: &[u8] = include_bytes!("../tests/data/notebook.csv");
const ORDERS: &[u8] = include_bytes!("../tests/data/orders.xlsx");
const STYLES: &[u8] = include_bytes!("../tests/data/styles.csv");

/// Orders of the notebook that were finished in it.
const FINISHED: [&str; 6] = ["HR-2026-091", "HR-2026-092", "HR-2026-093", "HR-2026-094", "HR-2026-095", "DL-97/26"];

/// Copies that go into one import.
const BATCH: u64 = 20;

/// Days by which each copy lies before the one after it.
const APART: u64 = 30;

/// Adds finished, delivered and confirmed orders of earlier years until the workshop has `times` the events it has.
pub async fn lengthen(store: &Store, workshop: WorkshopId, times: u64) {
    let at = ledger::values::clock::Clock::now(&super::scene::clock());
    let put = async |file| {
        let outcome = store.import(workshop, at, Actor::Operator, file, Import::Post).await.expect("it imports");
        assert!(outcome.is_clean(), "{:?}", outcome.findings.first());
    };
    let mut rates = styles::read(STYLES);
    rates.rows.iter_mut().for_each(|row| row.from = "2000-01-01".parse().expect("a day"));
    rates.rows.truncate(7);
    put(File::Styles(rates)).await;
    let rows: Vec<NotebookRow> = notebook::read(NOTEBOOK).rows.into_iter().filter(|row| finished(&row.entry)).collect();
    let events = store.audit(workshop).await.expect("an audit").events;
    let copies = (times - 1) * events / (rows.len() as u64);
    let mut copy = 1;
    while copy <= copies {
        let upto = (copy + BATCH).min(copies + 1);
        let mut sheets = orders::read(ORDERS);
        sheets.rows.retain(|sheet| FINISHED.contains(&sheet.code.as_str()));
        sheets.rows = (copy..upto)
            .flat_map(|copy| sheets.rows.iter().cloned().map(move |sheet| (copy, sheet)))
            .map(|(copy, mut sheet)| {
                sheet.code = renamed(&sheet.code, copy);
                (sheet.placed, sheet.due) = (earlier(sheet.placed, copy), earlier(sheet.due, copy));
                sheet
            })
            .collect();
        put(File::Orders(sheets)).await;
        let mut book = notebook::read(NOTEBOOK);
        book.rows = (copy..upto).flat_map(|copy| rows.iter().cloned().map(move |row| moved(row, copy))).collect();
        put(File::Notebook(book)).await;
        copy = upto;
    }
    deliver(store, workshop).await;
}

/// Delivers and confirms every finished line.
async fn deliver(store: &Store, workshop: WorkshopId) {
    let at = ledger::values::clock::Clock::now(&super::scene::clock());
    let mut writing = store.write(workshop, at).await.expect("open books");
    writing.read_all().await.expect("read");
    let orders: Vec<OrderId> = writing
        .books()
        .orders
        .values()
        .filter(|order| order.code.as_str().contains('~'))
        .map(|order| order.id)
        .collect();
    for order in orders {
        let lines: Vec<(LineId, Pieces)> = writing
            .books()
            .lines
            .values()
            .filter(|line| line.order == order)
            .map(|line| (line.id, writing.books().pieces_at(ledger::journal::Place::Stock { line: line.id })))
            .collect();
        let day = Some(writing.books().orders[&order].due);
        let mut ask = |command: ledger::Command| {
            writing
                .decide(Ask { id: EventId(Uuid::new_v4()), actor: Actor::Operator, day, command })
                .expect("it is done")
        };
        let sent = ask(Deliver { order, lines: lines.clone(), note: Note::default() }.into());
        let delivery: DeliveryId = sent
            .entities
            .iter()
            .find_map(|entity| if let Entity::Delivery(delivery) = entity { Some(delivery.id) } else { None })
            .expect("a delivery");
        let said = |(line, confirmed)| LineAnswer {
            line,
            confirmed,
            refused: Pieces::ZERO,
            short: Pieces::ZERO,
            reason: Note::default(),
        };
        ask(Answer { delivery, lines: lines.into_iter().map(said).collect() }.into());
    }
    writing.commit().await.expect("posted");
}

fn finished(entry: &NotebookEntry) -> bool {
    match entry {
        NotebookEntry::Work { spot, .. } => FINISHED.contains(&spot.order.as_str()),
        NotebookEntry::Replaced { order, .. } => FINISHED.contains(&order.as_str()),
        NotebookEntry::Money { .. } => false,
    }
}

fn moved(mut row: NotebookRow, copy: u64) -> NotebookRow {
    row.day = earlier(row.day, copy);
    match &mut row.entry {
        NotebookEntry::Work { spot, .. } => spot.order = renamed(&spot.order, copy),
        NotebookEntry::Replaced { order, .. } => *order = renamed(order, copy),
        NotebookEntry::Money { .. } => {}
    }
    row
}

fn earlier(day: Day, copy: u64) -> Day {
    Day(day.0.checked_sub_days(Days::new(60 + APART * copy)).expect("a day"))
}

fn renamed(code: &Code, copy: u64) -> Code {
    Code::parse(&format!("{code}~{copy}")).expect("a code")
}
