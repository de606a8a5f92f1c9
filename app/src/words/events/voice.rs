//! Recording a clip of the workshop's own voice.

use crate::language::Language;
use crate::spoken::Clip;
use ledger::model::SetVoiceClip;

/// What the clip says, in which language, and whether it is the shipped one again.
pub(super) fn voice_clip(ask: &SetVoiceClip) -> (String, Vec<String>) {
    let (tag, name) = ask.clip.parts();
    let language = Language::from_tag(tag);
    let words = language.and_then(|language| Clip::named(name)?.words(language)).unwrap_or(name);
    let named = language.map_or_else(|| tag.to_owned(), |language| language.own_name().to_owned());
    let about = t!("tell-voice-clip", words = words, language = named);
    let taken_back = ask.recording.is_none().then(|| t!("tell-voice-clip-shipped"));
    (about, taken_back.into_iter().collect())
}
