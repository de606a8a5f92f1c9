//! The workshop's own voice: what is said aloud, clip by clip, recorded by somebody the women know.

mod clip;
mod list;
mod set;

pub use clip::VoiceClipPage;
pub use list::VoicePage;
pub use set::SetVoiceClip;

use crate::language::Language;
use crate::spoken::Clip;

/// The clips that a language says, in the order of their list; a pause is not recorded.
fn clips(language: Language) -> impl Iterator<Item = (Clip, &'static str)> {
    let said = Clip::ALL.iter().filter(|clip| **clip != Clip::Pause);
    said.filter_map(move |clip| Some((*clip, clip.words(language)?)))
}
