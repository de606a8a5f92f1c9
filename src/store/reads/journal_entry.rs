//! Events as they are told: each with the correction that undid it or the event that it undid, and the names of all in them.

use super::names::{Names, Wanted};
use crate::Command;
use crate::journal::Event;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::sql::list;
use crate::store::{BoxFuture, StoreError};
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, WorkshopId};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// An event, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    pub event: Event,
    /// The correction that undid it.
    pub undone: Option<Correction>,
    /// The event that it undid, where it is a correction; or would undo, where it is the proposal of one.
    pub undoes: Option<Box<Event>>,
}

impl JournalEntry {
    /// Whether there is anything in it that a correction could undo; whether it still may, the rule says.
    #[must_use]
    pub fn may_be_undone(&self) -> bool {
        let event = &self.event;
        let changed = !event.moves.is_empty() || !event.transfers.is_empty();
        // These move nothing, and can be taken back all the same.
        let declared = matches!(
            event.asked,
            Command::Declare(_)
                | Command::SaveContact(_)
                | Command::ChangeOrder(_)
                | Command::ChangePrice(_)
                | Command::CancelPieces(_)
                | Command::SetPhoto(_)
        );
        self.undone.is_none() && self.undoes.is_none() && (changed || declared)
    }
}

/// A correction, as the event that it undid names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
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
    pub async fn journal_entry(&mut self, id: EventId) -> Result<Option<(JournalEntry, Names)>, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let text = "SELECT seq FROM events WHERE workshop = $1 AND id = $2";
        let Some(seq) = query(text).bind(workshop).bind(id).optional(&mut *db).await? else { return Ok(None) };
        let (mut entries, names) = journal_entries(&mut *db, workshop, &[seq], Wanted::default()).await?;
        Ok(entries.pop().map(|entry| (entry, names)))
    }
}

/// Events by their numbers, newest first, with the names of all in them and of whatever else is wanted.
pub(in crate::store) fn journal_entries<'a>(
    db: &'a mut AnyConnection,
    workshop: WorkshopId,
    seqs: &'a [Seq],
    mut wanted: Wanted,
) -> BoxFuture<'a, (Vec<JournalEntry>, Names)> {
    Box::pin(async move {
        if seqs.is_empty() {
            return Ok((Vec::new(), wanted.read(db, workshop).await?));
        }
        let text =
            format!("SELECT body FROM events WHERE workshop = $1 AND seq IN {} ORDER BY seq DESC", list(2, seqs.len()));
        let asked = query(text).bind(workshop).bind_all(seqs.iter().copied());
        let events: Vec<Event> = asked.all(&mut *db).await?;
        let mut undone = corrections(db, workshop, &events).await?;
        let undoes = corrected(db, workshop, &events).await?;
        events.iter().chain(undoes.values()).for_each(|event| wanted.event(event));
        let names = wanted.read(db, workshop).await?;
        let entries = events
            .into_iter()
            .map(|event| JournalEntry {
                undone: undone.remove(&event.id),
                undoes: undoes_of(&event).and_then(|id| undoes.get(&id)).cloned().map(Box::new),
                event,
            })
            .collect();
        Ok((entries, names))
    })
}

/// The corrections of these events, by what they undid.
async fn corrections(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    events: &[Event],
) -> Result<BTreeMap<EventId, Correction>, StoreError> {
    let text = format!(
        "SELECT reverses, id, seq, day, note FROM events WHERE workshop = $1 AND reverses IN {}",
        list(2, events.len())
    );
    let asked = query(text).bind(workshop).bind_all(events.iter().map(|event| event.id));
    Ok(asked.all(db).await?.into_iter().collect())
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
    let events = query(text).bind(workshop).bind_all(ids).all::<Event>(db).await?;
    Ok(events.into_iter().map(|event| (event.id, event)).collect())
}

/// The event that it undid, or is about undoing.
fn undoes_of(event: &Event) -> Option<EventId> {
    event.reverses.or_else(|| event.proposal().and_then(|proposal| proposal.asked.undoes()))
}

from_row!(Correction { by, seq, day, reason });
