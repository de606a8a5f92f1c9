//! The chain itself: events as they were, and where it ends.

use super::{number, query, text};
use crate::journal::{Books, Event, Head};
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
        let row = query("SELECT head_seq, head_hash FROM workshops WHERE id = $1".to_owned(), workshop);
        let row = row.fetch_optional(self.db()).await?.ok_or(StoreError::NoWorkshop)?;
        Ok(Head { seq: Seq(number(&row, 0)?), hash: crate::journal::Hash::kept(text(&row, 1)?) })
    }

    /// Whether there is an event with that id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn is_written(&mut self, id: EventId) -> Result<bool, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT seq FROM events WHERE workshop = $1 AND id = $2";
        Ok(query(sql.to_owned(), workshop).bind(id.to_string()).fetch_optional(self.db()).await?.is_some())
    }

    /// The next events after one, in order, no later than `last`; none where there are no more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or an event cannot be read.
    pub async fn events_after(&mut self, after: Seq, last: Seq) -> Result<Vec<Event>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT seq, body FROM events WHERE workshop = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4";
        let asked = query(sql.to_owned(), workshop).bind(after.0).bind(last.0).bind(STRETCH);
        let rows = asked.fetch_all(self.db()).await?;
        rows.iter()
            .map(|row| {
                serde_json::from_str(&text(row, 1)?)
                    .map_err(|why| StoreError::BadRow { table: "events".into(), what: why.to_string() })
            })
            .collect()
    }

    /// All nouns and balances as they stand; no past events.
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
