//! What has run out is thrown away.

use crate::store::query::query;
use crate::store::upload;
use crate::store::{Store, StoreError};
use crate::values::ids::WorkshopId;
use chrono::{DateTime, TimeDelta, Utc};

/// Ended sessions and used invitations are remembered a while: to whom a half-filled form belongs, and that a link was used
/// rather than never there.
const MEMORY: TimeDelta = TimeDelta::days(30);

impl Store {
    /// Throws away what ran out: sessions, known phones, invitations, drafts, forgotten failures, files that nobody wrote into the books.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn throw_away_expired(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        for (text, before) in [
            ("DELETE FROM sessions WHERE expires_at <= $1", at - MEMORY),
            ("DELETE FROM invitations WHERE expires_at <= $1", at - MEMORY),
            ("DELETE FROM drafts WHERE expires_at <= $1", at),
            ("DELETE FROM known_phones WHERE expires_at <= $1", at),
            ("DELETE FROM second_steps WHERE expires_at <= $1", at),
            ("DELETE FROM delays WHERE expires_at <= $1", at),
        ] {
            query(text).bind(before).execute(&mut *db).await?;
        }
        let workshops: Vec<WorkshopId> = query("SELECT id FROM workshops").all(&mut *db).await?;
        for workshop in workshops {
            let text = "DELETE FROM uploads WHERE workshop = $1 AND at <= $2";
            query(text).bind(workshop).bind(at - upload::KEPT).execute(&mut *db).await?;
        }
        Ok(())
    }
}
