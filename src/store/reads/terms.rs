//! The workshop's terms, and what they let each worker see.

use super::order::CoordinatorShare;
use crate::model::Terms;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::values::ids::OrderId;
use crate::values::phone::Phone;

/// Orders that a worker sees the shares of: her latest.
const ORDERS: i64 = 12;

/// What an order that she worked on leaves the coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderShare {
    pub order: OrderId,
    /// The firm's own number for it.
    pub code: String,
    pub share: CoordinatorShare,
}

impl Snapshot {
    /// The terms as they stand; none where none were ever set.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn terms(&mut self) -> Result<Option<Terms>, StoreError> {
        let workshop = self.workshop();
        let sql =
            "SELECT from_day, share_shown, repair, phone FROM terms WHERE workshop = $1 ORDER BY from_day DESC LIMIT 1";
        query(sql).bind(workshop).optional(self.db()).await
    }

    /// The number at which workers and firms call the workshop, where it gave one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn phone(&mut self) -> Result<Option<Phone>, StoreError> {
        Ok(self.terms().await?.and_then(|terms| terms.phone))
    }
}

impl OfWorker<'_> {
    /// What the latest of her orders that are done leave the coordinator, where the workshop's terms show that; else nothing. Of one that
    /// is not done, wages are paid and fees are not owed yet: that would read as a loss.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn shares_shown_to(&mut self) -> Result<Vec<OrderShare>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        if !self.snapshot.terms().await?.is_some_and(|terms| terms.share_shown) {
            return Ok(Vec::new());
        }
        let sql = "SELECT DISTINCT o.id, o.code FROM issues i \
             JOIN lines l ON l.workshop = i.workshop AND l.id = i.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             WHERE i.workshop = $1 AND i.worker = $2 AND NOT EXISTS (SELECT 1 FROM lines m \
             JOIN places p ON p.workshop = m.workshop AND p.line = m.id WHERE m.workshop = $1 AND m.order_id = o.id AND p.pieces > 0 \
             AND p.kind IN ('pool', 'hand', 'redo', 'stock', 'delivered', 'refused', 'missing')) ORDER BY o.id DESC LIMIT $3";
        let rows = query(sql).bind(workshop).bind(worker).bind(ORDERS).all(self.db()).await?;
        let mut shares = Vec::with_capacity(rows.len());
        for (order, code) in rows {
            shares.push(OrderShare { order, code, share: self.snapshot.orders().order_share(order).await? });
        }
        Ok(shares)
    }
}
