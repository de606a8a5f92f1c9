//! Recordings: how clips sound in a workshop, and who may hear what was said.

use crate::model::{Actor, VoiceClip};
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::recording::kept;
use crate::store::records::columns_of;
use crate::store::sql::list;
use crate::values::clip_name::ClipName;
use crate::values::ids::{UserId, WorkerId};
use crate::values::recording::{Recording, RecordingHash};
use std::collections::BTreeMap;

/// The clips that are the workshop's own, each with its recording.
pub type OwnClips = BTreeMap<ClipName, RecordingHash>;

/// A clip that is the workshop's own, or once was, with who said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceClipSet {
    pub set: VoiceClip,
    /// Her name, where a person signed in said so.
    pub name: Option<String>,
}

/// Who would hear what was said of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hears {
    /// The workshop's coordinators.
    Coordinator,
    /// She who said it.
    Worker(WorkerId),
}

impl Snapshot {
    /// The clips that are the workshop's own.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn own_clips(&mut self) -> Result<OwnClips, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT clip, recording FROM voice_clips WHERE workshop = $1 AND recording IS NOT NULL";
        let own: Vec<(ClipName, RecordingHash)> = query(text).bind(workshop).all(self.db()).await?;
        Ok(own.into_iter().collect())
    }

    /// Every clip that was ever recorded, with who said so last.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn voice_clips(&mut self) -> Result<BTreeMap<ClipName, VoiceClipSet>, StoreError> {
        let workshop = self.workshop();
        let text = format!("SELECT {} FROM voice_clips WHERE workshop = $1", columns_of::<VoiceClip>());
        let set: Vec<VoiceClip> = query(text).bind(workshop).all(self.db()).await?;
        let text = "SELECT id, name FROM users WHERE workshop = $1";
        let users: Vec<(UserId, String)> = query(text).bind(workshop).all(self.db()).await?;
        let users: BTreeMap<_, _> = users.into_iter().collect();
        let named = set.into_iter().map(|set| {
            let name = match set.by {
                Actor::Coordinator { user } | Actor::Helper { user } => users.get(&user).cloned(),
                Actor::Worker { .. } | Actor::Firm { .. } | Actor::Operator => None,
            };
            (set.clip, VoiceClipSet { set, name })
        });
        Ok(named.collect())
    }

    /// How some of the workshop's own clips sound.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn clip_sounds(
        &mut self,
        hashes: Vec<RecordingHash>,
    ) -> Result<BTreeMap<RecordingHash, Recording>, StoreError> {
        if hashes.is_empty() {
            return Ok(BTreeMap::new());
        }
        let workshop = self.workshop();
        let text =
            format!("SELECT hash, sound FROM recordings WHERE workshop = $1 AND hash IN {}", list(2, hashes.len()));
        let found: Vec<(RecordingHash, Recording)> = query(text).bind(workshop).bind_all(hashes).all(self.db()).await?;
        Ok(found.into_iter().collect())
    }

    /// What was said of an entry, for who may hear it; none for anybody else, and where nothing of the kind was said.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn spoken(&mut self, hash: RecordingHash, hears: Hears) -> Result<Option<Recording>, StoreError> {
        let (of, worker) = match hears {
            Hears::Coordinator => ("$3 = 0", 0),
            Hears::Worker(WorkerId(worker)) => ("worker = $3", worker),
        };
        let workshop = self.workshop();
        let text = format!("SELECT turn FROM reviews WHERE workshop = $1 AND spoken = $2 AND {of} LIMIT 1");
        let said: Option<i64> = query(text).bind(workshop).bind(hash).bind(worker).optional(self.db()).await?;
        if said.is_none() {
            return Ok(None);
        }
        kept(self.db(), workshop, hash).await
    }
}
