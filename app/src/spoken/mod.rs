//! What is heard: sentences that are put together from recorded clips, for those who read little.
//!
//! No browser's own voice is used: Android's WebView and WeChat have none. A [`Sentence`] says what is to be said; the rules of a
//! language make [`Clip`]s of it; the server joins their sounds, which are frames of one MP3 in any order.
//!
//! A name is free text, and no clip says it: work is then the first, the second on the page.

mod chinese;
mod clip;
mod english;
mod own;
mod sentence;
mod sound;

pub use clip::Clip;
pub use own::{OwnVoice, clip_name, own_recording, own_version};
pub use sentence::{MOST, Sentence};
pub use sound::{joined, joined_with, version, words};

#[cfg(test)]
mod tests;
