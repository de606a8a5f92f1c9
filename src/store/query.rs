//! Queries: one way to write them, and one way to run them.

use super::StoreError;
use super::cell::Cell;
use super::columns::{Columns, FromRow};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Any, AssertSqlSafe, Executor};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A statement with its values, `$1` first.
pub(super) struct Query {
    text: Cow<'static, str>,
    values: Vec<Cell>,
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
    pub async fn all<'e, T: FromRow>(self, db: impl Executor<'e, Database = Any>) -> Result<Vec<T>, StoreError> {
        let rows = self.ready().fetch_all(db).await?;
        rows.iter().map(read).collect()
    }

    /// The row, if there is one.
    pub async fn optional<'e, T: FromRow>(
        self,
        db: impl Executor<'e, Database = Any>,
    ) -> Result<Option<T>, StoreError> {
        self.ready().fetch_optional(db).await?.as_ref().map(read).transpose()
    }

    /// The only row.
    pub async fn one<'e, T: FromRow>(self, db: impl Executor<'e, Database = Any>) -> Result<T, StoreError> {
        read(&self.ready().fetch_one(db).await?)
    }

    /// How many rows it changed.
    pub async fn execute<'e>(self, db: impl Executor<'e, Database = Any>) -> Result<u64, StoreError> {
        Ok(self.ready().execute(db).await?.rows_affected())
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
