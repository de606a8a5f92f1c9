//! The journal: all that happened, newest first.

use super::Who;
use super::journal_entry::{JournalEntry, journal_entries};
use super::names::{Names, Wanted};
use crate::model::Actor;
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::records::actor;
use crate::values::day::Day;
use crate::values::ids::{Seq, WorkerId, WorkshopId};
use sqlx::AnyConnection;

/// Events on one page.
const ROWS: i64 = 40;

/// Which events are wanted: all, or those that are of all that is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of [`crate::Command::KINDS`].
    pub kind: Option<&'static str>,
    /// What concerns her work or money, or what she said.
    pub worker: Option<WorkerId>,
    /// The day on which it happened.
    pub day: Option<Day>,
    /// Who entered it.
    pub by: Option<Actor>,
}

/// A page of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalView {
    pub entries: Vec<JournalEntry>,
    /// Where the older events begin, if there are any.
    pub older: Option<Seq>,
    pub names: Names,
}

impl Snapshot {
    /// A page of the journal, from before that event on or from the newest.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn journal_page(&mut self, filter: Filter, before: Option<Seq>) -> Result<JournalView, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let (seqs, older) = super::page_of(seqs(&mut *db, workshop, filter, before).await?, ROWS);
        let (entries, names) = journal_entries(&mut *db, workshop, &seqs, Wanted::default()).await?;
        Ok(JournalView { entries, older, names })
    }

    /// Every worker's number and name, to choose from.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn worker_names(&mut self) -> Result<Vec<Who>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT id, number, name FROM workers WHERE workshop = $1 ORDER BY active DESC, number";
        query(text).bind(workshop).all(self.db()).await
    }
}

async fn seqs(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    filter: Filter,
    before: Option<Seq>,
) -> Result<Vec<Seq>, StoreError> {
    let mut cells: Vec<Cell> = vec![before.map_or(i64::MAX, |seq| seq.0).into(), (ROWS + 1).into()];
    // The first parameter is the workshop.
    let mut place = |cell: Cell| {
        cells.push(cell);
        format!("${}", cells.len() + 1)
    };
    let mut text = "SELECT seq FROM events WHERE workshop = $1 AND seq < $2".to_owned();
    if let Some(kind) = filter.kind {
        text.push_str(&format!(" AND kind = {}", place(kind.into())));
    }
    if let Some(day) = filter.day {
        text.push_str(&format!(" AND day = {}", place(day.into())));
    }
    if let Some(by) = filter.by {
        let (actor, id) = actor(by);
        text.push_str(&format!(" AND actor = {} AND actor_id = {}", place(actor.into()), place(id.into())));
    }
    if let Some(worker) = filter.worker {
        let worker = place(worker.into());
        // With her alone, the newest of each sort are enough; with more asked, any of hers may be.
        let newest = if filter == (Filter { worker: filter.worker, ..Filter::default() }) {
            "ORDER BY seq DESC LIMIT $3"
        } else {
            ""
        };
        let sorts =
            ["moves WHERE worker =", "transfers WHERE worker =", "events WHERE actor = 'worker' AND actor_id ="];
        let sorts = sorts.map(|sort| {
            format!("SELECT seq FROM (SELECT DISTINCT seq FROM {sort} {worker} AND workshop = $1 AND seq < $2 {newest}) AS s")
        });
        text.push_str(&format!(" AND seq IN ({})", sorts.join(" UNION ")));
    }
    text.push_str(" ORDER BY seq DESC LIMIT $3");
    query(text).bind(workshop).bind_all(cells).all(db).await
}
