//! Which clips are a workshop's own.

use super::{Clip, version};
use crate::language::Language;
use ledger::store::reads::OwnClips;
use ledger::values::clip_name::ClipName;
use ledger::values::recording::RecordingHash;
use leptos::prelude::use_context;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

/// The workshop's own clips. The request provides it, a page fills it in from the books that it has open.
#[derive(Clone, Debug, Default)]
pub struct OwnVoice(Arc<OnceLock<OwnClips>>);

impl OwnVoice {
    /// Said by a page before it is shown; the first time counts.
    pub fn speak(own: OwnClips) {
        if let Some(Self(voice)) = use_context() {
            voice.get_or_init(|| own);
        }
    }

    /// What tells this sentence from others of the same clips, where any of them is the workshop's own.
    pub(crate) fn version_of(clips: &[Clip], language: Language) -> Option<String> {
        let Self(voice) = use_context()?;
        own_version(voice.get()?, clips, language)
    }
}

/// The recording that stands for a clip, where it is the workshop's own.
#[must_use]
pub fn own_recording(own: &OwnClips, clip: Clip, language: Language) -> Option<RecordingHash> {
    own.get(&clip_name(clip, language)?).copied()
}

/// What a clip in a language is called in the books.
#[must_use]
pub fn clip_name(clip: Clip, language: Language) -> Option<ClipName> {
    ClipName::new(language.tag(), clip.name()).ok()
}

/// Another whenever any of the clips sounds differently; none where all of them are the shipped ones.
#[must_use]
pub fn own_version(own: &OwnClips, clips: &[Clip], language: Language) -> Option<String> {
    let recordings: Vec<_> = clips.iter().map(|clip| own_recording(own, *clip, language)).collect();
    let mut hasher = DefaultHasher::new();
    (version(), &recordings).hash(&mut hasher);
    recordings.iter().any(Option::is_some).then(|| format!("{:016x}", hasher.finish()))
}
