//! The events of a long file, posted in parts where a database has one writer: others get their turn between two of them.
//!
//! All that was decided is kept first, in one transaction; from then on all of it will be posted. What is left, because the program
//! was stopped or the disk was full, is posted by the next one who writes to the same books, and when the database is opened.

#[cfg(test)]
mod tests;

use super::end::End;
use super::pools::Turn;
use super::query::query;
use super::{Engine, Store, StoreError, post};
use crate::journal::{ChainLink, Event};
use crate::values::ids::{Seq, WorkshopId};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use std::time::Duration;

/// As many events at most are posted in one transaction: a good third of a second.
const AT_ONCE: usize = 5_000;

/// The events of a part: some hundredths of a second.
const PART: usize = 200;

/// Between two parts: the processor is others’ too.
const PAUSE: Duration = Duration::from_millis(20);

#[derive(Serialize, Deserialize)]
struct Part {
    events: Vec<Event>,
    /// Where the chain ends with them.
    end: End,
}

/// What was decided, as it is kept until it is posted: the number of each part's first event and the part as JSON. None where it is
/// posted in one transaction.
pub(super) fn parts(
    engine: Engine,
    decided: &[(Event, ChainLink)],
    end: &End,
) -> Result<Vec<(Seq, String)>, StoreError> {
    if engine == Engine::Postgres || decided.len() <= AT_ONCE {
        return Ok(Vec::new());
    }
    split(decided, PART, end)
}

fn split(decided: &[(Event, ChainLink)], most: usize, end: &End) -> Result<Vec<(Seq, String)>, StoreError> {
    let part = |part: &[(Event, ChainLink)]| {
        let (Some((first, _)), Some((last, link))) = (part.first(), part.last()) else { return Ok(None) };
        let events = part.iter().map(|(event, _)| event.clone()).collect();
        // No id is given twice: those up to the file's last are spoken for from the start.
        let end = End { seq: last.seq, hash: link.hash.clone(), ..end.clone() };
        Ok(Some((first.seq, serde_json::to_string(&Part { events, end }).map_err(|error| bad(&error))?)))
    };
    decided.chunks(most).filter_map(|chunk| part(chunk).transpose()).collect()
}

impl Store {
    /// Keeps the parts and commits, then posts them.
    pub(super) async fn post_parts(
        &self,
        mut turn: Turn,
        workshop: WorkshopId,
        parts: Vec<(Seq, String)>,
    ) -> Result<(), StoreError> {
        keep(&mut turn, workshop, parts).await?;
        turn.commit().await?;
        let store = self.clone();
        // If the one who waits for it goes away, it is done all the same.
        let posting = tokio::spawn(async move { store.post_what_is_left(workshop).await });
        match posting.await {
            Ok(posted) => posted.map_err(|why| StoreError::Unposted(Box::new(why))),
            Err(broke_off) => std::panic::resume_unwind(broke_off.into_panic()),
        }
    }

    /// Posts what is left of a long file, part by part.
    ///
    /// # Errors
    /// [`StoreError`]: what is left stays there.
    pub(super) async fn post_what_is_left(&self, workshop: WorkshopId) -> Result<(), StoreError> {
        loop {
            let mut turn = self.pools.begin().await?;
            if !post_part(&mut turn, workshop).await? {
                return Ok(());
            }
            turn.commit().await?;
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The same for all workshops, where anything is left: on SQLite alone are there parts.
    pub(super) async fn post_all_that_is_left(&self) -> Result<(), StoreError> {
        if self.engine() == Engine::Postgres {
            return Ok(());
        }
        for workshop in self.workshops().await? {
            let text = "SELECT COUNT(*) FROM unposted WHERE workshop = $1";
            let parts: i64 = query(text).bind(workshop.id).one(&self.pools.access).await?;
            if parts > 0 {
                self.post_what_is_left(workshop.id).await?;
            }
        }
        Ok(())
    }
}

async fn keep(db: &mut AnyConnection, workshop: WorkshopId, parts: Vec<(Seq, String)>) -> Result<(), StoreError> {
    for (seq, content) in parts {
        let text = "INSERT INTO unposted (workshop, seq, content) VALUES ($1, $2, $3)";
        query(text).bind(workshop).bind(seq).bind(content).execute(&mut *db).await?;
    }
    Ok(())
}

/// Posts the first part that is left; `false` where none is.
async fn post_part(db: &mut AnyConnection, workshop: WorkshopId) -> Result<bool, StoreError> {
    let text = "SELECT seq, content FROM unposted WHERE workshop = $1 ORDER BY seq LIMIT 1";
    let found: Option<(i64, String)> = query(text).bind(workshop).optional(&mut *db).await?;
    let Some((seq, content)) = found else { return Ok(false) };
    let Part { events, end } = serde_json::from_str(&content).map_err(|error| bad(&error))?;
    let (before, _) = End::read(&mut *db, workshop, "").await?;
    let (mut head, mut posted) = (before.hash, Vec::with_capacity(events.len()));
    for event in events {
        let link = ChainLink::after(head, post::body(&event).map_err(|error| bad(&error))?);
        head = link.hash.clone();
        posted.push((event, link));
    }
    let last = posted.last().map(|(event, _)| event.seq);
    if seq != before.seq.0 + 1 || last != Some(end.seq) || head != end.hash {
        return Err(bad(&"its events do not follow the chain's end"));
    }
    post::post(&mut *db, workshop, &posted, &end).await?;
    let text = "DELETE FROM unposted WHERE workshop = $1 AND seq = $2";
    query(text).bind(workshop).bind(seq).execute(db).await?;
    Ok(true)
}

fn bad(what: &dyn ToString) -> StoreError {
    StoreError::BadRow { table: "unposted".into(), what: what.to_string() }
}
