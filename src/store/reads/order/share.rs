//! What an order leaves the coordinator.

use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::values::ids::OrderId;
use crate::values::money::Fen;

/// What an order has brought and cost so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoordinatorShare {
    /// What the firm owes or paid for pieces that it confirmed.
    pub fees: Fen,
    /// Wages for accepted pieces of all steps; those for pieces that were lost later are among them.
    pub wages: Fen,
}

impl CoordinatorShare {
    /// Price less rates and losses.
    #[must_use]
    pub fn left(self) -> Fen {
        self.fees - self.wages
    }
}

impl OfOrders<'_> {
    /// What an order leaves the coordinator so far. Bonuses and deductions are of no order, and not in it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn order_share(&mut self, order: OrderId) -> Result<CoordinatorShare, StoreError> {
        let workshop = self.workshop();
        let of_it = "FROM lines l CROSS JOIN moves m";
        let here = "WHERE l.workshop = $1 AND l.order_id = $2 AND m.workshop = $1 AND m.line = l.id";
        let sql = format!(
            "SELECT (SELECT CAST(COALESCE(SUM(t.sign * t.fen), 0) AS BIGINT) FROM transfers t \
                 WHERE t.workshop = $1 AND t.purpose = 'fee' \
                 AND t.seq IN (SELECT m.seq {of_it} {here} AND m.flow IN ('confirmed', 'agreed'))), \
             (SELECT CAST(COALESCE(SUM(m.sign * m.pieces * i.rate), 0) AS BIGINT) {of_it} \
                 JOIN issues i ON i.workshop = m.workshop AND i.id = m.issue {here} AND m.flow = 'accepted')"
        );
        query(sql).bind(workshop).bind(order).one(self.db()).await
    }
}

from_row!(CoordinatorShare { fees, wages });
