//! The list of orders: what is open by due day, what is done by age.

use super::Whereabouts;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::sql::{LINE_NAME, STYLE_PHOTO, list};
use crate::values::day::Day;
use crate::values::ids::OrderId;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;

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
    /// The first photo that there is of one of them.
    pub photo: Option<PictureHash>,
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

    /// How many of them are to be made.
    #[must_use]
    pub fn to_make(&self) -> Pieces {
        self.at.to_make(self.ordered)
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

/// Orders with a piece on its way, or recently with fewer confirmed than ordered. `$2` is the day since when is recent.
const OPEN: &str = "SELECT l.order_id FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
     WHERE p.workshop = $1 AND p.pieces > 0 \
       AND p.kind IN ('pool', 'hand', 'redo', 'stock', 'delivered', 'refused', 'missing') \
     UNION \
     SELECT l.order_id FROM orders o JOIN lines l ON l.workshop = o.workshop AND l.order_id = o.id \
     WHERE o.workshop = $1 AND o.due >= $2 AND l.pieces > COALESCE((SELECT SUM(p.pieces) FROM places p \
       WHERE p.workshop = l.workshop AND p.line = l.id AND p.kind = 'confirmed' AND p.pieces > 0), 0)";

pub(super) const SELECT: &str = "SELECT o.id, o.code, f.name, o.placed, o.due FROM orders o \
     JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm WHERE o.workshop = $1";

impl OfOrders<'_> {
    /// The open orders, the one due first first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn open_orders(&mut self, today: Day) -> Result<Vec<OrderRow>, StoreError> {
        let workshop = self.workshop();
        let select = format!("{SELECT} AND o.id IN ({OPEN}) ORDER BY o.due, o.id LIMIT {MOST_OPEN}");
        let rows = query(select).bind(workshop).bind(late_since(today)).all(self.db()).await?;
        self.snapshot.filled(rows).await
    }

    /// The orders that are done, the newest first, from before the one given.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn done_orders(&mut self, today: Day, before: Option<OrderId>) -> Result<Orders, StoreError> {
        let workshop = self.workshop();
        let select = format!("{SELECT} AND o.id < $3 AND o.id NOT IN ({OPEN}) ORDER BY o.id DESC LIMIT {}", A_PAGE + 1);
        let before = before.map_or(i64::MAX, |id| id.0);
        let mut rows = query(select).bind(workshop).bind(late_since(today)).bind(before).all(self.db()).await?;
        let more = rows.len() > A_PAGE;
        rows.truncate(A_PAGE);
        let rows = self.snapshot.filled(rows).await?;
        let older = rows.last().map(|row| row.id).filter(|_| more);
        Ok(Orders { rows, older })
    }
}

impl Snapshot {
    /// Adds what the orders are of and where their pieces are.
    pub(super) async fn filled(&mut self, mut orders: Vec<OrderRow>) -> Result<Vec<OrderRow>, StoreError> {
        let workshop = self.workshop();
        let ids: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
        let these = list(2, ids.len());
        let lines = format!(
            "SELECT l.order_id, l.pieces, {LINE_NAME}, {STYLE_PHOTO} FROM lines l JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             WHERE l.workshop = $1 AND l.order_id IN {these} ORDER BY l.order_id, l.no"
        );
        let asked = query(lines).bind(workshop).bind_all(ids.iter().copied());
        let lines = asked.all::<(OrderId, Pieces, String, Option<PictureHash>)>(self.db()).await?;
        for (id, pieces, style, photo) in lines {
            if let Some(order) = orders.iter_mut().find(|order| order.id == id) {
                order.ordered = order.ordered + pieces;
                order.styles.push(style);
                order.photo = order.photo.or(photo);
            }
        }
        let places = format!(
            "SELECT order_id, kind, step, CAST(SUM(pieces) AS BIGINT) FROM \
             (SELECT l.order_id, p.kind, CASE WHEN p.kind = 'pool' THEN p.part ELSE 0 END AS step, p.pieces \
              FROM lines l CROSS JOIN places p WHERE l.workshop = $1 AND l.order_id IN {these} \
                AND p.workshop = $1 AND p.line = l.id AND p.pieces > 0) AS held GROUP BY order_id, kind, step"
        );
        let asked = query(places).bind(workshop).bind_all(ids);
        for (id, kind, step, pieces) in asked.all::<(OrderId, String, i64, Pieces)>(self.db()).await? {
            if let Some(order) = orders.iter_mut().find(|order| order.id == id) {
                order.at.add(&kind, step, pieces);
            }
        }
        Ok(orders)
    }
}

/// Without what it is of and where its pieces are.
impl FromRow for OrderRow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.next()?,
            code: columns.next()?,
            firm: columns.next()?,
            placed: columns.next()?,
            due: columns.next()?,
            styles: Vec::new(),
            photo: None,
            ordered: Pieces::ZERO,
            at: Whereabouts::default(),
        })
    }
}

fn late_since(today: Day) -> Day {
    today.0.checked_sub_days(chrono::Days::new(DAYS_KEPT)).map_or(today, Day)
}
