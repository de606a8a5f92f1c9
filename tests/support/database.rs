//! A database of one's own for each test, on either engine.

use crate::statements;
use ledger::store::{Snapshot, Store};
use ledger::values::ids::WorkshopId;
use std::path::PathBuf;
use uuid::Uuid;

/// A database that goes away with the test.
pub struct Database {
    pub store: Store,
    pub address: String,
    file: Option<PathBuf>,
}

impl Database {
    /// A new SQLite file.
    pub async fn sqlite() -> Self {
        statements::watch();
        let file = std::env::temp_dir().join(format!("petalwork-{}.db", Uuid::new_v4()));
        let address = format!("sqlite:{}", file.display());
        let store = Store::open(&address).await.expect("a new SQLite file opens");
        Self { store, address, file: Some(file) }
    }

    /// A new database on the PostgreSQL server that `PETALWORK_TEST_POSTGRES` names.
    pub async fn postgres() -> Self {
        statements::watch();
        let address = Self::empty_postgres().await;
        let store = Store::open(&address).await.expect("a new PostgreSQL database opens");
        Self { store, address, file: None }
    }

    /// The address of a new database on that server, with nothing in it.
    pub async fn empty_postgres() -> String {
        let server = std::env::var("PETALWORK_TEST_POSTGRES")
            .expect("PETALWORK_TEST_POSTGRES names a PostgreSQL server; `make test` installs and starts one");
        sqlx::any::install_default_drivers();
        let name = format!("petalwork_{}", Uuid::new_v4().simple());
        let pool = sqlx::AnyPool::connect(&server).await.expect("the PostgreSQL server answers");
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
            .execute(&pool)
            .await
            .expect("a new database");
        pool.close().await;
        let (base, _) = server.rsplit_once('/').expect("postgres://…/database");
        format!("{base}/{name}")
    }
}

/// A workshop's books, to be looked at.
pub async fn snapshot_of(store: &Store, workshop: WorkshopId) -> Snapshot {
    store.read(workshop).await.expect("a snapshot")
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            for ending in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
            }
        }
    }
}
