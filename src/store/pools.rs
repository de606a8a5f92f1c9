//! Connections: some only read, some write, so that readers never wait for a writer and no page holds one of each.

use super::{Engine, StoreError};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Connection, Database, SqlStr};
use sqlx_core::transaction::TransactionManager;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMappedMutexGuard, OwnedMutexGuard};

type InAny = <Any as Database>::TransactionManager;

/// Connections to one database. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Pools {
    pub engine: Engine,
    /// These cannot write.
    pub readers: AnyPool,
    writers: AnyPool,
    /// For who comes in and by what: looked up while a page holds its snapshot too, so on connections of their own.
    pub access: AnyPool,
    /// SQLite has one writer, and this is its connection, once it was needed: waiting for it here is fairer and cheaper than
    /// retrying in the database, and what it holds in memory is not read again for a second one.
    only_writer: Arc<Mutex<Option<AnyConnection>>>,
}

impl Pools {
    pub fn new(engine: Engine, readers: AnyPool, writers: AnyPool, access: AnyPool) -> Self {
        Self { engine, readers, writers, access, only_writer: Arc::default() }
    }

    /// Begins to write, after all who began before, where it is SQLite.
    pub async fn begin(&self) -> Result<Turn, StoreError> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        // Made before it has begun: if the one who waits for that goes away, it is rolled back.
        let mut turn = Turn { db: self.writer().await?, open: true };
        if let Err(error) = InAny::begin(&mut turn, Some(SqlStr::from_static(begin))).await {
            if let Writer::Only(db) = &mut turn.db {
                // It may be broken for good; a pool would have noticed.
                **db = self.writers.acquire().await?.detach();
                turn.open = false;
            }
            return Err(error.into());
        }
        Ok(turn)
    }

    /// What a SELECT ends with that keeps others from writing the row; SQLite has one writer anyway.
    pub const fn lock(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite => "",
            Engine::Postgres => " FOR UPDATE",
        }
    }

    /// A connection for one statement that writes, in its turn.
    pub async fn writer(&self) -> Result<Writer, StoreError> {
        match self.engine {
            Engine::Postgres => Ok(Writer::Pooled(self.writers.acquire().await?)),
            Engine::Sqlite => {
                let mut only = Arc::clone(&self.only_writer).lock_owned().await;
                let db = match only.take() {
                    Some(db) => db,
                    None => self.writers.acquire().await?.detach(),
                };
                Ok(Writer::Only(OwnedMutexGuard::map(only, |only| only.insert(db))))
            }
        }
    }

    pub async fn close(&self) {
        self.readers.close().await;
        if let Some(only) = self.only_writer.lock().await.take() {
            // What could not be folded into the file is read from its log when it is opened again.
            let _ = only.close().await;
        }
        self.writers.close().await;
        self.access.close().await;
    }
}

/// A connection that may write, and the turn to use it.
pub(super) enum Writer {
    Only(OwnedMappedMutexGuard<Option<AnyConnection>, AnyConnection>),
    Pooled(PoolConnection<Any>),
}

impl Deref for Writer {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        match self {
            Self::Only(db) => db,
            Self::Pooled(db) => db,
        }
    }
}

impl DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        match self {
            Self::Only(db) => db,
            Self::Pooled(db) => db,
        }
    }
}

/// A turn at writing, in a transaction. Dropped without commit, nothing happened.
///
/// `sqlx::Transaction` would give its connection back to a pool, which pings it before the next may use it.
pub(super) struct Turn {
    db: Writer,
    open: bool,
}

impl Turn {
    pub async fn commit(mut self) -> Result<(), StoreError> {
        InAny::commit(&mut self.db).await?;
        self.open = false;
        Ok(())
    }
}

impl Deref for Turn {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.db
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.db
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.open {
            // It is done before anything else that is asked of the connection.
            InAny::start_rollback(&mut self.db);
        }
    }
}
