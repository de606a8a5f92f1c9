//! Rows on their way into a table, many to a statement: cost is per statement, not per row.

use super::StoreError;
use super::cell::Cell;
use super::columns::{Columns, Found, FromRow};
use super::query::query;
use super::sql::{once, rows};
use crate::values::ids::WorkshopId;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};

/// Parameters to a statement. SQLite takes 32,766, but looks each `$n` up among all before it: with very many, that
/// search is what an import spends its time on.
pub(super) const PARAMETERS: usize = 300;

/// A table: its name, the columns of its key after the workshop, and the others.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub name: &'static str,
    pub key: &'static [&'static str],
    pub rest: &'static [&'static str],
}

impl Shape {
    /// How many columns there are, the workshop's among them.
    const fn columns(self) -> usize {
        1 + self.key.len() + self.rest.len()
    }

    /// The text that inserts so many rows.
    fn insert(self, n: usize) -> String {
        let names = [&["workshop"], self.key, self.rest].concat().join(", ");
        format!("INSERT INTO {} ({names}) VALUES {}", self.name, rows(1, n, self.columns()))
    }

    /// What the text that inserts ends with, where rows with the same key are replaced.
    fn or_replace(self) -> String {
        let key = [&["workshop"], self.key].concat().join(", ");
        let sets: Vec<String> = self.rest.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        let action = if sets.is_empty() { "NOTHING".to_owned() } else { format!("UPDATE SET {}", sets.join(", ")) };
        format!(" ON CONFLICT ({key}) DO {action}")
    }
}

/// Rows for one table, by key.
pub(super) struct Table {
    shape: Shape,
    rows: BTreeMap<Vec<Cell>, Vec<Cell>>,
}

impl Table {
    pub(super) const fn new(shape: Shape) -> Self {
        Self { shape, rows: BTreeMap::new() }
    }

    /// Puts a row, in place of one with the same key.
    pub(super) fn put(&mut self, key: Vec<Cell>, rest: Vec<Cell>) {
        self.rows.insert(key, rest);
    }

    /// Drops the rows whose key begins with that.
    pub(super) fn forget(&mut self, first: &Cell) {
        self.rows.retain(|key, _| key.first() != Some(first));
    }

    /// Inserts all rows, or replaces those with the same key.
    pub(super) async fn upsert(self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<(), StoreError> {
        self.write(db, workshop, "upsert", Shape::or_replace).await
    }

    /// Inserts all rows, which must be new.
    pub(super) async fn insert(self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<(), StoreError> {
        self.write(db, workshop, "insert", |_| String::new()).await
    }

    /// `way` names the ending: of one row, as mostly, the text is put together once.
    async fn write(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        way: &'static str,
        ending: fn(Shape) -> String,
    ) -> Result<(), StoreError> {
        let shape = self.shape;
        let mut left = self.rows.into_iter().peekable();
        while left.peek().is_some() {
            let chunk: Vec<_> = left.by_ref().take(PARAMETERS / shape.columns()).collect();
            let text = || format!("{}{}", shape.insert(chunk.len()), ending(shape));
            let mut query = match chunk.len() {
                1 => query(once([way, shape.name], text)),
                _ => query(text()),
            };
            for (key, rest) in chunk {
                query = query.bind(workshop).bind_all(key.into_iter().chain(rest));
            }
            query.execute(&mut *db).await?;
        }
        Ok(())
    }

    /// The rows kept from after one event up to another, as [`Table::compare`] takes them.
    pub(super) async fn kept(
        &self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        after: i64,
        up_to: i64,
    ) -> Result<Vec<KeptRow>, StoreError> {
        let Shape { name, key, rest } = self.shape;
        let names = [key, rest].concat().join(", ");
        let text = format!("SELECT {names} FROM {name} WHERE workshop = $1 AND seq > $2 AND seq <= $3 ORDER BY seq");
        query(text).bind(workshop).bind(after).bind(up_to).all(db).await
    }

    /// Compares these rows with those that are kept. Returns the events of rows that are missing or changed, and of rows that
    /// should not be there.
    pub(super) fn compare(self, kept: &[KeptRow]) -> (BTreeSet<i64>, BTreeSet<i64>) {
        let (mut missing, mut strange) = (BTreeSet::new(), BTreeSet::new());
        let keys = self.shape.key.len();
        let mut due = self.rows;
        for row in kept {
            let (key, rest) = row.0.split_at(keys.min(row.0.len()));
            let Some(Found::Number(seq)) = key.first() else { continue };
            let key = key.iter().map(|found| Cell::Number(found.number())).collect::<Vec<_>>();
            match due.remove(&key) {
                None => drop(strange.insert(*seq)),
                Some(due) if due.len() == rest.len() && due.iter().zip(rest).all(|(cell, found)| found.is(cell)) => {}
                Some(_) => drop(missing.insert(*seq)),
            }
        }
        missing.extend(due.into_keys().filter_map(|key| match key.first() {
            Some(Cell::Number(seq)) => Some(*seq),
            _ => None,
        }));
        (missing, strange)
    }
}

/// A row as it is kept, whatever its columns hold.
pub(super) struct KeptRow(Vec<Found>);

impl KeptRow {
    /// The text in a column; empty where it holds none.
    pub(super) fn text(&self, column: usize) -> &str {
        match self.0.get(column) {
            Some(Found::Text(text)) => text,
            _ => "",
        }
    }

    /// The number in a column; 0 where it holds none.
    pub(super) fn number(&self, column: usize) -> i64 {
        self.0.get(column).map_or(0, Found::number)
    }
}

impl FromRow for KeptRow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        columns.rest().map(Self)
    }
}
