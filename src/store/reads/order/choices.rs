//! What an order that is entered by hand can be of, and for whom.

use crate::store::StoreError;
use crate::store::read::OfOrders;
use crate::store::reads::{number, query, text};
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
        let firms = query(firms.to_owned(), workshop).fetch_all(self.db()).await?;
        let firms =
            firms.iter().map(|row| Ok((FirmId(number(row, 0)?), text(row, 1)?))).collect::<Result<_, StoreError>>()?;
        let styles = "SELECT id, code, name FROM styles WHERE workshop = $1 ORDER BY code";
        let styles = query(styles.to_owned(), workshop).fetch_all(self.db()).await?;
        let styles = styles
            .iter()
            .map(|row| Ok((StyleId(number(row, 0)?), text(row, 1)?, text(row, 2)?)))
            .collect::<Result<_, StoreError>>()?;
        Ok((firms, styles))
    }
}
