//! A firm's orders and how far they are.

use super::DeliveryHead;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfFirm, Snapshot};
use crate::store::reads::journal_entry::JournalEntry;
use crate::store::reads::names::Names;
use crate::store::sql::{LINE_NAME, STYLE_PHOTO, list};
use crate::values::day::Day;
use crate::values::ids::{LineId, OrderId};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// Changes of an order that its page shows.
const CHANGES: usize = 50;

/// How far the pieces of an order, or of a line, are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub ordered: Pieces,
    /// Finished, and still in the workshop.
    pub stock: Pieces,
    /// Sent, and not answered for.
    pub delivered: Pieces,
    pub confirmed: Pieces,
    /// Sent back, and not yet mended or settled.
    pub refused: Pieces,
    /// Reported short, and not yet found or settled.
    pub missing: Pieces,
}

impl Progress {
    /// Pieces that were finished, wherever they are now.
    #[must_use]
    pub fn finished(self) -> Pieces {
        self.stock + self.delivered + self.confirmed + self.refused + self.missing
    }

    /// Pieces that are still being made.
    #[must_use]
    pub fn unfinished(self) -> Pieces {
        Pieces((self.ordered - self.finished()).0.max(0))
    }

    fn add(&mut self, kind: &str, pieces: Pieces) {
        let sum = match kind {
            "stock" => &mut self.stock,
            "delivered" => &mut self.delivered,
            "confirmed" => &mut self.confirmed,
            "refused" => &mut self.refused,
            "missing" => &mut self.missing,
            _ => return,
        };
        *sum = *sum + pieces;
    }
}

/// An order in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderProgress {
    pub id: OrderId,
    /// The firm's own number for it.
    pub code: String,
    pub placed: Day,
    pub due: Day,
    pub made: Progress,
}

/// An order with its lines and what was sent of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressSheet {
    pub order: OrderProgress,
    pub lines: Vec<LineProgress>,
    /// Newest first.
    pub deliveries: Vec<DeliveryHead>,
    /// How it was changed, likewise, with the names of all in it.
    pub changes: (Vec<JournalEntry>, Names),
    /// Its sample card, as a photo.
    pub card: Option<PictureHash>,
}

/// A line, with the firm's own price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProgress {
    pub id: LineId,
    pub no: i64,
    pub style_code: String,
    pub style: String,
    /// The style's photo.
    pub photo: Option<PictureHash>,
    pub price: Fen,
    pub made: Progress,
}

impl OfFirm<'_> {
    /// A firm's orders, newest first, at most `most`, from before `before`; and whether there are older ones.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn firm_orders(
        &mut self,
        before: Option<OrderId>,
        most: usize,
    ) -> Result<(Vec<OrderProgress>, bool), StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = "SELECT o.id, o.code, o.placed, o.due, CAST(SUM(l.pieces) AS BIGINT) \
             FROM (SELECT workshop, id, code, placed, due FROM orders WHERE workshop = $1 AND firm = $2 AND id < $3 \
             ORDER BY id DESC LIMIT $4) AS o JOIN lines AS l ON l.workshop = o.workshop AND l.order_id = o.id \
             GROUP BY o.id, o.code, o.placed, o.due ORDER BY o.id DESC";
        let asked = query(text).bind(workshop).bind(firm).bind(before.map_or(i64::MAX, |order| order.0));
        let asked = asked.bind(i64::try_from(most + 1).unwrap_or(i64::MAX));
        let mut orders: Vec<OrderProgress> = asked.all(self.db()).await?;
        let more = orders.len() > most;
        orders.truncate(most);
        let ids: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
        let places = self.snapshot.finished_places(&ids).await?;
        for order in &mut orders {
            for (_, _, kind, pieces) in places.iter().filter(|(of, ..)| *of == order.id) {
                order.made.add(kind, *pieces);
            }
        }
        Ok((orders, more))
    }

    /// One order of a firm; `None` for another firm's.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn firm_order(&mut self, id: OrderId) -> Result<Option<ProgressSheet>, StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = "SELECT o.id, o.code, o.placed, o.due, CAST(SUM(l.pieces) AS BIGINT) FROM orders AS o \
             JOIN lines AS l ON l.workshop = o.workshop AND l.order_id = o.id \
             WHERE o.workshop = $1 AND o.firm = $2 AND o.id = $3 GROUP BY o.id, o.code, o.placed, o.due";
        let found = query(text).bind(workshop).bind(firm).bind(id).optional(self.db()).await?;
        let Some(mut order): Option<OrderProgress> = found else { return Ok(None) };
        let mut lines = self.snapshot.firm_lines(id).await?;
        for (_, line, kind, pieces) in self.snapshot.finished_places(&[id]).await? {
            order.made.add(&kind, pieces);
            if let Some(line) = lines.get_mut(&line) {
                line.made.add(&kind, pieces);
            }
        }
        let mut lines: Vec<_> = lines.into_values().collect();
        lines.sort_by_key(|line| line.no);
        let deliveries = self.snapshot.orders().deliveries_of(id).await?;
        let changes = self.snapshot.orders().changes_of_order(id, CHANGES).await?;
        let card = self.snapshot.sample_card(id).await?;
        Ok(Some(ProgressSheet { order, lines, deliveries, changes, card }))
    }
}

impl Snapshot {
    async fn firm_lines(&mut self, order: OrderId) -> Result<BTreeMap<LineId, LineProgress>, StoreError> {
        let workshop = self.workshop();
        let text = format!(
            "SELECT l.id, l.no, s.code, {LINE_NAME}, {STYLE_PHOTO}, l.price, l.pieces FROM lines AS l \
             JOIN styles AS s ON s.workshop = l.workshop AND s.id = l.style WHERE l.workshop = $1 AND l.order_id = $2"
        );
        let lines = query(text).bind(workshop).bind(order).all::<LineProgress>(self.db()).await?;
        Ok(lines.into_iter().map(|line| (line.id, line)).collect())
    }

    /// Order, line, kind and balance of the places where finished pieces of these orders are.
    async fn finished_places(
        &mut self,
        orders: &[OrderId],
    ) -> Result<Vec<(OrderId, LineId, String, Pieces)>, StoreError> {
        let workshop = self.workshop();
        // CROSS JOIN keeps SQLite to this order: it would rather walk through all places.
        let text = format!(
            "SELECT o.id, l.id, p.kind, p.pieces \
             FROM orders AS o CROSS JOIN lines AS l CROSS JOIN places AS p WHERE o.workshop = $1 AND o.id IN {} \
             AND l.workshop = o.workshop AND l.order_id = o.id AND p.workshop = l.workshop AND p.line = l.id \
             AND p.kind IN ('stock', 'delivered', 'confirmed', 'refused', 'missing')",
            list(2, orders.len())
        );
        query(text).bind(workshop).bind_all(orders.iter().copied()).all(self.db()).await
    }
}

/// How many were ordered, and nothing of them yet.
impl FromRow for Progress {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { ordered: columns.next()?, ..Self::default() })
    }
}

from_row!(OrderProgress { id, code, placed, due, made });

from_row!(LineProgress { id, no, style_code, style, photo, price, made });
