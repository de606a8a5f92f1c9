//! SQL: the only place that names sqlx.
//!
//! One store, two engines: SQLite in the process (the default: one file, WAL, `synchronous = FULL`, one writer) and
//! PostgreSQL. [`Store::perform`] is the one way in; `reads` are plain SQL, shaped for the page that asks.

pub mod access;
mod audit;
mod connect;
mod error;
mod gather;
#[cfg(feature = "reading")]
mod import;
mod nouns;
mod post;
pub mod reads;
mod schema;
mod sql;
mod table;
#[cfg(feature = "reading")]
mod upload;
mod workshop;
mod writing;

pub use audit::{Audit, Finding};
pub use error::{Refused, StoreError};

#[cfg(feature = "reading")]
pub use import::Import;
#[cfg(feature = "reading")]
pub use upload::{Upload, UploadId};
pub use workshop::Workshop;
pub use writing::{Ask, Receipt, Writing};

use sqlx::AnyPool;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The books of all workshops in one database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    pool: AnyPool,
    engine: Engine,
    /// SQLite has one writer; waiting here is fairer and cheaper than retrying in the database.
    writer: Arc<Mutex<()>>,
    /// What was learned of paces, as of the last event that it saw.
    paces: reads::pace::Kept,
}

impl Store {
    /// Which engine it runs on.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }
}
