//! Rows of several tables on their way in.

use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::query::query;
use crate::store::sql::list;
use crate::store::table::{Shape, Table};
use crate::values::ids::WorkshopId;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};

/// Rows by table.
#[derive(Default)]
pub struct Rows {
    tables: BTreeMap<&'static str, Table>,
    /// Of which tables all rows of some owners give way: the column that names the owner, and whose.
    replaced: BTreeMap<&'static str, (&'static str, BTreeSet<i64>)>,
}

impl Rows {
    /// Puts a row, in place of one with the same key.
    pub fn put(&mut self, shape: Shape, key: Vec<Cell>, rest: Vec<Cell>) {
        self.tables.entry(shape.name).or_insert_with(|| Table::new(shape)).put(key, rest);
    }

    /// Lets all rows of an owner give way to those that are put from now on. The key of the table begins with the owner.
    pub fn replace(&mut self, shape: Shape, owner: i64) {
        let Some(column) = shape.key.first() else { return };
        self.replaced.entry(shape.name).or_insert_with(|| (*column, BTreeSet::new())).1.insert(owner);
        if let Some(table) = self.tables.get_mut(shape.name) {
            table.forget(&Cell::from(owner));
        }
    }

    /// Writes all of them.
    pub async fn write(self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<(), StoreError> {
        for (table, (column, owners)) in self.replaced {
            let among = list(2, owners.len());
            let text = format!("DELETE FROM {table} WHERE workshop = $1 AND {column} IN {among}");
            query(text).bind(workshop).bind_all(owners).execute(&mut *db).await?;
        }
        for table in self.tables.into_values() {
            table.upsert(db, workshop).await?;
        }
        Ok(())
    }
}
