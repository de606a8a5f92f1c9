//! Whether something happened since a page was made, that its reader did not do and that concerns her.

use crate::journal::Event;
use crate::model::Entity;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::{OfFirm, OfWorker, Snapshot};
use crate::values::ids::{Seq, UserId};

/// Who comes back after more events than that is asked about the last of them: one can name any event, and all would be read.
const FARTHEST: i64 = 1000;

/// An event after `$2` in the workshop `$1`, by somebody other than `$3`.
const SINCE: &str = "SELECT e.seq FROM events AS e WHERE e.workshop = $1 AND e.seq > $2 AND NOT (e.actor_id = $3 AND ";

impl Snapshot {
    /// Whether anything happened after that event which this coordinator or helper did not do.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn is_news_to_user(&mut self, user: UserId, since: Seq) -> Result<bool, StoreError> {
        let since = self.not_too_far(since).await?;
        let text = format!("{SINCE} e.actor IN ('coordinator', 'helper')) LIMIT 1");
        let found = query(text).bind(self.workshop()).bind(since).bind(user);
        Ok(found.optional::<Seq>(self.db()).await?.is_some())
    }

    async fn not_too_far(&mut self, since: Seq) -> Result<Seq, StoreError> {
        Ok(since.max(Seq(self.head().await?.seq.0.saturating_sub(FARTHEST))))
    }
}

impl OfWorker<'_> {
    /// Whether something happened after that event which concerns her and which she did not do: what she was given, what was counted,
    /// paid (only with `pay`) or answered.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn is_news(&mut self, since: Seq, pay: bool) -> Result<bool, StoreError> {
        let since = self.snapshot.not_too_far(since).await?;
        Ok(self.is_moved(since, pay).await? || self.is_answered(since).await?)
    }

    async fn is_moved(&mut self, since: Seq, pay: bool) -> Result<bool, StoreError> {
        let paid = "OR EXISTS (SELECT t.seq FROM transfers AS t \
             WHERE t.workshop = $1 AND t.seq = e.seq AND t.worker = $3 AND t.purpose <> 'earned')";
        let text = format!(
            "{SINCE} e.actor = 'worker') AND (EXISTS (SELECT m.seq FROM moves AS m \
             WHERE m.workshop = $1 AND m.seq = e.seq AND m.worker = $3) {}) LIMIT 1",
            if pay { paid } else { "" }
        );
        let (workshop, worker) = (self.workshop(), self.worker);
        let found = query(text).bind(workshop).bind(since).bind(worker);
        Ok(found.optional::<Seq>(self.db()).await?.is_some())
    }

    /// Whether what she disputed was answered. An answer moves nothing: whom it is to stands in the event.
    async fn is_answered(&mut self, since: Seq) -> Result<bool, StoreError> {
        let (workshop, worker) = (self.workshop(), self.worker);
        let text = "SELECT body FROM events WHERE workshop = $1 AND kind = 'answer_dispute' AND seq > $2 ORDER BY seq";
        let answers: Vec<Event> = query(text).bind(workshop).bind(since).all(self.db()).await?;
        let to_her = |entity: &Entity| matches!(entity, Entity::Review(review) if review.worker == worker);
        Ok(answers.iter().any(|answer| answer.entities.iter().any(to_her)))
    }
}

impl OfFirm<'_> {
    /// Whether something happened after that event which the firm did not do: what moved of its orders and in its account.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn is_news(&mut self, since: Seq) -> Result<bool, StoreError> {
        let since = self.snapshot.not_too_far(since).await?;
        let text = format!(
            "{SINCE} e.actor = 'firm') AND (EXISTS (SELECT m.seq FROM moves AS m \
             JOIN lines AS l ON l.workshop = m.workshop AND l.id = m.line \
             JOIN orders AS o ON o.workshop = l.workshop AND o.id = l.order_id AND o.firm = $3 \
             WHERE m.workshop = $1 AND m.seq = e.seq) \
             OR EXISTS (SELECT t.seq FROM transfers AS t WHERE t.workshop = $1 AND t.seq = e.seq AND t.firm = $3)) LIMIT 1"
        );
        let (workshop, firm) = (self.workshop(), self.firm);
        let found = query(text).bind(workshop).bind(since).bind(firm);
        Ok(found.optional::<Seq>(self.db()).await?.is_some())
    }
}
