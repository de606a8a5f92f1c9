//! Pictures as they are kept: two sizes, found by one hash.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

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
        PictureHash(digest.chain_update(&self.small).finalize().into())
    }
}

/// The hash of a picture, as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PictureHash([u8; 32]);

/// What was read is no picture's hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a picture's hash")]
pub struct BadHash;

impl fmt::Display for PictureHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PictureHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PictureHash {
    type Err = BadHash;

    fn from_str(text: &str) -> Result<Self, BadHash> {
        let digit = |digit: &u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(BadHash),
        };
        let digits = text.as_bytes().iter().map(digit).collect::<Result<Vec<_>, _>>()?;
        let bytes: Vec<u8> =
            digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect();
        if digits.len() == 64 { bytes.try_into().map(Self).map_err(|_| BadHash) } else { Err(BadHash) }
    }
}

impl TryFrom<String> for PictureHash {
    type Error = BadHash;

    fn try_from(text: String) -> Result<Self, BadHash> {
        text.parse()
    }
}

impl From<PictureHash> for String {
    fn from(hash: PictureHash) -> Self {
        hash.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
