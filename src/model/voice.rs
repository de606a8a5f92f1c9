//! A workshop's own voice 自己的声音: clips of what is said aloud, recorded by somebody the women know.

use crate::model::Actor;
use crate::values::clip_name::ClipName;
use crate::values::day::Day;
use crate::values::recording::RecordingHash;
use serde::{Deserialize, Serialize};

/// How a clip sounds in this workshop, as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceClip {
    pub clip: ClipName,
    /// None where it is the shipped one again.
    pub recording: Option<RecordingHash>,
    /// Who said so last, and on which day.
    pub by: Actor,
    pub day: Day,
}

/// Puts a recording in the place of a clip, or takes the clip back to the shipped one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetVoiceClip {
    pub clip: ClipName,
    /// As it was heard: if it is otherwise by now, somebody else changed it.
    pub was: Option<RecordingHash>,
    pub recording: Option<RecordingHash>,
}
