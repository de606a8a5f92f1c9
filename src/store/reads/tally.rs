//! What a worker's money came to, purpose by purpose.

use crate::day::Day;
use crate::ids::{WorkerId, WorkshopId};
use crate::journal::Purpose;
use crate::money::Fen;
use crate::store::{Store, StoreError};
use sqlx::Row;

/// Sums of a worker's transfers over some days, each as a plain amount; corrections are taken off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub earned: Fen,
    pub bonus: Fen,
    pub deducted: Fen,
    pub advanced: Fen,
    pub paid: Fen,
}

impl Tally {
    /// What it adds to the sum that she is owed.
    #[must_use]
    pub fn change(self) -> Fen {
        self.earned + self.bonus - self.deducted - self.advanced - self.paid
    }

    /// Adds an amount to its purpose; what firms owe and pay is no worker's.
    pub(super) fn add(&mut self, purpose: Purpose, fen: Fen) {
        let sum = match purpose {
            Purpose::Earned => &mut self.earned,
            Purpose::Bonus => &mut self.bonus,
            Purpose::Deduction => &mut self.deducted,
            Purpose::Advance => &mut self.advanced,
            Purpose::Paid => &mut self.paid,
            Purpose::Fee | Purpose::Receipt => return,
        };
        *sum = *sum + fen;
    }
}

/// The purpose in a column.
pub(super) fn purpose(code: &str) -> Result<Purpose, StoreError> {
    Purpose::of_code(code).ok_or_else(|| StoreError::BadRow { table: "transfers", what: code.to_owned() })
}

impl Store {
    /// What the workshop owes a worker now; below zero where she had more in advance than she earned.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn owed_to(&self, workshop: WorkshopId, worker: WorkerId) -> Result<Fen, StoreError> {
        let text = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = 'worker' AND owner = $2";
        let fen: Option<i64> =
            sqlx::query_scalar(text).bind(workshop.0).bind(worker.0).fetch_optional(&self.pool).await?;
        // An account is debits less credits, and what is owed to her stands on the credit side.
        Ok(-Fen(fen.unwrap_or_default()))
    }

    /// Her transfers from one day on, summed.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn tally_since(&self, workshop: WorkshopId, worker: WorkerId, from: Day) -> Result<Tally, StoreError> {
        let text = "SELECT purpose, CAST(COALESCE(SUM(sign * fen), 0) AS BIGINT) FROM transfers \
             WHERE workshop = $1 AND worker = $2 AND day >= $3 GROUP BY purpose";
        let rows =
            sqlx::query(text).bind(workshop.0).bind(worker.0).bind(from.to_string()).fetch_all(&self.pool).await?;
        let mut tally = Tally::default();
        for row in rows {
            tally.add(purpose(row.try_get(0)?)?, Fen(row.try_get(1)?));
        }
        Ok(tally)
    }
}
