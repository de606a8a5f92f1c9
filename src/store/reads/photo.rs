//! Photos: which stands for what, and who may see it.

use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::values::ids::{DeliveryId, FirmId, OrderId, WorkerId};
use crate::values::picture::PictureHash;

/// Who looks at a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sees {
    /// All of a workshop: who runs it, and who helps.
    Workshop,
    /// Of the styles of which she was ever given work, and of their steps; and of bad pieces in counts of hers that stand.
    Worker(WorkerId),
    /// Of the styles that it ordered, and of its orders.
    Firm(FirmId),
    /// Who holds a delivery note: of the styles that are in the delivery.
    Note(DeliveryId),
}

impl Snapshot {
    /// The sample card of an order.
    pub(in crate::store) async fn sample_card(&mut self, order: OrderId) -> Result<Option<PictureHash>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT picture FROM photos WHERE workshop = $1 AND kind = 'order' AND thing = $2 AND step = 0";
        let asked = query(text).bind(workshop).bind(order);
        Ok(asked.optional::<Option<PictureHash>>(self.db()).await?.flatten())
    }

    /// Whether they may see a picture: it is the photo of something that they may see.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn sees_picture(&mut self, hash: PictureHash, sees: Sees) -> Result<bool, StoreError> {
        let (of, id) = match sees {
            Sees::Workshop => ("$3 = 0", 0),
            Sees::Worker(WorkerId(worker)) => (
                "(p.kind IN ('style', 'step') AND EXISTS (SELECT 1 FROM issues i CROSS JOIN lines l WHERE i.workshop = $1 \
                 AND i.worker = $3 AND l.workshop = $1 AND l.id = i.line AND l.style = p.thing) \
                 OR p.kind = 'count' AND EXISTS (SELECT 1 FROM events e CROSS JOIN moves m WHERE e.workshop = $1 \
                 AND e.id = p.event_id AND m.workshop = $1 AND m.seq = e.seq AND m.n = 1 AND m.worker = $3) \
                 AND NOT EXISTS (SELECT 1 FROM events u WHERE u.workshop = $1 AND u.reverses = p.event_id))",
                worker,
            ),
            Sees::Firm(FirmId(firm)) => (
                "(p.kind = 'style' AND EXISTS (SELECT 1 FROM orders o CROSS JOIN lines l WHERE o.workshop = $1 \
                 AND o.firm = $3 AND l.workshop = $1 AND l.order_id = o.id AND l.style = p.thing) \
                 OR p.kind = 'order' AND EXISTS (SELECT 1 FROM orders o WHERE o.workshop = $1 AND o.firm = $3 AND o.id = p.thing))",
                firm,
            ),
            Sees::Note(DeliveryId(delivery)) => (
                "p.kind = 'style' AND EXISTS (SELECT 1 FROM delivery_lines d CROSS JOIN lines l WHERE d.workshop = $1 \
                 AND d.delivery = $3 AND l.workshop = $1 AND l.id = d.line AND l.style = p.thing)",
                delivery,
            ),
        };
        let text = format!("SELECT p.thing FROM photos p WHERE p.workshop = $1 AND p.picture = $2 AND {of} LIMIT 1");
        let workshop = self.workshop();
        let found: Option<i64> = query(text).bind(workshop).bind(hash).bind(id).optional(self.db()).await?;
        Ok(found.is_some())
    }
}
