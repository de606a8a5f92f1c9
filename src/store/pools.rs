//! Connections: some only read, some write, so that readers never wait for a writer and no page holds one of each.

use super::{Engine, StoreError};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Transaction};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Connections to one database. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Pools {
    pub engine: Engine,
    /// These cannot write.
    pub readers: AnyPool,
    pub writers: AnyPool,
    /// For who comes in and by what: looked up while a page holds its snapshot too, so on connections of their own.
    pub access: AnyPool,
    /// SQLite has one writer; waiting here is fairer and cheaper than retrying in the database.
    turn: Arc<Mutex<()>>,
}

/// A turn at writing, in a transaction. Dropped without commit, nothing happened.
pub(super) struct Turn {
    pub tx: Transaction<'static, Any>,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Pools {
    pub fn new(engine: Engine, readers: AnyPool, writers: AnyPool, access: AnyPool) -> Self {
        Self { engine, readers, writers, access, turn: Arc::new(Mutex::new(())) }
    }

    /// Begins to write, after all who began before, where it is SQLite.
    pub async fn begin(&self) -> Result<Turn, StoreError> {
        let (turn, begin) = match self.engine {
            Engine::Sqlite => (Some(Arc::clone(&self.turn).lock_owned().await), "BEGIN IMMEDIATE"),
            Engine::Postgres => (None, "BEGIN"),
        };
        Ok(Turn { tx: self.writers.begin_with(begin).await?, _turn: turn })
    }

    /// A connection for one statement that writes, in its turn.
    pub async fn writer(&self) -> Result<Writer, StoreError> {
        let turn = match self.engine {
            Engine::Sqlite => Some(Arc::clone(&self.turn).lock_owned().await),
            Engine::Postgres => None,
        };
        Ok(Writer { db: self.writers.acquire().await?, _turn: turn })
    }

    pub async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
        self.access.close().await;
    }
}

/// A connection that may write.
pub(super) struct Writer {
    db: PoolConnection<Any>,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Deref for Writer {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.db
    }
}

impl DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.db
    }
}

impl Turn {
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit().await?)
    }
}
