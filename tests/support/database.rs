//! A database of one's own for each test, on either engine.

use ledger::store::Store;
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
        let file = std::env::temp_dir().join(format!("petalwork-{}.db", Uuid::new_v4()));
        let address = format!("sqlite:{}", file.display());
        let store = Store::open(&address).await.expect("a new SQLite file opens");
        Self { store, address, file: Some(file) }
    }

    /// A new database on the PostgreSQL server that `PETALWORK_TEST_POSTGRES` names.
    pub async fn postgres() -> Self {
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
        let address = format!("{base}/{name}");
        let store = Store::open(&address).await.expect("a new PostgreSQL database opens");
        Self { store, address, file: None }
    }
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
