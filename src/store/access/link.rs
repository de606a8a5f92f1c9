//! Links on paper: the firm's own, and one on each delivery note. The secret in one is all that is needed, so it is long, for
//! one thing only, and can be replaced. It is kept as it is, for the paper must print again.

use super::session::end_sessions;
use super::{Holder, Links, Secret};
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::{StoreError, Workshop};
use crate::values::ids::{DeliveryId, FirmId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

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
        Ok(query(text).bind(workshop).bind(id).bind(Secret::short()?.reveal()).execute(&mut *db).await? > 0)
    }

    /// What a link leads to.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn linked(&self, token: &str) -> Result<Option<Linked>, StoreError> {
        let text = "SELECT l.kind, l.target, w.id, w.name, w.demo FROM links l JOIN workshops w ON w.id = l.workshop \
             WHERE l.token = $1";
        let mut db = self.pools.access.acquire().await?;
        let found: Option<(String, i64, Workshop)> = query(text).bind(token).optional(&mut *db).await?;
        let Some((kind, target, workshop)) = found else { return Ok(None) };
        let text = if kind == "firm" {
            "SELECT id, name, NULL FROM firms WHERE workshop = $1 AND id = $2"
        } else {
            "SELECT f.id, f.name, d.id FROM deliveries d JOIN orders o ON o.workshop = d.workshop AND o.id = d.order_id \
             JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm WHERE d.workshop = $1 AND d.id = $2"
        };
        let found = query(text).bind(workshop.id).bind(target).optional(&mut *db).await?;
        Ok(found.map(|(firm, firm_name, delivery)| Linked { workshop, firm, firm_name, delivery }))
    }

    /// The firms of a workshop by name, and whether each has a link.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firm_doors(&self, workshop: WorkshopId) -> Result<Vec<FirmDoor>, StoreError> {
        let text = "SELECT f.id, f.name, CASE WHEN l.token IS NULL THEN 0 ELSE 1 END FROM firms f \
             LEFT JOIN links l ON l.workshop = f.workshop AND l.kind = 'firm' AND l.target = f.id \
             WHERE f.workshop = $1 ORDER BY f.name, f.id";
        query(text).bind(workshop).all(&self.pools.access).await
    }

    /// What a firm is called; none where there is no such firm.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firm_name(&self, workshop: WorkshopId, firm: FirmId) -> Result<Option<Name>, StoreError> {
        let text = "SELECT name FROM firms WHERE workshop = $1 AND id = $2";
        query(text).bind(workshop).bind(firm).optional(&self.pools.access).await
    }

    async fn link(&self, workshop: WorkshopId, kind: &'static str, target: i64) -> Result<Option<String>, StoreError> {
        let text = "SELECT token FROM links WHERE workshop = $1 AND kind = $2 AND target = $3";
        query(text).bind(workshop).bind(kind).bind(target).optional(&self.pools.access).await
    }
}

from_row!(FirmDoor { id, name, has_link });

/// Makes a firm's link, or a new one in place of the old, which then leads nowhere and whose sessions end. A first link ends nobody's.
pub(super) async fn make_firm_link(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    firm: FirmId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let text = "UPDATE links SET token = $4 WHERE workshop = $1 AND kind = $2 AND target = $3";
    let token = Secret::short()?;
    let replaced = query(text).bind(workshop).bind(FIRM).bind(firm).bind(token.reveal()).execute(&mut *db).await?;
    if replaced == 0 {
        let text = "INSERT INTO links (workshop, kind, target, token) VALUES ($1, $2, $3, $4)";
        query(text).bind(workshop).bind(FIRM).bind(firm).bind(token.reveal()).execute(&mut *db).await?;
        return Ok(());
    }
    end_sessions(db, workshop, Holder::Firm(firm), None, at).await
}

/// Takes a firm's link away, and ends the sessions by it. `false` when there is none.
pub(super) async fn end_firm_link(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    firm: FirmId,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let text = "DELETE FROM links WHERE workshop = $1 AND kind = $2 AND target = $3";
    let ended = query(text).bind(workshop).bind(FIRM).bind(firm).execute(&mut *db).await? > 0;
    end_sessions(db, workshop, Holder::Firm(firm), None, at).await?;
    Ok(ended)
}
