//! What an order that is entered by hand can be of, and for whom.

use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::values::ids::{FirmId, StyleId};

/// Firms by name, and styles by code.
pub type OrderChoices = (Vec<(FirmId, String)>, Vec<(StyleId, String, String)>);

impl OfOrders<'_> {
    /// Firms with their names, styles with their codes and names.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn order_choices(&mut self) -> Result<OrderChoices, StoreError> {
        let workshop = self.workshop();
        let firms = "SELECT id, name FROM firms WHERE workshop = $1 ORDER BY name";
        let firms = query(firms).bind(workshop).all(self.db()).await?;
        let styles = "SELECT id, code, name FROM styles WHERE workshop = $1 ORDER BY code";
        Ok((firms, query(styles).bind(workshop).all(self.db()).await?))
    }
}
