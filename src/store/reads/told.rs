//! Events as they are told: each with the correction that undid it or the event that it undid, and the names of all in them.

use super::names::{Names, Wanted};
use crate::Command;
use crate::journal::Event;
use crate::store::StoreError;
use crate::store::read::Snapshot;
use crate::store::sql::{list, read};
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, WorkshopId};
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::BTreeMap;

/// An event, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub event: Event,
    /// The correction that undid it.
    pub undone: Option<Undone>,
    /// The event that it undid, where it is a correction; or would undo, where it is the proposal of one.
    pub undoes: Option<Box<Event>>,
}

impl Told {
    /// Whether there is anything in it that a correction could undo; whether it still may, the rule says.
    #[must_use]
    pub fn may_be_undone(&self) -> bool {
        let event = &self.event;
        let changed = !event.moves.is_empty() || !event.transfers.is_empty();
        // These move nothing, and can be taken back all the same.
        let declared = matches!(event.asked, Command::Declare(_) | Command::SaveContact(_));
        self.undone.is_none() && self.undoes.is_none() && (changed || declared)
    }
}

/// A correction, as the event that it undid names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    pub by: EventId,
    pub seq: Seq,
    pub day: Day,
    pub reason: String,
}

impl Snapshot {
    /// One event; `None` when the workshop has none of that id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn event_told(&mut self, id: EventId) -> Result<Option<(Told, Names)>, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let text = "SELECT seq FROM events WHERE workshop = $1 AND id = $2";
        let seq: Option<i64> =
            sqlx::query_scalar(text).bind(workshop.0).bind(id.to_string()).fetch_optional(&mut *db).await?;
        let Some(seq) = seq else { return Ok(None) };
        let (mut told, names) = tell(&mut *db, workshop, &[seq], Wanted::default()).await?;
        Ok(told.pop().map(|told| (told, names)))
    }
}

/// Events by their numbers, newest first, with the names of all in them and of whatever else is wanted.
pub(in crate::store) async fn tell(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    seqs: &[i64],
    mut wanted: Wanted,
) -> Result<(Vec<Told>, Names), StoreError> {
    if seqs.is_empty() {
        return Ok((Vec::new(), wanted.read(db, workshop).await?));
    }
    let text =
        format!("SELECT body FROM events WHERE workshop = $1 AND seq IN {} ORDER BY seq DESC", list(2, seqs.len()));
    let query = sqlx::query_scalar(AssertSqlSafe(text)).bind(workshop.0);
    let bodies: Vec<String> = seqs.iter().fold(query, |query, seq| query.bind(*seq)).fetch_all(&mut *db).await?;
    let events = bodies.iter().map(|body| event(body)).collect::<Result<Vec<_>, _>>()?;
    let mut undone = corrections(db, workshop, &events).await?;
    let undoes = corrected(db, workshop, &events).await?;
    events.iter().chain(undoes.values()).for_each(|event| wanted.event(event));
    let names = wanted.read(db, workshop).await?;
    let told = events
        .into_iter()
        .map(|event| Told {
            undone: undone.remove(&event.id),
            undoes: undoes_of(&event).and_then(|id| undoes.get(&id)).cloned().map(Box::new),
            event,
        })
        .collect();
    Ok((told, names))
}

/// The corrections of these events, by what they undid.
async fn corrections(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    events: &[Event],
) -> Result<BTreeMap<EventId, Undone>, StoreError> {
    let text = format!(
        "SELECT reverses, id, seq, day, note FROM events WHERE workshop = $1 AND reverses IN {}",
        list(2, events.len())
    );
    let query = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
    let query = events.iter().fold(query, |query, event| query.bind(event.id.to_string()));
    let mut found = BTreeMap::new();
    for row in query.fetch_all(db).await? {
        let undone = Undone {
            by: read("events", row.try_get(1)?)?,
            seq: Seq(row.try_get(2)?),
            day: read("events", row.try_get(3)?)?,
            reason: row.try_get(4)?,
        };
        found.insert(read("events", row.try_get(0)?)?, undone);
    }
    Ok(found)
}

/// The events that these undid or would undo.
async fn corrected(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    events: &[Event],
) -> Result<BTreeMap<EventId, Event>, StoreError> {
    let ids: Vec<EventId> = events.iter().filter_map(undoes_of).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let text = format!("SELECT body FROM events WHERE workshop = $1 AND id IN {}", list(2, ids.len()));
    let query = sqlx::query_scalar(AssertSqlSafe(text)).bind(workshop.0);
    let bodies: Vec<String> = ids.iter().fold(query, |query, id| query.bind(id.to_string())).fetch_all(db).await?;
    bodies.iter().map(|body| event(body).map(|event| (event.id, event))).collect()
}

/// The event that it undid, or is about undoing.
fn undoes_of(event: &Event) -> Option<EventId> {
    event.reverses.or_else(|| event.proposal().and_then(|proposal| proposal.asked.undoes()))
}

fn event(body: &str) -> Result<Event, StoreError> {
    serde_json::from_str(body).map_err(|error| StoreError::BadRow { table: "events".into(), what: error.to_string() })
}
