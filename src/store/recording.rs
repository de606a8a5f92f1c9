//! Recordings: kept by their hash, beside the event that names one.

use super::columns::{Columns, FromRow};
use super::query::query;
use super::{Ask, BoxFuture, Receipt, Refused, Store, StoreError};
use crate::values::ids::WorkshopId;
use crate::values::recording::{Recording, RecordingHash};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

impl Store {
    /// Carries out a command that names a recording: both are kept, in one transaction.
    ///
    /// # Errors
    /// [`Refused`]: by the rule, or because the database failed. Nothing was changed.
    pub fn perform_with(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        ask: Ask,
        recording: Recording,
    ) -> BoxFuture<'_, Receipt, Refused> {
        Box::pin(async move {
            let mut writing = self.write(workshop, at).await?;
            let receipt = writing.receive(ask).await?;
            keep(writing.db(), workshop, &recording).await?;
            writing.commit().await?;
            Ok(receipt)
        })
    }
}

#[cfg(test)]
impl Store {
    /// Keeps a recording by itself, for events that are asked one by one.
    pub(crate) async fn keep_recording(&self, workshop: WorkshopId, recording: &Recording) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        keep(&mut db, workshop, recording).await
    }
}

async fn keep(db: &mut AnyConnection, workshop: WorkshopId, recording: &Recording) -> Result<(), StoreError> {
    let text =
        "INSERT INTO recordings (workshop, hash, sound) VALUES ($1, $2, $3) ON CONFLICT (workshop, hash) DO NOTHING";
    query(text).bind(workshop).bind(recording.hash()).bind(hex::encode(&recording.sound)).execute(db).await?;
    Ok(())
}

/// A recording as it is kept.
pub(super) async fn kept(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    hash: RecordingHash,
) -> Result<Option<Recording>, StoreError> {
    let text = "SELECT sound FROM recordings WHERE workshop = $1 AND hash = $2";
    query(text).bind(workshop).bind(hash).optional(db).await
}

/// Bytes that are kept as hexadecimal.
impl FromRow for Recording {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { sound: columns.parse(|text| hex::decode(text))? })
    }
}
