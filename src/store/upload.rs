//! Files on their way in: kept while somebody looks at what they would do.

use super::columns::{Columns, FromRow};
use super::query::query;
use super::{Store, StoreError};
use crate::import::Kind;
use crate::values::ids::{BadId, WorkshopId};
use chrono::{DateTime, Duration, Utc};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// How long a file waits to be written.
pub(super) const KEPT: Duration = Duration::hours(24);

/// Files that wait in one workshop; older ones make room.
const MOST: i64 = 5;

/// A file on its way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadId(Uuid);

impl fmt::Display for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for UploadId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        Uuid::try_parse(text).map(Self).map_err(|_| BadId)
    }
}

/// A file that was sent, and what it is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

impl Store {
    /// Keeps a file for a day; the oldest of this workshop's make room for it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn keep_upload(
        &self,
        workshop: WorkshopId,
        kind: Kind,
        bytes: &[u8],
        at: DateTime<Utc>,
    ) -> Result<UploadId, StoreError> {
        let id = UploadId(Uuid::now_v7());
        let mut turn = self.pools.begin().await?;
        let text = "DELETE FROM uploads WHERE workshop = $1 AND id NOT IN \
             (SELECT id FROM uploads WHERE workshop = $1 ORDER BY at DESC, id DESC LIMIT $2)";
        query(text).bind(workshop).bind(MOST - 1).execute(&mut *turn).await?;
        let text = "INSERT INTO uploads (workshop, id, kind, at, content) VALUES ($1, $2, $3, $4, $5)";
        let kept = query(text).bind(workshop).bind(id.to_string()).bind(kind.code()).bind(at).bind(hex::encode(bytes));
        kept.execute(&mut *turn).await?;
        turn.commit().await?;
        Ok(id)
    }

    /// A kept file of this workshop.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn upload(&self, workshop: WorkshopId, id: UploadId) -> Result<Option<Upload>, StoreError> {
        let text = "SELECT kind, content FROM uploads WHERE workshop = $1 AND id = $2";
        query(text).bind(workshop).bind(id.to_string()).optional(&self.pools.access).await
    }
}

impl FromRow for Upload {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { kind: columns.code(Kind::of_code)?, bytes: columns.parse(|content| hex::decode(content))? })
    }
}
