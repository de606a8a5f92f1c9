//! Who signs in as a coordinator, for the rules that ask: it stands in the accounts, not in the books.

use super::StoreError;
use super::query::query;
use crate::rules::decision::Newcomer;
use crate::values::clock::Zone;
use crate::values::ids::{UserId, WorkshopId};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// A workshop's coordinators, as they were when they were read.
#[derive(Default)]
pub(super) struct Coordinators {
    pub count: i64,
    /// Those of a few days whom others let in.
    newcomers: Vec<(UserId, Newcomer)>,
}

impl Coordinators {
    /// Reads them. Whoever is about to write has locked the workshop before: a count in the statement that waits for the lock
    /// would be of the time before the wait.
    pub async fn read(db: &mut AnyConnection, workshop: WorkshopId, at: DateTime<Utc>) -> Result<Self, StoreError> {
        let text =
            "SELECT COUNT(*) FROM users WHERE workshop = $1 AND firm IS NULL AND helper = 0 AND ended_at IS NULL";
        let count = query(text).bind(workshop).one(&mut *db).await?;
        let text = "SELECT id, made_at, let_in_by, asked_by FROM users WHERE workshop = $1 AND ended_at IS NULL \
             AND made_at > $2 AND let_in_by IS NOT NULL";
        let found = query(text).bind(workshop).bind(at - Newcomer::TIME).all(db).await?;
        let newcomer = |(user, made, let_in_by, asked_by): (UserId, DateTime<Utc>, Option<UserId>, Option<UserId>)| {
            (user, Newcomer { let_in_by: [let_in_by, asked_by], until: Zone::china().day(made + Newcomer::TIME) })
        };
        Ok(Self { count, newcomers: found.into_iter().map(newcomer).collect() })
    }

    /// What is known of that one, where she is new.
    pub fn newcomer(&self, user: UserId) -> Option<Newcomer> {
        self.newcomers.iter().find(|(one, _)| *one == user).map(|(_, newcomer)| *newcomer)
    }
}
