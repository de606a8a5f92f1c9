//! Growing delays after failed tries. What is counted is what was tried (a number, a card) and the browser that tried it; never
//! an address, since a village shares one.

use super::Delays;
use crate::store::query::query;
use crate::store::sql::list;
use crate::store::{Engine, StoreError};
use chrono::{DateTime, TimeDelta, Utc};

/// Tries that cost nothing: a slip of the finger, a second tap.
const FREE: i64 = 2;

/// The longest delay, in seconds.
const MOST: i64 = 15 * 60;

/// After so long, failed tries are forgotten.
const MEMORY: TimeDelta = TimeDelta::days(1);

/// How long to wait after so many failures in a row: nothing, then 1, 2, 4 … seconds.
fn delay(failures: i64) -> TimeDelta {
    let doublings = u32::try_from((failures - FREE - 1).clamp(0, 20)).unwrap_or_default();
    TimeDelta::seconds(if failures <= FREE { 0 } else { (1_i64 << doublings).min(MOST) })
}

impl Delays<'_> {
    /// Counts a try against all of these as failed before it is made, so that many at once are counted too; forgive it with
    /// [`Store::forgive`] if it succeeds. When one of them must wait, none is counted, and the try must not be made.
    ///
    /// Returns the seconds to wait; 0 when the try may be made.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn count_try(&self, tried: &[String], at: DateTime<Utc>) -> Result<i64, StoreError> {
        let mut turn = self.pools.begin().await?;
        let mut counted = Vec::new();
        let mut wait = 0;
        let lock = if self.pools.engine == Engine::Postgres { " FOR UPDATE" } else { "" };
        for key in tried {
            // On PostgreSQL there must be a row to lock.
            let text = "INSERT INTO delays (tried, failures, until, expires_at) VALUES ($1, 0, $2, $3) \
                 ON CONFLICT (tried) DO NOTHING";
            query(text).bind(key.as_str()).bind(at).bind(at + MEMORY).execute(&mut *turn).await?;
            let text = format!("SELECT failures, until, expires_at FROM delays WHERE tried = $1{lock}");
            let (failures, until, expires): (i64, DateTime<Utc>, DateTime<Utc>) =
                query(text).bind(key.as_str()).one(&mut *turn).await?;
            let forgotten = expires <= at;
            counted.push(if forgotten { 0 } else { failures });
            if !forgotten && until > at {
                // Rounded up: after that many seconds a try is surely allowed.
                wait = wait.max((until - at + TimeDelta::milliseconds(999)).num_seconds());
            }
        }
        if wait > 0 {
            return Ok(wait);
        }
        for (key, failures) in tried.iter().zip(counted) {
            let text = "UPDATE delays SET failures = $2, until = $3, expires_at = $4 WHERE tried = $1";
            let failed = query(text).bind(key.as_str()).bind(failures + 1).bind(at + delay(failures + 1));
            failed.bind(at + MEMORY).execute(&mut *turn).await?;
        }
        turn.commit().await?;
        Ok(0)
    }

    /// Forgets the failed tries of these: the last one succeeded.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forgive(&self, tried: &[String]) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = format!("DELETE FROM delays WHERE tried IN {}", list(1, tried.len()));
        query(text).bind_all(tried.iter().map(String::as_str)).execute(&mut *db).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_a_quarter_of_an_hour() {
        let seconds: Vec<i64> = (1..=14).map(|failures| delay(failures).num_seconds()).collect();
        assert_eq!(seconds, [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
        assert_eq!(delay(i64::MAX).num_seconds(), MOST);
    }
}
