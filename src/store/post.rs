//! Writing events down: the event, its moves and transfers, the running balances and the entities. No rules here.

use super::cell::Cell;
use super::end::End;
use super::query::query;
use super::records;
use super::sql::{once, rows};
use super::table::{PARAMETERS, Shape, Table};
use super::{BoxFuture, StoreError};
use crate::journal::{Account, ChainLink, Event, Place};
use crate::values::ids::WorkshopId;
use chrono::SecondsFormat;
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// The event as the text that is hashed and kept.
///
/// # Errors
/// When it cannot be written as JSON: an event is never hashed as another text.
pub(super) fn body(event: &Event) -> Result<String, serde_json::Error> {
    serde_json::to_string(event)
}

/// Adds events at the end of their workshop's chain, which is `end` with them.
pub(super) fn post<'a>(
    db: &'a mut AnyConnection,
    workshop: WorkshopId,
    posted: &'a [(Event, ChainLink)],
    end: &'a End,
) -> BoxFuture<'a, ()> {
    Box::pin(async move {
        if posted.is_empty() {
            return Ok(());
        }
        events(posted).insert(db, workshop).await?;
        moves(posted).insert(db, workshop).await?;
        transfers(posted).insert(db, workshop).await?;
        shift_places(db, workshop, posted).await?;
        shift_accounts(db, workshop, posted).await?;
        records::rows(posted.iter().flat_map(|(event, _)| &event.entities))?.write(db, workshop).await?;
        end.write(db, workshop).await
    })
}

const EVENTS: Shape = Shape {
    name: "events",
    key: &["seq"],
    rest: &["id", "kind", "day", "at", "actor", "actor_id", "reverses", "note", "prev", "body", "hash"],
};

/// Where in the row of an event the chain stands: the hash before it, its text, its own hash.
pub(super) const CHAINED: [usize; 3] = [9, 10, 11];

pub(super) fn events(posted: &[(Event, ChainLink)]) -> Table {
    let mut table = Table::new(EVENTS);
    for (event, link) in posted {
        let (actor, actor_id) = records::actor(event.actor);
        table.put(
            vec![event.seq.0.into()],
            vec![
                event.id.to_string().into(),
                event.kind().into(),
                event.day.to_string().into(),
                event.at.to_rfc3339_opts(SecondsFormat::Micros, true).into(),
                actor.into(),
                actor_id.into(),
                Cell::OptionalText(event.reverses.map(|id| id.to_string())),
                event.note.as_str().into(),
                link.prev.as_str().into(),
                link.body.as_str().into(),
                link.hash.as_str().into(),
            ],
        );
    }
    table
}

const MOVES: Shape = Shape {
    name: "moves",
    key: &["seq", "n"],
    rest: &["day", "flow", "sign", "pieces", "line", "from_kind", "from_part", "to_kind", "to_part", "worker", "issue"],
};

pub(super) fn moves(posted: &[(Event, ChainLink)]) -> Table {
    let mut table = Table::new(MOVES);
    for (event, _) in posted {
        for (n, step) in (1_i64..).zip(&event.moves) {
            let (worker, issue) =
                step.from.home().or(step.to.home()).map_or((0, 0), |(worker, issue)| (worker.0, issue.0));
            table.put(
                vec![event.seq.0.into(), n.into()],
                vec![
                    event.day.to_string().into(),
                    step.flow.code().into(),
                    if step.back { -1 } else { 1_i64 }.into(),
                    step.pieces.0.into(),
                    step.from.line().0.into(),
                    step.from.kind().code().into(),
                    step.from.part().into(),
                    step.to.kind().code().into(),
                    step.to.part().into(),
                    worker.into(),
                    issue.into(),
                ],
            );
        }
    }
    table
}

const TRANSFERS: Shape = Shape {
    name: "transfers",
    key: &["seq", "n"],
    rest: &["day", "purpose", "sign", "debit", "debit_of", "credit", "credit_of", "fen", "worker", "firm"],
};

pub(super) fn transfers(posted: &[(Event, ChainLink)]) -> Table {
    let mut table = Table::new(TRANSFERS);
    for (event, _) in posted {
        for (n, transfer) in (1_i64..).zip(&event.transfers) {
            let owner = |kind: &str| {
                [transfer.debit, transfer.credit].into_iter().find(|side| side.code() == kind).map_or(0, Account::owner)
            };
            table.put(
                vec![event.seq.0.into(), n.into()],
                vec![
                    event.day.to_string().into(),
                    transfer.purpose.code().into(),
                    if event.reverses.is_some() { -1 } else { 1_i64 }.into(),
                    transfer.debit.code().into(),
                    transfer.debit.owner().into(),
                    transfer.credit.code().into(),
                    transfer.credit.owner().into(),
                    transfer.fen.0.into(),
                    owner("worker").into(),
                    owner("firm").into(),
                ],
            );
        }
    }
    table
}

