//! Writing events down: the event, its moves and transfers, the running balances and the nouns. No rules here.

use super::StoreError;
use super::nouns;
use super::sql::rows;
use super::table::{Cell, PARAMETERS, Table};
use crate::journal::{Account, Books, Event, Link, Place};
use crate::model::Actor;
use crate::values::ids::WorkshopId;
use chrono::SecondsFormat;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::BTreeMap;

/// The event as the text that is hashed and kept.
///
/// # Errors
/// When it cannot be written as JSON: an event is never hashed as another text.
pub(super) fn body(event: &Event) -> Result<String, serde_json::Error> {
    serde_json::to_string(event)
}

/// Adds events at the end of their workshop's chain.
pub(super) async fn post(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    posted: &[(Event, Link)],
    books: &Books,
) -> Result<(), StoreError> {
    let Some((last, end)) = posted.last() else { return Ok(()) };
    events(posted).insert(db, workshop).await?;
    moves(posted).insert(db, workshop).await?;
    transfers(posted).insert(db, workshop).await?;
    shift_places(db, workshop, posted).await?;
    shift_accounts(db, workshop, posted).await?;
    nouns::save(db, workshop, posted.iter().flat_map(|(event, _)| &event.nouns)).await?;
    sqlx::query("UPDATE workshops SET head_seq = $2, head_hash = $3, last_id = $4, settled_through = $5, approval = $6 WHERE id = $1")
        .bind(workshop.0)
        .bind(last.seq.0)
        .bind(end.hash.as_str())
        .bind(books.last_id)
        .bind(books.settled_through.map(|day| day.to_string()))
        .bind(i64::from(books.approval))
        .execute(db)
        .await?;
    Ok(())
}

/// An actor as two columns.
pub(super) const fn actor(actor: Actor) -> (&'static str, i64) {
    match actor {
        Actor::Coordinator { user } => ("coordinator", user.0),
        Actor::Worker { worker } => ("worker", worker.0),
        Actor::Firm { firm } => ("firm", firm.0),
        Actor::Operator => ("operator", 0),
    }
}

pub(super) fn events(posted: &[(Event, Link)]) -> Table {
    let mut table = Table::new(
        "events",
        &["seq"],
        &["id", "kind", "day", "at", "actor", "actor_id", "reverses", "note", "prev", "body", "hash"],
    );
    for (event, link) in posted {
        let (actor, actor_id) = actor(event.actor);
        table.put(
            [event.seq.0.into()],
            [
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

pub(super) fn moves(posted: &[(Event, Link)]) -> Table {
    let mut table = Table::new(
        "moves",
        &["seq", "n"],
        &["day", "flow", "sign", "pieces", "line", "from_kind", "from_part", "to_kind", "to_part", "worker", "issue"],
    );
    for (event, _) in posted {
        for (n, step) in (1_i64..).zip(&event.moves) {
            let (worker, issue) =
                step.from.home().or(step.to.home()).map_or((0, 0), |(worker, issue)| (worker.0, issue.0));
            table.put(
                [event.seq.0.into(), n.into()],
                [
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

pub(super) fn transfers(posted: &[(Event, Link)]) -> Table {
    let mut table = Table::new(
        "transfers",
        &["seq", "n"],
        &["day", "purpose", "sign", "debit", "debit_of", "credit", "credit_of", "fen", "worker", "firm"],
    );
    for (event, _) in posted {
        for (n, transfer) in (1_i64..).zip(&event.transfers) {
            let owner = |kind: &str| {
                [transfer.debit, transfer.credit].into_iter().find(|side| side.code() == kind).map_or(0, Account::owner)
            };
            table.put(
                [event.seq.0.into(), n.into()],
                [
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

/// New balances are reckoned by the database from its own rows, and its CHECK refuses one below zero.
/// (An insert of the change alone would fail the CHECK before the conflict is seen.)
async fn shift_places(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    posted: &[(Event, Link)],
) -> Result<(), StoreError> {
    let mut change: BTreeMap<Place, i64> = BTreeMap::new();
    for step in posted.iter().flat_map(|(event, _)| &event.moves) {
        *change.entry(step.from).or_default() -= step.pieces.0;
        *change.entry(step.to).or_default() += step.pieces.0;
    }
    let change: Vec<_> = change.into_iter().filter(|(_, by)| *by != 0).collect();
    for chunk in change.chunks(PARAMETERS / 6) {
        let values: Vec<String> = (0..chunk.len())
            .map(|row| {
                let [w, l, k, p, o, d] = [1, 2, 3, 4, 5, 6].map(|column| row * 6 + column);
                format!(
                    "(${w}, ${l}, ${k}, ${p}, ${o}, ${d} + COALESCE((SELECT pieces FROM places \
                     WHERE workshop = ${w} AND line = ${l} AND kind = ${k} AND part = ${p}), 0))"
                )
            })
            .collect();
        let text = format!(
            "INSERT INTO places (workshop, line, kind, part, worker, pieces) VALUES {} \
             ON CONFLICT (workshop, line, kind, part) DO UPDATE SET pieces = excluded.pieces",
            values.join(", ")
        );
        let mut query = sqlx::query(AssertSqlSafe(text));
        for (place, by) in chunk {
            let worker = place.home().map_or(0, |(worker, _)| worker.0);
            query = query.bind(workshop.0).bind(place.line().0).bind(place.kind().code());
            query = query.bind(place.part()).bind(worker).bind(*by);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

async fn shift_accounts(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    posted: &[(Event, Link)],
) -> Result<(), StoreError> {
    let mut change: BTreeMap<Account, i64> = BTreeMap::new();
    for transfer in posted.iter().flat_map(|(event, _)| &event.transfers) {
        *change.entry(transfer.debit).or_default() += transfer.fen.0;
        *change.entry(transfer.credit).or_default() -= transfer.fen.0;
    }
    let change: Vec<_> = change.into_iter().filter(|(_, by)| *by != 0).collect();
    for chunk in change.chunks(PARAMETERS / 4) {
        let text = format!(
            "INSERT INTO accounts (workshop, kind, owner, fen) VALUES {} \
             ON CONFLICT (workshop, kind, owner) DO UPDATE SET fen = accounts.fen + excluded.fen",
            rows(1, chunk.len(), 4)
        );
        let mut query = sqlx::query(AssertSqlSafe(text));
        for (account, by) in chunk {
            query = query.bind(workshop.0).bind(account.code()).bind(account.owner()).bind(*by);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}
