//! How an order was changed after it was placed.

use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::store::reads::journal_entry::{JournalEntry, journal_entries};
use crate::store::reads::names::{Names, Wanted};
use crate::values::ids::OrderId;

impl OfOrders<'_> {
    /// The last changes of an order, the latest first, with the names of all in them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn changes_of_order(
        &mut self,
        order: OrderId,
        most: usize,
    ) -> Result<(Vec<JournalEntry>, Names), StoreError> {
        let workshop = self.workshop();
        let text = format!(
            "SELECT e.seq FROM order_changes c JOIN events e ON e.workshop = c.workshop AND e.id = c.id \
             WHERE c.workshop = $1 AND c.order_id = $2 ORDER BY e.seq DESC LIMIT {most}"
        );
        let seqs: Vec<_> = query(text).bind(workshop).bind(order).all(self.db()).await?;
        journal_entries(self.db(), workshop, &seqs, Wanted::default()).await
    }
}
