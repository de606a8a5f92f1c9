//! Delays after failed tries, and ceilings for a day. What is counted is what was tried (a number, a card); never an address, since
//! a village shares one.

use super::Delays;
use crate::store::query::query;
use crate::store::{Engine, StoreError};
use chrono::{DateTime, TimeDelta, Utc};

/// Tries that cost nothing: a slip of the finger, a second tap.
const FREE: i64 = 2;

/// The longest delay, in seconds.
const MOST: i64 = 15 * 60;

/// After so long, failed tries are forgotten.
const MEMORY: TimeDelta = TimeDelta::days(1);

/// Takes back the last try: it was allowed, so nothing was to be waited for.
const ONE_LESS: &str = "UPDATE delays SET failures = failures - 1, until = $2 WHERE tried = $1 AND failures > 0";

/// Something whose failed tries are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// What was tried, such as `phone 138…`: one count for each such text and limit.
    pub what: String,
    pub limit: TryLimit,
}

/// How failed tries are slowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryLimit {
    /// From the third on each waits twice as long as the one before, up to a quarter of an hour; until one succeeds, or a day passes.
    Growing,
    /// So many within a day of the first. One that succeeds does not make room for more.
    Daily(i64),
}

/// What is kept of failed tries.
#[derive(Clone, Copy)]
struct Failures {
    n: i64,
    /// No try before.
    until: DateTime<Utc>,
    forgotten: DateTime<Utc>,
}

impl Tried {
    fn key(&self) -> String {
        match self.limit {
            TryLimit::Growing => self.what.clone(),
            TryLimit::Daily(_) => format!("{} a day", self.what),
        }
    }
}

impl TryLimit {
    /// What is kept when one more fails.
    fn after(self, before: Failures, at: DateTime<Utc>) -> Failures {
        let n = before.n + 1;
        match self {
            Self::Growing => Failures { n, until: at + delay(n), forgotten: at + MEMORY },
            Self::Daily(most) => {
                let until = if n < most { at } else { before.forgotten };
                Failures { n, until, ..before }
            }
        }
    }
}

/// How long to wait after so many failures in a row: nothing, then 1, 2, 4 … seconds.
fn delay(failures: i64) -> TimeDelta {
    let doublings = u32::try_from((failures - FREE - 1).clamp(0, 20)).unwrap_or_default();
    TimeDelta::seconds(if failures <= FREE { 0 } else { (1_i64 << doublings).min(MOST) })
}

impl Delays<'_> {
    /// Counts a try against all of these as failed before it is made, so that many at once are counted too; take it back with
    /// [`Delays::forgive`] if it succeeds. When one of them must wait, none is counted, and the try must not be made.
    ///
    /// Returns the seconds to wait; 0 when the try may be made.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn count_try(&self, tried: &[Tried], at: DateTime<Utc>) -> Result<i64, StoreError> {
        let mut turn = self.pools.begin().await?;
        let mut counted = Vec::new();
        let mut wait = 0;
        let lock = if self.pools.engine == Engine::Postgres { " FOR UPDATE" } else { "" };
        for it in tried {
            // On PostgreSQL there must be a row to lock.
            let text = "INSERT INTO delays (tried, failures, until, expires_at) VALUES ($1, 0, $2, $3) \
                 ON CONFLICT (tried) DO NOTHING";
            query(text).bind(it.key()).bind(at).bind(at + MEMORY).execute(&mut *turn).await?;
            let text = format!("SELECT failures, until, expires_at FROM delays WHERE tried = $1{lock}");
            let (n, until, forgotten) = query(text).bind(it.key()).one(&mut *turn).await?;
            let failures = if forgotten <= at {
                Failures { n: 0, until: at, forgotten: at + MEMORY }
            } else {
                Failures { n, until, forgotten }
            };
            if failures.until > at {
                // Rounded up: after that many seconds a try is surely allowed.
                wait = wait.max((failures.until - at + TimeDelta::milliseconds(999)).num_seconds());
            }
            counted.push(failures);
        }
        if wait > 0 {
            return Ok(wait);
        }
        for (it, before) in tried.iter().zip(counted) {
            let Failures { n, until, forgotten } = it.limit.after(before, at);
            let text = "UPDATE delays SET failures = $2, until = $3, expires_at = $4 WHERE tried = $1";
            query(text).bind(it.key()).bind(n).bind(until).bind(forgotten).execute(&mut *turn).await?;
        }
        turn.commit().await?;
        Ok(0)
    }

    /// A counted try succeeded: what grows is forgotten, and a day's ceiling has one failure less.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forgive(&self, tried: &[Tried], at: DateTime<Utc>) -> Result<(), StoreError> {
        let mut turn = self.pools.begin().await?;
        for it in tried {
            let forgiven = match it.limit {
                TryLimit::Growing => query("DELETE FROM delays WHERE tried = $1").bind(it.key()),
                TryLimit::Daily(_) => query(ONE_LESS).bind(it.key()).bind(at),
            };
            forgiven.execute(&mut *turn).await?;
        }
        turn.commit().await
    }

    /// A counted try was not made after all: it alone is taken back, and those before it stay.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn take_back(&self, tried: &[Tried], at: DateTime<Utc>) -> Result<(), StoreError> {
        let mut turn = self.pools.begin().await?;
        for it in tried {
            query(ONE_LESS).bind(it.key()).bind(at).execute(&mut *turn).await?;
        }
        turn.commit().await
    }

    /// Forgets all failed tries of that one, whatever their limit: its holder was given another secret.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget(&self, what: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let keys = [TryLimit::Growing, TryLimit::Daily(0)].map(|limit| Tried { what: what.to_owned(), limit }.key());
        let [growing, daily] = keys;
        query("DELETE FROM delays WHERE tried IN ($1, $2)").bind(growing).bind(daily).execute(&mut *db).await?;
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

    #[test]
    fn a_day_s_ceiling_waits_until_the_day_after_the_first() {
        let noon: DateTime<Utc> = "2026-11-01T04:00:00Z".parse().expect("a time");
        let first = Failures { n: 0, until: noon, forgotten: noon + MEMORY };
        let later = noon + TimeDelta::hours(5);
        let second = TryLimit::Daily(3).after(TryLimit::Daily(3).after(first, noon), later);
        assert_eq!((second.n, second.until), (2, later));
        let third = TryLimit::Daily(3).after(second, later);
        assert_eq!((third.until, third.forgotten), (noon + MEMORY, noon + MEMORY));
    }
}
