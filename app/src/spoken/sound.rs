//! Clips as they are heard, and as they are read.

use super::Clip;
use crate::language::Language;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

/// The clips one after another, as one MP3; `None` where one of them is not said in that language.
#[must_use]
pub fn joined(clips: &[Clip], language: Language) -> Option<Vec<u8>> {
    let sounds: Option<Vec<&[u8]>> = clips.iter().map(|clip| clip.sound(language)).collect();
    sounds.map(|sounds| sounds.concat())
}

/// The same, where some of them are the workshop's own.
#[must_use]
pub fn joined_with(clips: &[Clip], language: Language, own: impl Fn(Clip) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let sound = |clip: &Clip| {
        let shipped = clip.sound(language)?;
        Some(own(*clip).unwrap_or_else(|| shipped.to_vec()))
    };
    clips.iter().map(sound).collect::<Option<Vec<_>>>().map(|sounds| sounds.concat())
}

/// What the clips say, as it is written.
#[must_use]
pub fn words(clips: &[Clip], language: Language) -> String {
    let mut written = String::new();
    for clip in clips {
        if language == Language::En && *clip != Clip::Pause && !written.is_empty() {
            written.push(' ');
        }
        written.push_str(clip.words(language).unwrap_or_default());
    }
    written
}

/// Another for every set of sounds: an address that carries it never sounds differently.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        for language in Language::ALL {
            for clip in Clip::ALL {
                (clip.name(), clip.sound(language)).hash(&mut hasher);
            }
        }
        format!("{:08x}", hasher.finish() >> 32)
    });
    &VERSION
}
