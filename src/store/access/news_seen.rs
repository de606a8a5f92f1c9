//! How far a worker has seen her news.

use super::NewsSeen;
use crate::store::StoreError;
use crate::store::query::query;
use crate::values::ids::{Seq, WorkerId, WorkshopId};

impl NewsSeen<'_> {
    /// She has seen what there was up to that event, money too where `pay` was shown. What was seen once stays so, whichever page
    /// says it last.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn up_to(&self, workshop: WorkshopId, worker: WorkerId, seq: Seq, pay: bool) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let later = |column| {
            format!(
                "{column} = CASE WHEN news_seen.{column} < excluded.{column} THEN excluded.{column} ELSE news_seen.{column} END"
            )
        };
        let text = format!(
            "INSERT INTO news_seen (workshop, worker, seq, money_seq) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (workshop, worker) DO UPDATE SET {}, {}",
            later("seq"),
            later("money_seq")
        );
        let money = if pay { seq } else { Seq(0) };
        query(text).bind(workshop).bind(worker).bind(seq).bind(money).execute(&mut *db).await?;
        Ok(())
    }
}
