//! Opening a database, as safely as its engine can be.

use super::latest::Latest;
use super::pools::Pools;
use super::{BoxFuture, Engine, Store, StoreError, schema};
use sqlx::Executor;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::fs::OpenOptions;
use std::net::IpAddr;
use std::str::FromStr;

/// How many connections of a sort are kept, on either engine. To SQLite each is a thread.
struct Kept {
    sqlite: u32,
    postgres: u32,
}

const READERS: Kept = Kept { sqlite: 4, postgres: 8 };

/// Short look-ups.
const ACCESS: Kept = Kept { sqlite: 2, postgres: 4 };

/// SQLite has one writer at a time.
const WRITERS: Kept = Kept { sqlite: 1, postgres: 4 };

/// Per connection, on SQLite. FULL: a committed event survives a power cut.
const WRITER_PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
     PRAGMA busy_timeout = 10000; PRAGMA cache_size = -4000; PRAGMA trusted_schema = OFF;";

/// Per connection that only reads, on SQLite: the database itself refuses a write.
const READER_PRAGMAS: &str =
    "PRAGMA busy_timeout = 10000; PRAGMA cache_size = -4000; PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;";

impl Store {
    /// Opens the database at `sqlite:FILE` or `postgres://…`, making file and schema if they are missing.
    ///
    /// # Errors
    /// [`StoreError`]: not to be reached, not ours, newer than the program, or an unsafe engine.
    pub fn open(address: &str) -> BoxFuture<'_, Self> {
        Box::pin(async move {
            sqlx::any::install_default_drivers();
            let (engine, url) = engine_of(address)?;
            if engine == Engine::Sqlite {
                make_private(&url)?;
            }
            let options = AnyConnectOptions::from_str(&url)?;
            let writers = pool(engine, WRITERS, WRITER_PRAGMAS).connect_with(options.clone()).await?;
            if engine == Engine::Sqlite {
                refuse_unsafe_sqlite(&writers).await?;
            }
            schema::prepare(&writers, engine).await?;
            let readers = pool(engine, READERS, READER_PRAGMAS).connect_with(options.clone()).await?;
            let access = pool(engine, ACCESS, READER_PRAGMAS).connect_with(options).await?;
            let store = Self {
                pools: Pools::new(engine, readers, writers, access),
                paces: Latest::default(),
                outlooks: Latest::default(),
                #[cfg(feature = "reading")]
                importing: std::sync::Arc::default(),
            };
            // Books that are full or damaged can be read all the same; the next one who writes to them is told.
            let _ = store.post_all_that_is_left().await;
            Ok(store)
        })
    }

    /// Closes all connections, letting SQLite fold its log into the file.
    pub async fn close(&self) {
        self.pools.close().await;
    }
}

fn pool(engine: Engine, kept: Kept, pragmas: &'static str) -> AnyPoolOptions {
    match engine {
        // In the process: there is no line that may have broken, and nothing to ask before each use.
        Engine::Sqlite => AnyPoolOptions::new().max_connections(kept.sqlite).test_before_acquire(false).after_connect(
            move |connection, _| Box::pin(async move { connection.execute(sqlx::raw_sql(pragmas)).await.map(drop) }),
        ),
        Engine::Postgres => AnyPoolOptions::new().max_connections(kept.postgres),
    }
}

fn engine_of(address: &str) -> Result<(Engine, String), StoreError> {
    if let Some(file) = address.strip_prefix("sqlite:") {
        let file = file.trim_start_matches("//");
        if file.is_empty() {
            return Err(StoreError::BadAddress(address.to_owned()));
        }
        let joint = if file.contains('?') { '&' } else { '?' };
        return Ok((Engine::Sqlite, format!("sqlite://{file}{joint}mode=rwc")));
    }
    if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        return Ok((Engine::Postgres, secret_line(address)?));
    }
    // What follows may hold a password.
    Err(StoreError::BadAddress(address.split_once(':').map_or(address, |(engine, _)| engine).to_owned()))
}

/// The address, by TLS to a server whose certificate proves its name, unless it says otherwise or the server is this machine.
fn secret_line(address: &str) -> Result<String, StoreError> {
    let options = PgConnectOptions::from_str(address)?;
    let host = options.get_host();
    let is_here = options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || host.parse::<IpAddr>().is_ok_and(|host| host.is_loopback());
    if is_here || address.contains("sslmode=") || address.contains("ssl-mode=") {
        return Ok(address.to_owned());
    }
    let joint = if address.contains('?') { '&' } else { '?' };
    Ok(format!("{address}{joint}sslmode=verify-full"))
}

/// Makes a file that is missing, for nobody but the user of the program to read; SQLite gives its log the same rights. A file that is
/// there keeps those it has.
fn make_private(url: &str) -> Result<(), StoreError> {
    let options = SqliteConnectOptions::from_str(url)?;
    let mut file = OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    // Whatever else is wrong with it is found, and said, when it is opened.
    let _ = file.open(options.get_filename());
    Ok(())
}

/// SQLite 3.7.0 to 3.51.2 can lose committed writes when a checkpoint races a writer.
async fn refuse_unsafe_sqlite(pool: &sqlx::AnyPool) -> Result<(), StoreError> {
    const SAFE: [u32; 3] = [3, 51, 3];
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(pool).await?;
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    if parts.as_slice() < SAFE.as_slice() { Err(StoreError::OldSqlite(version)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_to_another_machine_is_secret_unless_it_is_told_otherwise() {
        for (address, opened) in [
            ("postgres://a:b@db.example/books", "postgres://a:b@db.example/books?sslmode=verify-full"),
            ("postgres://db.example/books?options=x", "postgres://db.example/books?options=x&sslmode=verify-full"),
            ("postgres://db.example/books?sslmode=disable", "postgres://db.example/books?sslmode=disable"),
            ("postgres://127.0.0.1:5432/books", "postgres://127.0.0.1:5432/books"),
            ("postgres://localhost/books", "postgres://localhost/books"),
            ("postgres:///books?host=/run/postgresql", "postgres:///books?host=/run/postgresql"),
        ] {
            assert_eq!(engine_of(address).expect("an engine"), (Engine::Postgres, opened.to_owned()));
        }
    }

    #[test]
    fn a_mistyped_address_does_not_show_its_password() {
        let refused = engine_of("postgre://user:secret@db.example/books").expect_err("no engine").to_string();
        assert!(refused.contains("postgre") && !refused.contains("secret"), "{refused}");
    }
}
