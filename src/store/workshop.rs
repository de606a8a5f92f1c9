//! Workshops: whose books these are.

use super::query::query;
use super::{Store, StoreError};
use crate::journal::Hash;
use crate::store::columns::from_row;
use crate::values::ids::{Seq, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};

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
        query(text).bind(name).bind(demo).bind(at).bind(Hash::origin().as_str()).one(&mut *db).await
    }

    /// All workshops, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn workshops(&self) -> Result<Vec<Workshop>, StoreError> {
        query("SELECT id, name, demo FROM workshops ORDER BY id").all(&self.pools.access).await
    }

    /// The newest event of each workshop.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn newest_events(&self) -> Result<Vec<(WorkshopId, Seq)>, StoreError> {
        query("SELECT id, head_seq FROM workshops").all(&self.pools.access).await
    }

    /// One workshop.
    ///
    /// # Errors
    /// [`StoreError::NoWorkshop`] when there is none of that id.
    pub async fn workshop(&self, id: WorkshopId) -> Result<Workshop, StoreError> {
        let workshop = query("SELECT id, name, demo FROM workshops WHERE id = $1").bind(id);
        workshop.optional(&self.pools.access).await?.ok_or(StoreError::NoWorkshop)
    }
}

from_row!(Workshop { id, name, demo });
