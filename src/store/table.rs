//! Rows on their way into a table, many to a statement: cost is per statement, not per row.

use super::StoreError;
use super::sql::rows;
use crate::values::day::Day;
use crate::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, Seq, StepNo, StyleId, UserId, WorkerId, WorkshopId,
};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Name, Note};
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Any, AnyConnection, AssertSqlSafe, Row, query::Query};
use std::collections::{BTreeMap, BTreeSet};

/// Parameters to a statement. SQLite takes 32,766, but looks each `$n` up among all before it: with very many, that
/// search is what an import spends its time on.
pub(super) const PARAMETERS: usize = 1_500;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    Number(i64),
    Text(String),
    OptionalNumber(Option<i64>),
    OptionalText(Option<String>),
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Cell {
    fn from(is: bool) -> Self {
        Self::Number(i64::from(is))
    }
}

/// As the database keeps a time: of one width, so that it compares as text.
impl From<DateTime<Utc>> for Cell {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Text(at.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        Self::OptionalNumber(number)
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        Self::OptionalText(text)
    }
}

macro_rules! kept_as {
    (numbers: $($number:ty),+; texts: $($text:ty),+ $(,)?) => {
        $(
            impl From<$number> for Cell {
                fn from(value: $number) -> Self {
                    Self::Number(value.0)
                }
            }

            impl From<Option<$number>> for Cell {
                fn from(value: Option<$number>) -> Self {
                    Self::OptionalNumber(value.map(|value| value.0))
                }
            }
        )+
        $(
            impl From<$text> for Cell {
                fn from(value: $text) -> Self {
                    Self::Text(value.to_string())
                }
            }

            impl From<Option<$text>> for Cell {
                fn from(value: Option<$text>) -> Self {
                    Self::OptionalText(value.map(|value| value.to_string()))
                }
            }
        )+
    };
}

kept_as! {
    numbers: DeliveryId, Fen, FirmId, IssueId, LineId, OrderId, Pieces, Seq, StepNo, StyleId, UserId, WorkerId, WorkshopId;
    texts: Day, EventId, &Code, &Name, &Note,
}

impl Cell {
    /// Whether that column of a row holds this. A value of another type (SQLite keeps any) is not this.
    fn is_in(&self, row: &AnyRow, column: usize) -> bool {
        match self {
            Self::Number(number) => row.try_get::<i64, _>(column).is_ok_and(|kept| kept == *number),
            Self::Text(text) => row.try_get::<&str, _>(column).is_ok_and(|kept| kept == text),
            Self::OptionalNumber(number) => row.try_get::<Option<i64>, _>(column).is_ok_and(|kept| kept == *number),
            Self::OptionalText(text) => {
                row.try_get::<Option<&str>, _>(column).is_ok_and(|kept| kept == text.as_deref())
            }
        }
    }

    pub(super) fn bind(self, query: Query<'_, Any, AnyArguments>) -> Query<'_, Any, AnyArguments> {
        match self {
            Self::Number(number) => query.bind(number),
            Self::Text(text) => query.bind(text),
            Self::OptionalNumber(number) => query.bind(number),
            Self::OptionalText(text) => query.bind(text),
        }
    }
}

/// Rows for one table, by key.
pub(super) struct Table {
    name: &'static str,
    key: &'static [&'static str],
    rest: &'static [&'static str],
    rows: BTreeMap<Vec<Cell>, Vec<Cell>>,
}

impl Table {
    pub(super) const fn new(name: &'static str, key: &'static [&'static str], rest: &'static [&'static str]) -> Self {
        Self { name, key, rest, rows: BTreeMap::new() }
    }

    /// Puts a row, in place of one with the same key.
    pub(super) fn put<const K: usize, const R: usize>(&mut self, key: [Cell; K], rest: [Cell; R]) {
        self.rows.insert(key.into(), rest.into());
    }

    /// Drops the rows whose key begins with that.
    pub(super) fn forget(&mut self, first: &Cell) {
        self.rows.retain(|key, _| key.first() != Some(first));
    }

    /// Inserts all rows, or replaces those with the same key.
    pub(super) async fn upsert(self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<(), StoreError> {
        let key = [&["workshop"], self.key].concat().join(", ");
        let sets: Vec<String> = self.rest.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        let action = if sets.is_empty() { "NOTHING".to_owned() } else { format!("UPDATE SET {}", sets.join(", ")) };
        self.write(db, workshop, &format!(" ON CONFLICT ({key}) DO {action}")).await
    }

    /// Inserts all rows, which must be new.
    pub(super) async fn insert(self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<(), StoreError> {
        self.write(db, workshop, "").await
    }

    async fn write(self, db: &mut AnyConnection, workshop: WorkshopId, ending: &str) -> Result<(), StoreError> {
        let columns = 1 + self.key.len() + self.rest.len();
        let names = [&["workshop"], self.key, self.rest].concat().join(", ");
        let mut left = self.rows.into_iter().peekable();
        while left.peek().is_some() {
            let chunk: Vec<_> = left.by_ref().take(PARAMETERS / columns).collect();
            let values = rows(1, chunk.len(), columns);
            let text = format!("INSERT INTO {} ({names}) VALUES {values}{ending}", self.name);
            let mut query = sqlx::query(AssertSqlSafe(text));
            for (key, rest) in chunk {
                query = query.bind(workshop.0);
                query = key.into_iter().chain(rest).fold(query, |query, cell| cell.bind(query));
            }
            query.execute(&mut *db).await?;
        }
        Ok(())
    }

    /// The rows kept from after one event up to another, in the columns and the order that [`Table::compare`] takes.
    pub(super) async fn kept(
        &self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        after: i64,
        up_to: i64,
    ) -> Result<Vec<AnyRow>, StoreError> {
        let names = [self.key, self.rest].concat().join(", ");
        let text =
            format!("SELECT {names} FROM {} WHERE workshop = $1 AND seq > $2 AND seq <= $3 ORDER BY seq", self.name);
        Ok(sqlx::query(AssertSqlSafe(text)).bind(workshop.0).bind(after).bind(up_to).fetch_all(db).await?)
    }

    /// Compares these rows with those that are kept. Returns the events of rows that are missing or changed, and of rows that
    /// should not be there.
    pub(super) fn compare(self, kept: &[AnyRow]) -> Result<(BTreeSet<i64>, BTreeSet<i64>), StoreError> {
        let (mut missing, mut strange) = (BTreeSet::new(), BTreeSet::new());
        let mut due = self.rows;
        for row in kept {
            let seq: i64 = row.try_get(0)?;
            let mut key = vec![Cell::Number(seq)];
            for column in 1..self.key.len() {
                key.push(Cell::Number(row.try_get(column)?));
            }
            match due.remove(&key) {
                None => drop(strange.insert(seq)),
                Some(rest) if (key.len()..).zip(&rest).all(|(column, cell)| cell.is_in(row, column)) => {}
                Some(_) => drop(missing.insert(seq)),
            }
        }
        missing.extend(due.into_keys().filter_map(|key| match key.first() {
            Some(Cell::Number(seq)) => Some(*seq),
            _ => None,
        }));
        Ok((missing, strange))
    }
}