/// A place and by how much it changes.
type Change = (Place, i64);

/// Adds what moved to the running balances. The database adds it to its own rows, and its CHECK refuses a balance below zero. What
/// only gains is put or added; what loses is there already, for an insert of the loss would fail the CHECK before the conflict is
/// seen.
async fn shift_places(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    posted: &[(Event, ChainLink)],
) -> Result<(), StoreError> {
    let mut change: BTreeMap<Place, i64> = BTreeMap::new();
    for step in posted.iter().flat_map(|(event, _)| &event.moves) {
        *change.entry(step.from).or_default() -= step.pieces.0;
        *change.entry(step.to).or_default() += step.pieces.0;
    }
    let change = change.into_iter().filter(|(_, by)| *by != 0);
    let (gains, losses): (Vec<Change>, Vec<Change>) =
        change.partition(|(place, by)| *by > 0 || place.may_go_below_zero());
    for chunk in gains.chunks(PARAMETERS / 6) {
        let text = format!(
            "INSERT INTO places (workshop, line, kind, part, worker, pieces) VALUES {} \
             ON CONFLICT (workshop, line, kind, part) DO UPDATE SET pieces = places.pieces + excluded.pieces",
            rows(1, chunk.len(), 6)
        );
        let query = chunk.iter().fold(query(text), |query, (place, by)| {
            let worker = place.home().map_or(0, |(worker, _)| worker.0);
            let query = query.bind(workshop).bind(place.line()).bind(place.kind().code());
            query.bind(place.part()).bind(worker).bind(*by)
        });
        query.execute(&mut *db).await?;
    }
    for chunk in losses.chunks(PARAMETERS / 4) {
        let text = format!(
            "UPDATE places SET pieces = places.pieces + lost.column4 FROM (VALUES {}) AS lost \
             WHERE places.workshop = $1 AND places.line = lost.column1 AND places.kind = lost.column2 \
             AND places.part = lost.column3",
            typed_rows(2, chunk.len())
        );
        let query = chunk.iter().fold(query(text).bind(workshop), |query, (place, by)| {
            query.bind(place.line()).bind(place.kind().code()).bind(place.part()).bind(*by)
        });
        if query.execute(&mut *db).await? != chunk.len() as u64 {
            // Pieces would leave a place that never held any.
            return Err(StoreError::Guarded(sqlx::Error::RowNotFound));
        }
    }
    Ok(())
}

/// Placeholders for rows of line, kind, part and change, with their types: a list of values has none by itself.
fn typed_rows(first: usize, rows: usize) -> String {
    let row = |row: usize| {
        let [line, kind, part, by] = [0, 1, 2, 3].map(|column| first + row * 4 + column);
        format!("(CAST(${line} AS BIGINT), ${kind}, CAST(${part} AS BIGINT), CAST(${by} AS BIGINT))")
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

async fn shift_accounts(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    posted: &[(Event, ChainLink)],
) -> Result<(), StoreError> {
    let mut change: BTreeMap<Account, i64> = BTreeMap::new();
    for transfer in posted.iter().flat_map(|(event, _)| &event.transfers) {
        *change.entry(transfer.debit).or_default() += transfer.fen.0;
        *change.entry(transfer.credit).or_default() -= transfer.fen.0;
    }
    let change: Vec<_> = change.into_iter().filter(|(_, by)| *by != 0).collect();
    for chunk in change.chunks(PARAMETERS / 4) {
        let text = || {
            format!(
                "INSERT INTO accounts (workshop, kind, owner, fen) VALUES {} \
                 ON CONFLICT (workshop, kind, owner) DO UPDATE SET fen = accounts.fen + excluded.fen",
                rows(1, chunk.len(), 4)
            )
        };
        let query = match chunk.len() {
            // One transfer, as mostly.
            2 => query(once(["shift", "accounts"], text)),
            _ => query(text()),
        };
        let query = chunk.iter().fold(query, |query, (account, by)| {
            query.bind(workshop).bind(account.code()).bind(account.owner()).bind(*by)
        });
        query.execute(&mut *db).await?;
    }
    Ok(())
}
