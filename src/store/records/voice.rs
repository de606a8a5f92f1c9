//! How clips sound in a workshop.

use super::actor::actor;
use super::record::Record;
use crate::model::VoiceClip;
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::from_row;
use crate::store::table::Shape;

impl Record for VoiceClip {
    const TABLE: Shape =
        Shape { name: "voice_clips", key: &["clip"], rest: &["recording", "actor", "actor_id", "day"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (by, by_id) = actor(self.by);
        Ok((vec![self.clip.into()], vec![self.recording.into(), by.into(), by_id.into(), self.day.into()]))
    }
}

from_row!(VoiceClip { clip, recording, by, day });
