//! Workshops: whose books these are.

use super::{Store, StoreError};
use crate::journal::Hash;
use crate::values::ids::WorkshopId;
use crate::values::text::Name;
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

/// A workshop 作坊.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    pub id: WorkshopId,
    pub name: Name,
    /// Whether it is made up, to try things out.
    pub demo: bool,
}

impl Store {
    /// Makes a workshop with empty books.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn make_workshop(&self, name: &Name, demo: bool, at: DateTime<Utc>) -> Result<WorkshopId, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "INSERT INTO workshops (id, name, demo, created_at, head_hash) \
             SELECT COALESCE(MAX(id), 0) + 1, $1, $2, $3, $4 FROM workshops RETURNING id";
        let id: i64 = sqlx::query_scalar(text)
            .bind(name.as_str())
            .bind(i64::from(demo))
            .bind(at.to_rfc3339_opts(SecondsFormat::Micros, true))
            .bind(Hash::origin().as_str())
            .fetch_one(&mut *db)
            .await?;
        Ok(WorkshopId(id))
    }

    /// All workshops, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn workshops(&self) -> Result<Vec<Workshop>, StoreError> {
        let rows =
            sqlx::query("SELECT id, name, demo FROM workshops ORDER BY id").fetch_all(&self.pools.access).await?;
        rows.iter().map(workshop).collect()
    }

    /// One workshop.
    ///
    /// # Errors
    /// [`StoreError::NoWorkshop`] when there is none of that id.
    pub async fn workshop(&self, id: WorkshopId) -> Result<Workshop, StoreError> {
        let row = sqlx::query("SELECT id, name, demo FROM workshops WHERE id = $1").bind(id.0);
        let row = row.fetch_optional(&self.pools.access).await?.ok_or(StoreError::NoWorkshop)?;
        workshop(&row)
    }
}

fn workshop(row: &AnyRow) -> Result<Workshop, StoreError> {
    let name: String = row.try_get(1)?;
    Ok(Workshop {
        id: WorkshopId(row.try_get(0)?),
        name: Name::parse(&name).map_err(|_| StoreError::BadRow { table: "workshops".into(), what: name })?,
        demo: row.try_get::<i64, _>(2)? != 0,
    })
}
