//! An order that has just come in: there is something to split, and time for it.

use super::NoDemo;
use chrono::{DateTime, Days, Utc};
use ledger::model::{Actor, NewLine, OpenOrder};
use ledger::store::{Ask, Store, Writing};
use ledger::values::clock::Zone;
use ledger::values::day::Day;
use ledger::values::ids::{EventId, StyleId, WorkshopId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::{Code, Note, Variant};
use uuid::Uuid;

const CODE: &str = "HR-NEW";

/// Styles, pieces, and the firm's price in fen.
const LINES: [(&str, i64, i64); 2] = [("MG-01", 1_000, 420), ("KNX-2", 300, 310)];

const PACK: i64 = 10;

/// Days that the firm gives for it.
const TIME: u64 = 18;

/// Opens the order, for the firm that was first.
pub(super) async fn open(store: &Store, workshop: WorkshopId, at: DateTime<Utc>) -> Result<(), NoDemo> {
    let mut writing = store.write(workshop, at).await?;
    writing.read_all().await?;
    let placed = Day(Zone::china().wall(at).date());
    let due = Day(placed.0.checked_add_days(Days::new(TIME)).unwrap_or(placed.0));
    let Some(&firm) = writing.books().firms.keys().next() else { return Ok(()) };
    let line = |(code, pieces, price): (&str, i64, i64)| {
        let style = style(&writing, code)?;
        Some(NewLine {
            style,
            variant: Variant::default(),
            pieces: Pieces(pieces),
            price: Fen(price),
            pack: Pieces(PACK),
            note: Note::default(),
        })
    };
    let lines: Vec<_> = LINES.into_iter().filter_map(line).collect();
    let order = OpenOrder { firm, code: Code::parse(CODE)?, placed, due, lines, note: Note::default() };
    writing.decide(Ask {
        id: EventId(Uuid::new_v4()),
        actor: Actor::Operator,
        day: Some(placed),
        command: order.into(),
    })?;
    writing.commit().await?;
    Ok(())
}

fn style(writing: &Writing, code: &str) -> Option<StyleId> {
    let mut styles = writing.books().styles.values();
    styles.find(|style| style.code.as_str() == code).map(|style| style.id)
}
