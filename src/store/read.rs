//! Reading: one snapshot a page, on one connection that it holds from its first statement to its last.
//!
//! A page sees one moment of the books, and a read that would wait for a second connection cannot be written: nothing here
//! can reach the pool.

use super::deciding::Deciding;
use super::latest::Latest;
use super::paces::Paces;
use super::pools::Pools;
use super::{Ask, BoxFuture, Engine, Refused, Store, StoreError};
use crate::forecast::Outlook;
use crate::journal::Event;
use crate::values::ids::{FirmId, WorkerId, WorkshopId};
use chrono::{DateTime, Utc};
use sqlx::{Any, AnyConnection, Transaction};

/// One workshop's books as they stand at one moment. Nothing can be written through it.
pub struct Snapshot {
    tx: Transaction<'static, Any>,
    workshop: WorkshopId,
    pub(super) paces: Latest<Paces>,
    pub(super) outlooks: Latest<Outlook>,
}

impl Store {
    /// Opens a workshop's books for reading: they stay as they are now until it is dropped.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be reached.
    pub async fn read(&self, workshop: WorkshopId) -> Result<Snapshot, StoreError> {
        let tx = self.pools.snapshot().await?;
        Ok(Snapshot { tx, workshop, paces: self.paces.clone(), outlooks: self.outlooks.clone() })
    }
}

impl Pools {
    pub(super) async fn snapshot(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN",
            Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Ok(self.readers.begin_with(begin).await?)
    }
}

impl Snapshot {
    /// Whose books they are.
    #[must_use]
    pub const fn workshop(&self) -> WorkshopId {
        self.workshop
    }

    /// What concerns orders: their lines, pools, deliveries and when they will be ready.
    pub const fn orders(&mut self) -> OfOrders<'_> {
        OfOrders { snapshot: self }
    }

    /// The counting table: who brings work, and what was counted.
    pub const fn counts(&mut self) -> OfCounts<'_> {
        OfCounts { snapshot: self }
    }

    /// Styles, their rates and what these are compared with.
    pub const fn styles(&mut self) -> OfStyles<'_> {
        OfStyles { snapshot: self }
    }

    /// What concerns one worker.
    pub const fn of_worker(&mut self, worker: WorkerId) -> OfWorker<'_> {
        OfWorker { snapshot: self, worker }
    }

    /// What concerns one firm.
    pub const fn of_firm(&mut self, firm: FirmId) -> OfFirm<'_> {
        OfFirm { snapshot: self, firm }
    }

    /// What would come of a command, without doing it; of one that must be approved, once it is. Who writes is not held up.
    ///
    /// # Errors
    /// [`Refused`], as [`Store::perform`] would.
    pub fn rehearse(&mut self, at: DateTime<Utc>, ask: Ask) -> BoxFuture<'_, Event, Refused> {
        Box::pin(async move {
            let mut deciding = Deciding::open(&mut self.tx, self.workshop, at, "").await?;
            match deciding.earlier_or_read(&mut self.tx, &ask).await? {
                Some(event) => Ok(event),
                None => Ok(deciding.would(ask)?),
            }
        })
    }

    pub(super) fn db(&mut self) -> &mut AnyConnection {
        &mut self.tx
    }
}

/// Orders, in one snapshot.
pub struct OfOrders<'s> {
    pub(super) snapshot: &'s mut Snapshot,
}

/// The counting table, in one snapshot.
pub struct OfCounts<'s> {
    pub(super) snapshot: &'s mut Snapshot,
}

/// Styles and rates, in one snapshot.
pub struct OfStyles<'s> {
    pub(super) snapshot: &'s mut Snapshot,
}

/// One worker's own things, in one snapshot.
pub struct OfWorker<'s> {
    pub(super) snapshot: &'s mut Snapshot,
    pub(super) worker: WorkerId,
}

/// One firm's own things, in one snapshot.
pub struct OfFirm<'s> {
    pub(super) snapshot: &'s mut Snapshot,
    pub(super) firm: FirmId,
}

macro_rules! through_snapshot {
    ($($handle:ident),*) => {$(
        impl $handle<'_> {
            pub(super) const fn workshop(&self) -> WorkshopId {
                self.snapshot.workshop
            }

            pub(super) fn db(&mut self) -> &mut AnyConnection {
                self.snapshot.db()
            }
        }
    )*};
}

through_snapshot!(OfOrders, OfCounts, OfStyles, OfWorker, OfFirm);
