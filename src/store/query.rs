//! Queries: one way to write them, and one way to run them.

use super::cell::Cell;
use super::columns::{Columns, FromRow};
use super::{BoxFuture, StoreError};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A statement with its values, `$1` first.
pub(super) struct Query {
    text: Cow<'static, str>,
    values: Vec<Cell>,
}

/// Where a statement runs.
pub(super) enum On<'d> {
    Connection(&'d mut AnyConnection),
    /// On whichever connection is free.
    Pool(&'d AnyPool),
}

impl<'d> From<&'d mut AnyConnection> for On<'d> {
    fn from(connection: &'d mut AnyConnection) -> Self {
        Self::Connection(connection)
    }
}

impl<'d> From<&'d AnyPool> for On<'d> {
    fn from(pool: &'d AnyPool) -> Self {
        Self::Pool(pool)
    }
}

/// A statement of ours: words that people typed are only ever bound to it.
pub(super) fn query(text: impl Into<Cow<'static, str>>) -> Query {
    Query { text: text.into(), values: Vec::new() }
}

/// Called with the text of every statement before it runs.
static WATCH: OnceLock<fn(&str)> = OnceLock::new();

/// Shows every statement from now on to `watch`: for tests that hold all of them to a rule. The first to ask is the one.
pub fn watch_statements(watch: fn(&str)) {
    // Another asked before; it watches the same statements.
    let _ = WATCH.set(watch);
}

impl Query {
    /// The value of the next placeholder.
    pub fn bind(mut self, value: impl Into<Cell>) -> Self {
        self.values.push(value.into());
        self
    }

    /// The values of the next placeholders.
    pub fn bind_all(mut self, values: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        self.values.extend(values.into_iter().map(Into::into));
        self
    }

    /// All rows.
    pub async fn all<'d, T: FromRow>(self, on: impl Into<On<'d>>) -> Result<Vec<T>, StoreError> {
        self.rows(on.into()).await?.iter().map(read).collect()
    }

    /// The row, if there is one.
    pub async fn optional<'d, T: FromRow>(self, on: impl Into<On<'d>>) -> Result<Option<T>, StoreError> {
        self.row(on.into()).await?.as_ref().map(read).transpose()
    }

    /// The only row.
    pub async fn one<'d, T: FromRow>(self, on: impl Into<On<'d>>) -> Result<T, StoreError> {
        read(&self.row(on.into()).await?.ok_or(sqlx::Error::RowNotFound)?)
    }

    /// How many rows it changed.
    pub async fn execute<'d>(self, on: impl Into<On<'d>>) -> Result<u64, StoreError> {
        self.changed(on.into()).await
    }

    fn rows(self, on: On<'_>) -> BoxFuture<'_, Vec<AnyRow>> {
        Box::pin(async move {
            Ok(match on {
                On::Connection(db) => self.ready().fetch_all(db).await?,
                On::Pool(db) => self.ready().fetch_all(db).await?,
            })
        })
    }

    fn row(self, on: On<'_>) -> BoxFuture<'_, Option<AnyRow>> {
        Box::pin(async move {
            Ok(match on {
                On::Connection(db) => self.ready().fetch_optional(db).await?,
                On::Pool(db) => self.ready().fetch_optional(db).await?,
            })
        })
    }

    fn changed(self, on: On<'_>) -> BoxFuture<'_, u64> {
        Box::pin(async move {
            let done = match on {
                On::Connection(db) => self.ready().execute(db).await?,
                On::Pool(db) => self.ready().execute(db).await?,
            };
            Ok(done.rows_affected())
        })
    }

    fn ready(self) -> sqlx::query::Query<'static, Any, AnyArguments> {
        if let Some(watch) = WATCH.get() {
            watch(&self.text);
        }
        let query = match self.text {
            Cow::Borrowed(text) => sqlx::query(text),
            Cow::Owned(text) => sqlx::query(AssertSqlSafe(text)),
        };
        self.values.into_iter().fold(query, |query, cell| cell.bind(query))
    }
}

fn read<T: FromRow>(row: &AnyRow) -> Result<T, StoreError> {
    T::from_row(&mut Columns::of(row))
}
