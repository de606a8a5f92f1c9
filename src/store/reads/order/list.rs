//! The list of orders: what is open by due day, what is done by age.

use super::Whereabouts;
use crate::store::StoreError;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::reads::{day, number, pieces, query, text};
use crate::store::sql::list;
use crate::values::day::Day;
use crate::values::ids::OrderId;
use crate::values::pieces::Pieces;
use sqlx::any::AnyRow;

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRow {
    pub id: OrderId,
    pub code: String,
    pub firm: String,
    pub placed: Day,
    pub due: Day,
    /// What its lines are of, in their order.
    pub styles: Vec<String>,
    /// None once it was struck out.
    pub ordered: Pieces,
    pub at: Whereabouts,
}

impl OrderRow {
    /// How many pieces are still to be finished.
    #[must_use]
    pub fn left(&self) -> Pieces {
        self.at.left(self.ordered)
    }
}

/// A page of orders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orders {
    pub rows: Vec<OrderRow>,
    /// The last one's id, where older ones follow.
    pub older: Option<OrderId>,
}

/// The most open orders that are listed.
const MOST_OPEN: i64 = 200;
/// Orders done, on one page.
const A_PAGE: usize = 20;
/// An order that lost pieces for good stays among the open ones this long after its day, so that nobody forgets to replace them.
const DAYS_KEPT: u64 = 30;

/// Orders with a piece on its way, or of late with fewer confirmed than ordered. `$2` is the day since when is of late.
const OPEN: &str = "SELECT l.order_id FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
     WHERE p.workshop = $1 AND p.pieces > 0 \
       AND p.kind IN ('pool', 'hand', 'redo', 'stock', 'delivered', 'refused', 'missing') \
     UNION \
     SELECT l.order_id FROM orders o JOIN lines l ON l.workshop = o.workshop AND l.order_id = o.id \
     WHERE o.workshop = $1 AND o.due >= $2 AND l.pieces > COALESCE((SELECT SUM(p.pieces) FROM places p \
       WHERE p.workshop = l.workshop AND p.line = l.id AND p.kind = 'confirmed' AND p.pieces > 0), 0)";

const SELECT: &str = "SELECT o.id, o.code, f.name, o.placed, o.due FROM orders o \
     JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm WHERE o.workshop = $1";

impl OfOrders<'_> {
    /// The open orders, the one due first first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn open_orders(&mut self, today: Day) -> Result<Vec<OrderRow>, StoreError> {
        let workshop = self.workshop();
        let select = format!("{SELECT} AND o.id IN ({OPEN}) ORDER BY o.due, o.id LIMIT {MOST_OPEN}");
        let rows = query(select, workshop).bind(late_since(today)).fetch_all(self.db()).await?;
        self.snapshot.filled(&rows).await
    }

    /// The orders that are done, the newest first, from before the one given.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn done_orders(&mut self, today: Day, before: Option<OrderId>) -> Result<Orders, StoreError> {
        let workshop = self.workshop();
        let select = format!("{SELECT} AND o.id < $3 AND o.id NOT IN ({OPEN}) ORDER BY o.id DESC LIMIT {}", A_PAGE + 1);
        let before = before.map_or(i64::MAX, |id| id.0);
        let mut rows = query(select, workshop).bind(late_since(today)).bind(before).fetch_all(self.db()).await?;
        let more = rows.len() > A_PAGE;
        rows.truncate(A_PAGE);
        let rows = self.snapshot.filled(&rows).await?;
        let older = rows.last().map(|row| row.id).filter(|_| more);
        Ok(Orders { rows, older })
    }
}

impl Snapshot {
    /// Adds what the orders are of and where their pieces are.
    async fn filled(&mut self, rows: &[AnyRow]) -> Result<Vec<OrderRow>, StoreError> {
        let workshop = self.workshop();
        let mut orders = rows.iter().map(order).collect::<Result<Vec<_>, _>>()?;
        let ids: Vec<i64> = orders.iter().map(|order| order.id.0).collect();
        let these = list(2, ids.len());
        let lines = query(
            format!(
                "SELECT l.order_id, l.pieces, s.name FROM lines l JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
                 WHERE l.workshop = $1 AND l.order_id IN {these} ORDER BY l.order_id, l.no"
            ),
            workshop,
        );
        for row in ids.iter().fold(lines, |query, id| query.bind(*id)).fetch_all(self.db()).await? {
            let id = OrderId(number(&row, 0)?);
            if let Some(order) = orders.iter_mut().find(|order| order.id == id) {
                order.ordered = order.ordered + pieces(&row, 1)?;
                order.styles.push(text(&row, 2)?);
            }
        }
        let places = query(
            format!(
                "SELECT order_id, kind, step, CAST(SUM(pieces) AS BIGINT) FROM \
                 (SELECT l.order_id, p.kind, CASE WHEN p.kind = 'pool' THEN p.part ELSE 0 END AS step, p.pieces \
                  FROM lines l CROSS JOIN places p WHERE l.workshop = $1 AND l.order_id IN {these} \
                    AND p.workshop = $1 AND p.line = l.id AND p.pieces > 0) AS held GROUP BY order_id, kind, step"
            ),
            workshop,
        );
        for row in ids.iter().fold(places, |query, id| query.bind(*id)).fetch_all(self.db()).await? {
            let id = OrderId(number(&row, 0)?);
            if let Some(order) = orders.iter_mut().find(|order| order.id == id) {
                order.at.add(&text(&row, 1)?, number(&row, 2)?, pieces(&row, 3)?);
            }
        }
        Ok(orders)
    }
}

fn order(row: &AnyRow) -> Result<OrderRow, StoreError> {
    Ok(OrderRow {
        id: OrderId(number(row, 0)?),
        code: text(row, 1)?,
        firm: text(row, 2)?,
        placed: day(row, 3)?,
        due: day(row, 4)?,
        styles: Vec::new(),
        ordered: Pieces::ZERO,
        at: Whereabouts::default(),
    })
}

fn late_since(today: Day) -> String {
    today.0.checked_sub_days(chrono::Days::new(DAYS_KEPT)).map_or(today, Day).to_string()
}
