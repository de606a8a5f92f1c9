//! Where a workshop's chain ends, and what stands beside it.

use super::StoreError;
use super::query::query;
use super::sql::once;
use crate::journal::Hash;
use crate::values::day::Day;
use crate::values::ids::{Seq, WorkshopId};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct End {
    pub seq: Seq,
    pub hash: Hash,
    pub last_id: i64,
    pub settled_through: Option<Day>,
    pub approval: bool,
}

impl End {
    /// Reads it, and whether events of a long file are still to be posted behind it. With `lock`, such as ` FOR UPDATE`, nobody else
    /// changes it until the transaction ends.
    pub async fn read(
        db: &mut AnyConnection,
        workshop: WorkshopId,
        lock: &'static str,
    ) -> Result<(Self, bool), StoreError> {
        let text = once(["end", lock], || {
            format!(
                "SELECT head_seq, head_hash, last_id, settled_through, approval, \
                 (SELECT COUNT(*) FROM unposted WHERE workshop = $1) FROM workshops WHERE id = $1{lock}"
            )
        });
        let found: Option<(Seq, String, i64, Option<Day>, bool, i64)> = query(text).bind(workshop).optional(db).await?;
        let (seq, hash, last_id, settled_through, approval, unposted) = found.ok_or(StoreError::NoWorkshop)?;
        Ok((Self { seq, hash: Hash::kept(hash), last_id, settled_through, approval }, unposted > 0))
    }

    /// Writes it.
    pub async fn write(&self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<(), StoreError> {
        let text = "UPDATE workshops SET head_seq = $2, head_hash = $3, last_id = $4, settled_through = $5, approval = $6 \
             WHERE id = $1";
        let values = query(text).bind(workshop).bind(self.seq).bind(self.hash.as_str());
        values.bind(self.last_id).bind(self.settled_through).bind(self.approval).execute(db).await?;
        Ok(())
    }
}
