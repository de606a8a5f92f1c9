//! Orders that answer to some words.

use super::OrderRow;
use super::list::SELECT;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::store::reads::sounds::keys;
use crate::store::sql::list;
use crate::values::ids::{FirmId, StyleId};
use crate::values::sought::plain;

/// Between a sign that means others in a pattern, and itself.
const ESCAPE: char = '!';

impl OfOrders<'_> {
    /// The newest orders, open or done, to whose number, firm or style these words answer; at most so many. None for no words.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn orders_found(&mut self, sought: &str, most: usize) -> Result<Vec<OrderRow>, StoreError> {
        if plain(sought).is_empty() {
            return Ok(Vec::new());
        }
        let workshop = self.workshop();
        let firms = "SELECT id, '', name FROM firms WHERE workshop = $1";
        let firms: Vec<(FirmId, String, String)> = query(firms).bind(workshop).all(self.db()).await?;
        let styles = "SELECT id, code, name FROM styles WHERE workshop = $1";
        let styles: Vec<(StyleId, String, String)> = query(styles).bind(workshop).all(self.db()).await?;
        self.orders_of(sought, answering(firms, sought), answering(styles, sought), most).await
    }

    /// The newest orders whose number holds these words, or that are of one of these firms or styles; at most so many.
    pub(in crate::store) async fn orders_of(
        &mut self,
        sought: &str,
        firms: Vec<FirmId>,
        styles: Vec<StyleId>,
        most: usize,
    ) -> Result<Vec<OrderRow>, StoreError> {
        let workshop = self.workshop();
        let select = format!(
            "{SELECT} AND (LOWER(REPLACE(o.code, ' ', '')) LIKE $2 ESCAPE '{ESCAPE}' OR o.firm IN {} OR o.id IN \
               (SELECT l.order_id FROM lines l WHERE l.workshop = $1 AND l.style IN {})) ORDER BY o.id DESC LIMIT {most}",
            list(3, firms.len()),
            list(3 + firms.len(), styles.len()),
        );
        let asked = query(select).bind(workshop).bind(pattern(sought)).bind_all(firms).bind_all(styles);
        let rows = asked.all(self.db()).await?;
        self.snapshot.filled(rows).await
    }
}

/// Those of a number and a name to which the words answer.
fn answering<Id>(all: Vec<(Id, String, String)>, sought: &str) -> Vec<Id> {
    all.into_iter().filter(|(_, number, name)| keys(number, name).fit(sought).is_some()).map(|(id, ..)| id).collect()
}

/// What holds these words, for `LIKE`.
fn pattern(sought: &str) -> String {
    let mut pattern = String::from("%");
    for letter in plain(sought).chars() {
        if matches!(letter, '%' | '_' | ESCAPE) {
            pattern.push(ESCAPE);
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_that_mean_others_mean_themselves() {
        assert_eq!(super::pattern(" T-1_%! "), "%t-1!_!%!!%");
    }
}
