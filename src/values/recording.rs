//! What somebody recorded, as it is kept.

use super::content_hash::content_hash;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A recording as it is kept: MP3 (ISO/IEC 13818-3, layer III) made by this program, with nothing in it but what is heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Whole frames, none of which needs the one before it.
    pub sound: Vec<u8>,
}

impl Recording {
    /// By which it is found: the SHA-256 (FIPS 180-4) of its bytes.
    #[must_use]
    pub fn hash(&self) -> RecordingHash {
        RecordingHash::of_digest(Sha256::digest(&self.sound).into())
    }
}

content_hash! {
    /// The hash of a recording, as 64 lower-case hexadecimal digits.
    RecordingHash
}
