//! The notebook of `tests/data` as books.

use super::books::{VillageBooks, Woman};
use super::ledger::forecast::{Deed, DeedKind, PastLine, PastOrder};
use super::ledger::parse::entry;
use super::ledger::parse::notebook::NotebookEntry;
use super::ledger::parse::orders;
use super::ledger::values::ids::{FirmId, LineId, OrderId, StepNo, StyleId, WorkerId};
use super::ledger::values::text::Code;
use super::village::VillageNotebook;
use std::collections::BTreeMap;

const ORDERS: &[u8] = include_bytes!("../../../tests/data/orders.xlsx");

/// Reads the files.
pub fn read() -> VillageBooks {
    let village = VillageNotebook::read();
    let sheets = orders::read(ORDERS).rows;
    let (mut firms, mut lines, mut codes) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::<StyleId, Code>::new());
    let mut placed = Vec::new();
    for (id, sheet) in (1..).zip(&sheets) {
        let next = FirmId(i64::try_from(firms.len()).expect("few"));
        let firm = *firms.entry(sheet.firm.clone()).or_insert(next);
        let line = |line: &orders::OrderLine| {
            let style = village.style(&line.style);
            codes.insert(style, line.style.clone());
            let next = LineId(i64::try_from(lines.len()).expect("few") + 1);
            let id = *lines.entry((sheet.code.clone(), line.style.clone())).or_insert(next);
            PastLine { line: id, style, last_step: village.last_step(style), pieces: line.pieces, pack: line.pack }
        };
        let lines = sheet.lines.iter().map(line).collect();
        let (order, code) = (OrderId(id), sheet.code.clone());
        placed.push(PastOrder { order, firm, code, placed: sheet.placed, due: sheet.due, lines });
    }
    let worker = |place: usize| WorkerId(i64::try_from(place).expect("few"));
    let mut deeds = Vec::new();
    for row in &village.rows {
        let of_line = |order: &Code, style: &Code| lines[&(order.clone(), style.clone())];
        let deed = match &row.entry {
            NotebookEntry::Work { deed, worker: number, spot, pieces } => Deed {
                day: row.day,
                kind: kind(*deed),
                worker: village.workers.iter().position(|worker| worker.number == *number).map(worker),
                line: of_line(&spot.order, &spot.style),
                step: village.skill(spot).step,
                pieces: *pieces,
            },
            NotebookEntry::Replaced { order, style, pieces, .. } => Deed {
                day: row.day,
                kind: DeedKind::Replaced,
                worker: None,
                line: of_line(order, style),
                step: StepNo::FIRST,
                pieces: *pieces,
            },
            NotebookEntry::Money { .. } => continue,
        };
        deeds.push(deed);
    }
    let women = village.workers.iter().enumerate().map(|(place, row)| Woman {
        worker: worker(place),
        minutes_a_day: row.minutes_a_day.0,
        days_off: row.days_off.clone(),
        skills: row.skills.iter().map(|(style, step)| village.skill_of(style, step)).collect(),
    });
    let mut books = VillageBooks::new(women.collect(), placed, codes, village.standards.clone(), deeds);
    books.evenings.extend(village.rows.iter().map(|row| row.day));
    books
}

const fn kind(deed: entry::Deed) -> DeedKind {
    match deed {
        entry::Deed::Issued => DeedKind::Issued,
        entry::Deed::Returned => DeedKind::Returned,
        entry::Deed::Accepted => DeedKind::Accepted,
        entry::Deed::SentBack => DeedKind::SentBack,
        entry::Deed::Scrapped => DeedKind::Scrapped,
        entry::Deed::AcceptedAfterRework => DeedKind::AcceptedAgain,
        entry::Deed::ScrappedInRework => DeedKind::ScrappedAgain,
    }
}
