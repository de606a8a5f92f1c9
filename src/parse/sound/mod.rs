//! Sounds that people record: read within bounds, and made again as MP3 that holds nothing but what is heard.
//!
//! Whatever they come as, they are kept as frames of one kind, so that every browser plays them and a clip stands among the shipped ones.

mod decode;
mod encode;
mod resample;
mod shape;

use super::limit;
use crate::values::recording::Recording;
use serde::{Deserialize, Serialize};

/// Why what was sent can be no recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Unfit {
    #[error("not a WAV, M4A, MP3 or Ogg Vorbis sound, or one that is damaged")]
    NotASound,
    #[error("more than {} MB", limit::SOUND_BYTES / 1_000_000)]
    TooBig,
    #[error("lasts too long")]
    TooLong,
    #[error("nothing is heard")]
    Silent,
    /// It took more memory or time than any such sound does.
    #[error("takes too much to read")]
    TooCostly,
}

/// What a sound is recorded for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A clip of the workshop's own voice: as loud as the shipped ones, without the silence at both ends, which would part a number into its digits.
    Clip,
    /// A word with a dispute: as it was spoken.
    Word,
}

/// Samples a second, as all clips have.
const RATE: u32 = 16_000;

/// What is heard, in one channel, `RATE` samples a second, from -1 to 1.
type Samples = Vec<f32>;

impl Use {
    /// So many seconds it may last.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        match self {
            Self::Clip => limit::CLIP_SECONDS,
            Self::Word => limit::SPOKEN_SECONDS,
        }
    }

    /// Thousand bits a second: a clip has frames of the same length as the shipped ones.
    const fn thousand_bits(self) -> u32 {
        match self {
            Self::Clip => 16,
            Self::Word => 24,
        }
    }
}

/// Makes a recording of what was sent. No more is decoded than it may last.
///
/// # Errors
/// [`Unfit`]
pub fn read(bytes: &[u8], purpose: Use) -> Result<Recording, Unfit> {
    if bytes.len() > limit::SOUND_BYTES {
        return Err(Unfit::TooBig);
    }
    let heard = decode::samples(bytes, purpose.seconds())?;
    let heard = shape::fit(heard, purpose).ok_or(Unfit::Silent)?;
    let sound = encode::mp3(&heard, purpose.thousand_bits()).ok_or(Unfit::NotASound)?;
    // What is kept is what a decoder has read.
    let again = decode::samples(&sound, purpose.seconds() + 1)?;
    if again.len() < heard.len() || sound.len() > limit::RECORDING_BYTES {
        return Err(Unfit::NotASound);
    }
    Ok(Recording { sound })
}
