//! Pools that wait to be split.

use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::store::sql::{LINE_NAME, list, step_photo};
use crate::values::day::Day;
use crate::values::ids::{LineId, OrderId, StepNo};
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;

/// A pool in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub order: OrderId,
    pub order_code: String,
    pub due: Day,
    pub line: LineId,
    pub style_name: String,
    /// A photo of the step, or else of the style.
    pub photo: Option<PictureHash>,
    pub step: StepNo,
    pub step_name: String,
    pub pieces: Pieces,
}

/// The most pools in a list.
const MOST: i64 = 50;

impl OfOrders<'_> {
    /// The pools with pieces in them, those of the order due first first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn pools(&mut self) -> Result<Vec<Pool>, StoreError> {
        self.pools_where("", Vec::new()).await
    }

    /// The pools of these orders with pieces in them, those of the order due first first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn pools_of(&mut self, orders: Vec<OrderId>) -> Result<Vec<Pool>, StoreError> {
        self.pools_where(&format!("AND o.id IN {}", list(2, orders.len())), orders).await
    }

    async fn pools_where(&mut self, which: &str, orders: Vec<OrderId>) -> Result<Vec<Pool>, StoreError> {
        let workshop = self.workshop();
        let photo = step_photo();
        let pools = format!(
            "SELECT o.id, o.code, o.due, l.id, {LINE_NAME}, {photo}, p.part, t.name, p.pieces FROM places p \
             JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = l.workshop AND t.style = l.style AND t.no = p.part \
             WHERE p.workshop = $1 AND p.kind = 'pool' AND p.pieces > 0 {which} ORDER BY o.due, o.id, l.no, p.part LIMIT {MOST}"
        );
        query(pools).bind(workshop).bind_all(orders).all(self.db()).await
    }
}

from_row!(Pool { order, order_code, due, line, style_name, photo, step, step_name, pieces });
