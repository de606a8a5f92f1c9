//! The chain itself: events as they were, and where it ends.

use crate::journal::{Books, Event, Hash, Head};
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::{StoreError, records};
use crate::values::ids::{EventId, Seq};

/// Events read at a time.
const STRETCH: i64 = 500;

impl Snapshot {
    /// Where a workshop's chain ends.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such workshop or the database fails.
    pub async fn head(&mut self) -> Result<Head, StoreError> {
        let workshop = self.workshop();
        let head = query("SELECT head_seq, head_hash FROM workshops WHERE id = $1").bind(workshop);
        head.optional(self.db()).await?.ok_or(StoreError::NoWorkshop)
    }

    /// Whether there is an event with that id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn is_written(&mut self, id: EventId) -> Result<bool, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT seq FROM events WHERE workshop = $1 AND id = $2";
        Ok(query(sql).bind(workshop).bind(id).optional::<Seq>(self.db()).await?.is_some())
    }

    /// The next events after one, in order, no later than `last`; none where there are no more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or an event cannot be read.
    pub async fn events_after(&mut self, after: Seq, last: Seq) -> Result<Vec<Event>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT body FROM events WHERE workshop = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4";
        query(sql).bind(workshop).bind(after).bind(last).bind(STRETCH).all(self.db()).await
    }

    /// All entities and balances as they stand; no past events.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn books(&mut self) -> Result<Books, StoreError> {
        let workshop = self.workshop();
        let mut books = Books::default();
        records::read_all(self.db(), workshop, &mut books).await?;
        Ok(books)
    }
}

impl FromRow for Head {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { seq: columns.next()?, hash: Hash::kept(columns.next()?) })
    }
}
