//! What workers said of entries, and what was answered: all of it, in turn.

use super::Who;
use crate::model::Review;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::store::records::columns_of;
use crate::store::sql::list;
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq};
use std::collections::BTreeMap;

/// The columns of a review in a statement that names others beside.
fn columns() -> String {
    columns_of::<Review>().split(", ").map(|column| format!("r.{column}")).collect::<Vec<_>>().join(", ")
}

impl OfWorker<'_> {
    /// What a worker said of an entry of hers.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn reviews_of(&mut self, event: EventId) -> Result<Vec<Review>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let sql = format!(
            "SELECT {} FROM reviews WHERE workshop = $1 AND event_id = $2 AND worker = $3 ORDER BY turn",
            columns_of::<Review>()
        );
        query(sql).bind(workshop).bind(event).bind(worker).all(self.db()).await
    }

    /// What a worker had called not right until a day, of entries of some days: each with its entry's day.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub(super) async fn disputed(
        &mut self,
        [from, until]: [Day; 2],
        made: Day,
    ) -> Result<Vec<(Day, Review)>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let sql = format!(
            "SELECT e.day, {} FROM reviews r CROSS JOIN events e \
             WHERE r.workshop = $1 AND r.worker = $2 AND r.verdict <> 'right' AND e.workshop = r.workshop AND e.id = r.event_id \
             AND e.day >= $3 AND e.day <= $4 AND r.day <= $5 ORDER BY e.day, e.seq, r.turn",
            columns()
        );
        query(sql).bind(workshop).bind(worker).bind_all([from, until, made]).all(self.db()).await
    }

    /// What she said of those entries, by the entry.
    pub(super) async fn reviews_of_all(&mut self, seqs: &[Seq]) -> Result<BTreeMap<EventId, Vec<Review>>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let sql = format!(
            "SELECT {} FROM events e CROSS JOIN reviews r WHERE e.workshop = $1 AND r.workshop = e.workshop \
             AND r.event_id = e.id AND r.worker = $2 AND e.seq IN {} ORDER BY r.event_id, r.turn",
            columns(),
            list(3, seqs.len())
        );
        let asked = query(sql).bind(workshop).bind(worker).bind_all(seqs.iter().copied());
        let mut reviews: BTreeMap<EventId, Vec<Review>> = BTreeMap::new();
        for one in asked.all::<Review>(self.db()).await? {
            reviews.entry(one.event).or_default().push(one);
        }
        Ok(reviews)
    }
}

impl Snapshot {
    /// What workers said of an entry, whosever it is.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn said_about(&mut self, event: EventId) -> Result<Vec<(Who, Review)>, StoreError> {
        let workshop = self.workshop();
        let sql = format!(
            "SELECT w.id, w.number, w.name, {} FROM reviews r JOIN workers w ON w.workshop = r.workshop AND w.id = r.worker \
             WHERE r.workshop = $1 AND r.event_id = $2 ORDER BY w.number, r.turn",
            columns()
        );
        query(sql).bind(workshop).bind(event).all(self.db()).await
    }
}
