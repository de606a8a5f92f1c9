//! The people of a made-up village, whom anybody may be.

use super::{Demo, Holder};
use crate::store::StoreError;
use crate::store::query::query;
use crate::values::ids::{FirmId, UserId, WorkerId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};

impl Demo<'_> {
    /// The coordinator of a demo, or her helper, made if she is not there: without a number that anybody has, or a password that
    /// anybody could give. `None` when the workshop is no demo.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn demo_user(
        &self,
        workshop: WorkshopId,
        helper: bool,
        name: &Name,
        at: DateTime<Utc>,
    ) -> Result<Option<Holder>, StoreError> {
        let mut db = self.pools.writer().await?;
        let (id, phone) = if helper { (2, "+000001") } else { (1, "+000000") };
        let text = "INSERT INTO users (workshop, id, name, phone, password_hash, made_at, helper) \
             SELECT id, $5, $2, $3, '', $4, $6 FROM workshops WHERE id = $1 AND demo = 1 ON CONFLICT DO NOTHING";
        let made = query(text).bind(workshop).bind(name).bind(format!("{phone}{workshop}")).bind(at);
        made.bind(UserId(id)).bind(helper).execute(&mut *db).await?;
        let text = "SELECT MIN(u.id) FROM users u JOIN workshops w ON w.id = u.workshop AND w.demo = 1 \
             WHERE u.workshop = $1 AND u.firm IS NULL AND u.helper = $2";
        let id: Option<UserId> = query(text).bind(workshop).bind(helper).one(&mut *db).await?;
        Ok(id.map(Holder::User))
    }

    /// One of a demo's workers.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn demo_worker(&self, workshop: WorkshopId) -> Result<Option<Holder>, StoreError> {
        let text = "SELECT MIN(k.id) FROM workers k JOIN workshops w ON w.id = k.workshop AND w.demo = 1 \
             WHERE k.workshop = $1 AND k.active = 1";
        let id: Option<WorkerId> = query(text).bind(workshop).one(&self.pools.access).await?;
        Ok(id.map(Holder::Worker))
    }

    /// One of a demo's firms.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn demo_firm(&self, workshop: WorkshopId) -> Result<Option<Holder>, StoreError> {
        let text = "SELECT MIN(f.id) FROM firms f JOIN workshops w ON w.id = f.workshop AND w.demo = 1 \
             WHERE f.workshop = $1";
        let id: Option<FirmId> = query(text).bind(workshop).one(&self.pools.access).await?;
        Ok(id.map(Holder::Firm))
    }
}
