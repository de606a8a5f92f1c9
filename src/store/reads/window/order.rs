//! A firm's orders and how far they are.

use super::DeliveryHead;
use crate::store::StoreError;
use crate::store::read::{OfFirm, Snapshot};
use crate::store::sql::{day, list};
use crate::values::day::Day;
use crate::values::ids::{LineId, OrderId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// How far the pieces of an order, or of a line, are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
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

impl Made {
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
pub struct OrderRow {
    pub id: OrderId,
    /// The firm's own number for it.
    pub code: String,
    pub placed: Day,
    pub due: Day,
    pub made: Made,
}

/// An order with its lines and what was sent of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderSheet {
    pub order: OrderRow,
    pub lines: Vec<OrderLine>,
    /// Newest first.
    pub deliveries: Vec<DeliveryHead>,
}

/// A line, with the firm's own price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    pub id: LineId,
    pub no: i64,
    pub style_code: String,
    pub style: String,
    pub price: Fen,
    pub made: Made,
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
    ) -> Result<(Vec<OrderRow>, bool), StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = "SELECT o.id, o.code, o.placed, o.due, CAST(SUM(l.pieces) AS BIGINT) \
             FROM (SELECT workshop, id, code, placed, due FROM orders WHERE workshop = $1 AND firm = $2 AND id < $3 \
             ORDER BY id DESC LIMIT $4) AS o JOIN lines AS l ON l.workshop = o.workshop AND l.order_id = o.id \
             GROUP BY o.id, o.code, o.placed, o.due ORDER BY o.id DESC";
        let rows = sqlx::query(text)
            .bind(workshop.0)
            .bind(firm.0)
            .bind(before.map_or(i64::MAX, |order| order.0))
            .bind(i64::try_from(most + 1).unwrap_or(i64::MAX))
            .fetch_all(self.db())
            .await?;
        let mut orders = rows.iter().map(order).collect::<Result<Vec<_>, _>>()?;
        let more = orders.len() > most;
        orders.truncate(most);
        let ids: Vec<i64> = orders.iter().map(|order| order.id.0).collect();
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
    pub async fn firm_order(&mut self, id: OrderId) -> Result<Option<OrderSheet>, StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = "SELECT o.id, o.code, o.placed, o.due, CAST(SUM(l.pieces) AS BIGINT) FROM orders AS o \
             JOIN lines AS l ON l.workshop = o.workshop AND l.order_id = o.id \
             WHERE o.workshop = $1 AND o.firm = $2 AND o.id = $3 GROUP BY o.id, o.code, o.placed, o.due";
        let row = sqlx::query(text).bind(workshop.0).bind(firm.0).bind(id.0).fetch_optional(self.db()).await?;
        let Some(row) = row else { return Ok(None) };
        let mut order = order(&row)?;
        let mut lines = self.snapshot.firm_lines(id).await?;
        for (_, line, kind, pieces) in self.snapshot.finished_places(&[id.0]).await? {
            order.made.add(&kind, pieces);
            if let Some(line) = lines.get_mut(&line) {
                line.made.add(&kind, pieces);
            }
        }
        let mut lines: Vec<_> = lines.into_values().collect();
        lines.sort_by_key(|line| line.no);
        let deliveries = self.snapshot.orders().deliveries_of(id).await?;
        Ok(Some(OrderSheet { order, lines, deliveries }))
    }
}

impl Snapshot {
    async fn firm_lines(&mut self, order: OrderId) -> Result<BTreeMap<LineId, OrderLine>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT l.id, l.no, s.code, s.name, l.price, l.pieces FROM lines AS l \
             JOIN styles AS s ON s.workshop = l.workshop AND s.id = l.style WHERE l.workshop = $1 AND l.order_id = $2";
        let rows = sqlx::query(text).bind(workshop.0).bind(order.0).fetch_all(self.db()).await?;
        rows.iter().map(|row| line(row).map(|line| (line.id, line))).collect()
    }

    /// Order, line, kind and balance of the places where finished pieces of these orders are.
    async fn finished_places(&mut self, orders: &[i64]) -> Result<Vec<(OrderId, LineId, String, Pieces)>, StoreError> {
        let workshop = self.workshop();
        // CROSS JOIN keeps SQLite to this order: it would rather walk through all places.
        let text = format!(
            "SELECT o.id, l.id, p.kind, p.pieces \
             FROM orders AS o CROSS JOIN lines AS l CROSS JOIN places AS p WHERE o.workshop = $1 AND o.id IN {} \
             AND l.workshop = o.workshop AND l.order_id = o.id AND p.workshop = l.workshop AND p.line = l.id \
             AND p.kind IN ('stock', 'delivered', 'confirmed', 'refused', 'missing')",
            list(2, orders.len())
        );
        let query = sqlx::query(sqlx::AssertSqlSafe(text)).bind(workshop.0);
        let query = orders.iter().fold(query, |query, order| query.bind(*order));
        query
            .fetch_all(self.db())
            .await?
            .iter()
            .map(|row| {
                let (order, line) = (OrderId(row.try_get(0)?), LineId(row.try_get(1)?));
                Ok((order, line, row.try_get(2)?, Pieces(row.try_get(3)?)))
            })
            .collect()
    }
}

fn order(row: &AnyRow) -> Result<OrderRow, StoreError> {
    Ok(OrderRow {
        id: OrderId(row.try_get(0)?),
        code: row.try_get(1)?,
        placed: day("orders", row.try_get(2)?)?,
        due: day("orders", row.try_get(3)?)?,
        made: Made { ordered: Pieces(row.try_get(4)?), ..Made::default() },
    })
}

fn line(row: &AnyRow) -> Result<OrderLine, StoreError> {
    Ok(OrderLine {
        id: LineId(row.try_get(0)?),
        no: row.try_get(1)?,
        style_code: row.try_get(2)?,
        style: row.try_get(3)?,
        price: Fen(row.try_get(4)?),
        made: Made { ordered: Pieces(row.try_get(5)?), ..Made::default() },
    })
}
