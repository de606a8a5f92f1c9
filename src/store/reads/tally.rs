//! What a worker's money came to, purpose by purpose.

use crate::model::Tally;
use crate::store::StoreError;
use crate::store::read::OfWorker;
use crate::store::sql::purpose;
use crate::values::day::Day;
use crate::values::money::Fen;
use sqlx::Row;

impl OfWorker<'_> {
    /// What the workshop owes a worker now; below zero where she had more in advance than she earned.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn owed_to(&mut self) -> Result<Fen, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = 'worker' AND owner = $2";
        let fen: Option<i64> =
            sqlx::query_scalar(text).bind(workshop.0).bind(worker.0).fetch_optional(self.db()).await?;
        // An account is debits less credits, and what is owed to her stands on the credit side.
        Ok(-Fen(fen.unwrap_or_default()))
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
        let rows =
            sqlx::query(text).bind(workshop.0).bind(worker.0).bind(from.to_string()).fetch_all(self.db()).await?;
        let mut tally = Tally::default();
        for row in rows {
            tally.add(purpose(row.try_get(0)?)?, Fen(row.try_get(1)?));
        }
        Ok(tally)
    }
}
