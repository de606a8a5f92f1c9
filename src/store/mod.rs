//! SQL: the only place that names sqlx.
//!
//! One store, two engines: SQLite in the process (the default: one file, WAL, `synchronous = FULL`, one writer) and
//! PostgreSQL. [`Store::perform`] is the one way in; a [`Snapshot`] is the one way to
//! read the books, plain SQL shaped for the page that asks.

pub mod access;
mod ask;
mod audit;
pub mod background;
mod cell;
mod columns;
mod connect;
mod coordinators;
mod deciding;
mod end;
mod error;
mod gather;
#[cfg(feature = "reading")]
mod import;
mod latest;
mod paces;
mod picture;
mod pools;
mod post;
mod query;
mod read;
pub mod reads;
mod recording;
mod records;
mod schema;
mod sql;
mod table;
mod unposted;
#[cfg(feature = "reading")]
mod upload;
mod workshop;
mod writing;

pub use ask::{Ask, Receipt};
pub use audit::{Audit, Discrepancy};
pub use error::{Refused, StoreError};
pub use paces::Paces;
pub use picture::{PhotoAsk, Size, StylePicture};
pub use query::watch_statements;
pub use read::{OfCounts, OfFirm, OfOrders, OfStyles, OfWorker, Snapshot};

#[cfg(feature = "reading")]
pub use import::Import;
#[cfg(feature = "reading")]
pub use upload::{Upload, UploadId};
pub use workshop::Workshop;
pub use writing::Writing;

use std::pin::Pin;

/// What reads or writes, compiled here and once. The body of an `async fn` is compiled where it is awaited: in each crate that
/// awaits it, and there in each unit of code. What is long, or awaited in many places, returns this instead.
pub type BoxFuture<'a, T, E = StoreError> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The books of all workshops in one database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    pools: pools::Pools,
    /// What was learned of paces.
    paces: latest::Latest<Paces>,
    /// What is foreseen.
    outlooks: latest::Latest<crate::forecast::Outlook>,
    /// Held by the one whose file is decided.
    #[cfg(feature = "reading")]
    importing: std::sync::Arc<tokio::sync::Mutex<()>>,
}

impl Store {
    /// Which engine it runs on.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.pools.engine
    }
}
