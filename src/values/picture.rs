//! Pictures as they are kept: two sizes, found by one hash.

use super::content_hash::content_hash;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A picture as it is kept: JPEG (ITU-T T.81) made by this program, with nothing in it but what is seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The long side is at most 1,280 pixels.
    pub large: Vec<u8>,
    /// For lists: the long side is at most 200 pixels.
    pub small: Vec<u8>,
}

impl Picture {
    /// By which it is found: the SHA-256 (FIPS 180-4) of how many bytes the large one has, as eight bytes from the highest on, and of both.
    #[must_use]
    pub fn hash(&self) -> PictureHash {
        let length = u64::try_from(self.large.len()).unwrap_or(u64::MAX);
        let digest = Sha256::new().chain_update(length.to_be_bytes()).chain_update(&self.large);
        PictureHash::of_digest(digest.chain_update(&self.small).finalize().into())
    }
}

content_hash! {
    /// The hash of a picture, as 64 lower-case hexadecimal digits.
    PictureHash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::content_hash::BadHash;

    #[test]
    fn a_hash_is_of_both_sizes_and_of_where_one_ends() {
        let picture = |large: &[u8], small: &[u8]| Picture { large: large.to_vec(), small: small.to_vec() }.hash();
        let hash = picture(b"ab", b"c");
        assert_eq!(hash, picture(b"ab", b"c"));
        for other in [picture(b"a", b"bc"), picture(b"abc", b""), picture(b"ab", b"d"), picture(b"bb", b"c")] {
            assert_ne!(hash, other);
        }
    }

    #[test]
    fn a_hash_is_read_as_it_is_written_and_nothing_else_is() {
        let hash = Picture { large: vec![1], small: vec![2] }.hash();
        let text = hash.to_string();
        assert_eq!(text.parse(), Ok(hash));
        let json = serde_json::to_string(&hash).expect("plain data");
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<PictureHash>(&json).expect("a hash"), hash);
        for bad in ["", "ab", &text[1..], &format!("{text}a"), &text.to_uppercase(), &"é".repeat(32), &"g".repeat(64)]
        {
            assert_eq!(bad.parse::<PictureHash>(), Err(BadHash), "{bad}");
        }
    }
}
