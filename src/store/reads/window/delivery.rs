//! Deliveries as the firm sees them, and what it said of them.

use crate::model::DeliveryState;
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::{OfFirm, OfOrders, Snapshot};
use crate::store::sql::{LINE_NAME, STYLE_PHOTO};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, LineId, OrderId};
use crate::values::phone::Phone;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use chrono::{DateTime, Utc};

/// A delivery in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryHead {
    pub id: DeliveryId,
    pub order: OrderId,
    /// The firm's own number for the order.
    pub order_code: String,
    pub day: Day,
    pub state: DeliveryState,
    pub sent: Pieces,
    pub confirmed: Pieces,
    pub refused: Pieces,
    pub short: Pieces,
}

/// A delivery, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliverySheet {
    pub head: DeliveryHead,
    pub lines: Vec<DeliveredLine>,
    /// When the firm answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// At which the firm calls the workshop.
    pub phone: Option<Phone>,
}

/// What was sent of one line, and what the firm said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveredLine {
    pub line: LineId,
    pub style_code: String,
    pub style: String,
    /// The style's photo.
    pub photo: Option<PictureHash>,
    pub sent: Pieces,
    /// Pieces in a pack.
    pub pack: Pieces,
    pub confirmed: Pieces,
    pub refused: Pieces,
    pub short: Pieces,
    /// Why some were refused.
    pub reason: String,
}

/// `deliveries AS d`, `orders AS o` and `delivery_lines AS n`, summed by delivery.
const HEAD: &str = "SELECT d.id, d.order_id, o.code, d.day, d.state, CAST(SUM(n.pieces) AS BIGINT), \
     CAST(SUM(n.confirmed) AS BIGINT), CAST(SUM(n.refused) AS BIGINT), CAST(SUM(n.short) AS BIGINT)";
const LINES: &str = "JOIN delivery_lines AS n ON n.workshop = d.workshop AND n.delivery = d.id";
const BY_DELIVERY: &str = "GROUP BY d.id, d.order_id, o.code, d.day, d.state ORDER BY d.id DESC";

impl OfFirm<'_> {
    /// A firm's deliveries, newest first, at most `most`, from before `before`; and whether there are older ones.
    /// Those taken back as a mistake are left out.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn firm_deliveries(
        &mut self,
        before: Option<DeliveryId>,
        most: usize,
    ) -> Result<(Vec<DeliveryHead>, bool), StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        // CROSS JOIN keeps SQLite walking the deliveries backwards, and stopping early, whatever it thinks of the firm.
        let text = format!(
            "{HEAD} FROM (SELECT dd.workshop, dd.id, dd.order_id, dd.day, dd.state FROM deliveries AS dd \
             CROSS JOIN orders AS oo WHERE dd.workshop = $1 AND dd.id < $3 AND dd.state <> 'void' \
             AND oo.workshop = dd.workshop AND oo.id = dd.order_id AND oo.firm = $2 ORDER BY dd.id DESC LIMIT $4) AS d \
             JOIN orders AS o ON o.workshop = d.workshop AND o.id = d.order_id {LINES} {BY_DELIVERY}"
        );
        let asked = query(text).bind(workshop).bind(firm).bind(before.map_or(i64::MAX, |delivery| delivery.0));
        let asked = asked.bind(i64::try_from(most + 1).unwrap_or(i64::MAX));
        let mut heads: Vec<DeliveryHead> = asked.all(self.db()).await?;
        let more = heads.len() > most;
        heads.truncate(most);
        Ok((heads, more))
    }

    /// One delivery of a firm's orders; `None` for another firm's. One taken back as a mistake is there, and says so.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn firm_delivery(&mut self, id: DeliveryId) -> Result<Option<DeliverySheet>, StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = format!(
            "{HEAD} FROM deliveries AS d JOIN orders AS o ON o.workshop = d.workshop AND o.id = d.order_id {LINES} \
             WHERE d.workshop = $1 AND o.firm = $2 AND d.id = $3 {BY_DELIVERY}"
        );
        let found = query(text).bind(workshop).bind(firm).bind(id).optional(self.db()).await?;
        let Some(head): Option<DeliveryHead> = found else { return Ok(None) };
        let lines = self.snapshot.delivered_lines(id).await?;
        let answered_at =
            if head.state == DeliveryState::Answered { self.snapshot.answered_at(id).await? } else { None };
        let phone = self.snapshot.phone().await?;
        Ok(Some(DeliverySheet { head, lines, answered_at, phone }))
    }
}

impl OfOrders<'_> {
    /// What was sent of one order, newest first.
    pub(super) async fn deliveries_of(&mut self, order: OrderId) -> Result<Vec<DeliveryHead>, StoreError> {
        let workshop = self.workshop();
        let text = format!(
            "{HEAD} FROM deliveries AS d JOIN orders AS o ON o.workshop = d.workshop AND o.id = d.order_id {LINES} \
             WHERE d.workshop = $1 AND d.order_id = $2 AND d.state <> 'void' {BY_DELIVERY}"
        );
        query(text).bind(workshop).bind(order).all(self.db()).await
    }
}

impl Snapshot {
    async fn delivered_lines(&mut self, delivery: DeliveryId) -> Result<Vec<DeliveredLine>, StoreError> {
        let workshop = self.workshop();
        let text = format!(
            "SELECT n.line, s.code, {LINE_NAME}, {STYLE_PHOTO}, n.pieces, l.pack, n.confirmed, n.refused, n.short, n.reason \
             FROM delivery_lines AS n JOIN lines AS l ON l.workshop = n.workshop AND l.id = n.line \
             JOIN styles AS s ON s.workshop = l.workshop AND s.id = l.style \
             WHERE n.workshop = $1 AND n.delivery = $2 ORDER BY n.n"
        );
        query(text).bind(workshop).bind(delivery).all(self.db()).await
    }

    async fn answered_at(&mut self, delivery: DeliveryId) -> Result<Option<DateTime<Utc>>, StoreError> {
        let workshop = self.workshop();
        // CROSS JOIN keeps SQLite to this order: it would rather walk through all moves.
        let text = "SELECT e.at FROM delivery_lines AS n CROSS JOIN moves AS m CROSS JOIN events AS e \
             WHERE n.workshop = $1 AND n.delivery = $2 AND m.workshop = n.workshop AND m.line = n.line \
             AND m.flow IN ('confirmed', 'refused', 'short') AND m.from_kind = 'delivered' AND m.from_part = n.delivery \
             AND e.workshop = m.workshop AND e.seq = m.seq ORDER BY m.seq DESC LIMIT 1";
        query(text).bind(workshop).bind(delivery).optional(self.db()).await
    }
}

from_row!(DeliveryHead { id, order, order_code, day, state, sent, confirmed, refused, short });

from_row!(DeliveredLine { line, style_code, style, photo, sent, pack, confirmed, refused, short, reason });
