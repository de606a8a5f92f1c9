//! A firm's workbook: each sheet an order, opened on the day on which it was placed.

use super::finding::field_of;
use super::{Ledger, Outcome, Posting, RowFault};
use crate::journal::Books;
use crate::model::{NewLine, OpenOrder, Order, SaveFirm};
use crate::parse::field::Field;
use crate::parse::orders::OrderSheet;
use crate::rules::refusal::{Refusal, Thing};
use crate::values::ids::{EventId, FirmId, OrderId, WorkshopId};
use crate::values::text::Name;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The event that a sheet would be: the same order with the same content is the same event, whatever the sheet is called.
pub(super) fn id(workshop: WorkshopId, sheet: &OrderSheet) -> EventId {
    EventId::of_content(workshop, &content(sheet))
}

fn content(sheet: &OrderSheet) -> String {
    let mut content = format!("order\u{1f}{}\u{1f}{}\u{1f}{}\u{1f}{}", sheet.firm, sheet.code, sheet.placed, sheet.due);
    for line in &sheet.lines {
        let _ = write!(content, "\u{1e}{}\u{1f}{}\u{1f}{}\u{1f}{}", line.style, line.pieces, line.price, line.pack);
        // What was imported before there were variants is known by the same id.
        if !line.variant.is_empty() {
            let _ = write!(content, "\u{1f}{}", line.variant);
        }
    }
    content
}

/// The order that was opened by this sheet before and struck out since, if no other of that number stands: it may be opened again.
fn struck(books: &Books, sheet: &OrderSheet) -> Option<OrderId> {
    let firm = called(books, &sheet.firm)?;
    let of_firm = || books.orders.values().filter(|order| order.firm == firm);
    let stands = of_firm().any(|order| order.code == sheet.code);
    let same = |order: &&Order| {
        order.is_struck()
            && order.placed == sheet.placed
            && order.id.unmarked(order.code.as_str()) == sheet.code.as_str()
    };
    of_firm().filter(same).map(|order| order.id).max().filter(|_| !stands)
}

pub(super) fn put(sheets: &[OrderSheet], ledger: &mut impl Ledger, known: &BTreeSet<EventId>, outcome: &mut Outcome) {
    for sheet in sheets {
        if !ledger.is_awaited() {
            return;
        }
        let id = id(ledger.workshop(), sheet);
        if !known.contains(&id) {
            one(id, sheet, ledger, outcome);
        } else if let Some(order) = struck(ledger.books(), sheet) {
            let again = format!("{}\u{1d}after {order}", content(sheet));
            one(EventId::of_content(ledger.workshop(), &again), sheet, ledger, outcome);
        } else {
            outcome.known += 1;
        }
    }
}

fn one(id: EventId, sheet: &OrderSheet, ledger: &mut impl Ledger, outcome: &mut Outcome) {
    let faults = outcome.findings.len();
    let mut lines = Vec::new();
    for line in &sheet.lines {
        match ledger.books().styles.values().find(|style| style.code == line.style) {
            Some(style) => lines.push(NewLine {
                style: style.id,
                variant: line.variant.clone(),
                pieces: line.pieces,
                price: line.price,
                pack: line.pack,
                note: line.note.clone(),
            }),
            None => {
                let why = RowFault::Unknown { thing: Thing::Style, code: line.style.to_string() };
                outcome.find(sheet.sheet_name(), line.row, Some(Field::Style), why);
            }
        }
    }
    if outcome.findings.len() > faults {
        return;
    }
    let opened = firm(&sheet.firm, ledger, outcome).and_then(|firm| {
        let (code, placed, due, note) = (sheet.code.clone(), sheet.placed, sheet.due, sheet.note.clone());
        let ask = OpenOrder { firm, code, placed, due, lines, note };
        ledger.decide(Posting { id, day: Some(sheet.placed), command: ask.into() })
    });
    match opened {
        Ok(event) => outcome.count(event.kind()),
        Err(refusal) => outcome.find(sheet.sheet_name(), 0, field_of(&refusal), RowFault::Refused(refusal)),
    }
}

/// The firm of that name, made if it is new.
fn firm(name: &Name, ledger: &mut impl Ledger, outcome: &mut Outcome) -> Result<FirmId, Refusal> {
    if let Some(known) = called(ledger.books(), name) {
        return Ok(known);
    }
    let id = ledger.next_id(&format!("firm {name}"));
    let event =
        ledger.decide(Posting { id, day: None, command: SaveFirm { firm: None, name: name.clone() }.into() })?;
    outcome.count(event.kind());
    called(ledger.books(), name).ok_or(Refusal::Unknown { thing: Thing::Firm })
}

fn called(books: &Books, name: &Name) -> Option<FirmId> {
    books.firms.values().find(|firm| firm.name == *name).map(|firm| firm.id)
}
