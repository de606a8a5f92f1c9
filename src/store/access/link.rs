//! Links on paper: the firm's own, and one on each delivery note. The secret in one is all that is needed, so it is long, for
//! one thing only, and can be replaced. It is kept as it is, for the paper must print again.

use super::session::end_sessions;
use super::{Holder, Links, Secret, name};
use crate::store::{StoreError, Workshop};
use crate::values::ids::{DeliveryId, FirmId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};
use sqlx::Row;

/// What a link leads to, and the firm that it speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub workshop: Workshop,
    pub firm: FirmId,
    pub firm_name: Name,
    /// The one delivery that it is for; none for the firm's own link.
    pub delivery: Option<DeliveryId>,
}

/// A firm in the list of doors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmDoor {
    pub id: FirmId,
    pub name: String,
    pub has_link: bool,
}

const FIRM: &str = "firm";
const DELIVERY: &str = "delivery";

impl Links<'_> {
    /// The secret of a firm's link, if one was made.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firm_link(&self, workshop: WorkshopId, firm: FirmId) -> Result<Option<String>, StoreError> {
        self.link(workshop, FIRM, firm.0).await
    }

    /// The secret of a delivery's link, if one was made.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn delivery_link(&self, workshop: WorkshopId, id: DeliveryId) -> Result<Option<String>, StoreError> {
        self.link(workshop, DELIVERY, id.0).await
    }

    /// Makes a firm's link, or a new one in place of the old, which then leads nowhere and whose sessions end. `false` when
    /// there is no such firm.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn make_firm_link(
        &self,
        workshop: WorkshopId,
        firm: FirmId,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut turn = self.pools.begin().await?;
        let text = "INSERT INTO links (workshop, kind, target, token) \
             SELECT workshop, 'firm', id, $3 FROM firms WHERE workshop = $1 AND id = $2 \
             ON CONFLICT (workshop, kind, target) DO UPDATE SET token = excluded.token";
        let query = sqlx::query(text).bind(workshop.0).bind(firm.0).bind(Secret::short()?.reveal().to_owned());
        let made = query.execute(&mut *turn.tx).await?.rows_affected() > 0;
        end_sessions(&mut turn.tx, workshop, Holder::Firm(firm), None, at).await?;
        turn.commit().await?;
        Ok(made)
    }

    /// Makes a delivery's link, or a new one in place of the old, which then leads nowhere. `false` when there is no such
    /// delivery.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn make_delivery_link(&self, workshop: WorkshopId, id: DeliveryId) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "INSERT INTO links (workshop, kind, target, token) \
             SELECT workshop, 'delivery', id, $3 FROM deliveries WHERE workshop = $1 AND id = $2 \
             ON CONFLICT (workshop, kind, target) DO UPDATE SET token = excluded.token";
        let query = sqlx::query(text).bind(workshop.0).bind(id.0).bind(Secret::short()?.reveal().to_owned());
        Ok(query.execute(&mut *db).await?.rows_affected() > 0)
    }

    /// What a link leads to.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn linked(&self, token: &str) -> Result<Option<Linked>, StoreError> {
        let text = "SELECT w.id, w.name, w.demo, d.id, f.id, f.name FROM links l \
             JOIN workshops w ON w.id = l.workshop \
             LEFT JOIN deliveries d ON l.kind = 'delivery' AND d.workshop = l.workshop AND d.id = l.target \
             LEFT JOIN orders o ON o.workshop = d.workshop AND o.id = d.order_id \
             JOIN firms f ON f.workshop = l.workshop \
                 AND f.id = CASE WHEN l.kind = 'firm' THEN l.target ELSE o.firm END \
             WHERE l.token = $1";
        let Some(row) = sqlx::query(text).bind(token).fetch_optional(&self.pools.access).await? else {
            return Ok(None);
        };
        let workshop = Workshop {
            id: WorkshopId(row.try_get(0)?),
            name: name("workshops", row.try_get(1)?)?,
            demo: row.try_get::<i64, _>(2)? != 0,
        };
        let delivery = row.try_get::<Option<i64>, _>(3)?.map(DeliveryId);
        let firm_name = name("firms", row.try_get(5)?)?;
        Ok(Some(Linked { workshop, firm: FirmId(row.try_get(4)?), firm_name, delivery }))
    }

    /// The firms of a workshop by name, and whether each has a link.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firm_doors(&self, workshop: WorkshopId) -> Result<Vec<FirmDoor>, StoreError> {
        let text = "SELECT f.id, f.name, CASE WHEN l.token IS NULL THEN 0 ELSE 1 END FROM firms f \
             LEFT JOIN links l ON l.workshop = f.workshop AND l.kind = 'firm' AND l.target = f.id \
             WHERE f.workshop = $1 ORDER BY f.name, f.id";
        let rows = sqlx::query(text).bind(workshop.0).fetch_all(&self.pools.access).await?;
        let read = |row: sqlx::any::AnyRow| {
            let has_link = row.try_get::<i64, _>(2)? != 0;
            Ok(FirmDoor { id: FirmId(row.try_get(0)?), name: row.try_get(1)?, has_link })
        };
        rows.into_iter().map(read).collect()
    }

    /// What a firm is called; none where there is no such firm.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firm_name(&self, workshop: WorkshopId, firm: FirmId) -> Result<Option<Name>, StoreError> {
        let text = "SELECT name FROM firms WHERE workshop = $1 AND id = $2";
        let query = sqlx::query_scalar::<_, String>(text).bind(workshop.0).bind(firm.0);
        query.fetch_optional(&self.pools.access).await?.map(|text| name("firms", &text)).transpose()
    }

    async fn link(&self, workshop: WorkshopId, kind: &'static str, target: i64) -> Result<Option<String>, StoreError> {
        let text = "SELECT token FROM links WHERE workshop = $1 AND kind = $2 AND target = $3";
        let query = sqlx::query_scalar(text).bind(workshop.0).bind(kind).bind(target);
        Ok(query.fetch_optional(&self.pools.access).await?)
    }
}
