//! What a worker's money came to, purpose by purpose.

use crate::model::Tally;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::values::day::Day;
use crate::values::money::Fen;

impl OfWorker<'_> {
    /// What the workshop owes a worker now; below zero where she had more in advance than she earned.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn owed_to(&mut self) -> Result<Fen, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = 'worker' AND owner = $2";
        let fen: Option<Fen> = query(text).bind(workshop).bind(worker).optional(self.db()).await?;
        // An account is debits less credits, and what is owed to her stands on the credit side.
        Ok(-fen.unwrap_or_default())
    }

    /// Her transfers from one day on, summed.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn tally_since(&mut self, from: Day) -> Result<Tally, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = "SELECT purpose, CAST(COALESCE(SUM(sign * fen), 0) AS BIGINT) FROM transfers \
             WHERE workshop = $1 AND worker = $2 AND day >= $3 GROUP BY purpose";
        let asked = query(text).bind(workshop).bind(worker).bind(from);
        let mut tally = Tally::default();
        for (purpose, sum) in asked.all(self.db()).await? {
            tally.add(purpose, sum);
        }
        Ok(tally)
    }
}
