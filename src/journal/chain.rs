//! The chain: every event names the hash of the one before it in its workshop, so a changed past shows.

use crate::values::ids::Seq;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};
use std::str::FromStr;

/// A SHA-256 (FIPS 180-4), as lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hash(String);

impl Hash {
    /// What the first event of a workshop names as the one before it.
    #[must_use]
    pub fn origin() -> Self {
        Self("0".repeat(64))
    }

    /// A hash as the database keeps it. Anything else than a right one simply matches nothing.
    #[must_use]
    pub const fn kept(hex: String) -> Self {
        Self(hex)
    }

    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a chain ended at some time: an event's number and its hash. Written down elsewhere, it pins all that came before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub seq: Seq,
    pub hash: Hash,
}

impl fmt::Display for Head {
    /// `1234:9f86d0…`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

/// What was read is no head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a head is an event's number, a colon and the 64 digits of its hash, as `petalwork head` prints it")]
pub struct BadHead;

impl FromStr for Head {
    type Err = BadHead;

    fn from_str(text: &str) -> Result<Self, BadHead> {
        let (seq, hash) = text.trim().split_once(':').ok_or(BadHead)?;
        let seq: i64 = seq.parse().map_err(|_| BadHead)?;
        let hex = hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
        if seq < 0 || !hex {
            return Err(BadHead);
        }
        Ok(Self { seq: Seq(seq), hash: Hash(hash.to_ascii_lowercase()) })
    }
}

/// One event's text and the hash that binds it to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLink {
    pub prev: Hash,
    /// The event as JSON, kept as the very bytes that were hashed.
    pub body: String,
    pub hash: Hash,
}

impl ChainLink {
    /// Binds a body to the event before it: `SHA-256(prev ‖ "\n" ‖ body)`.
    #[must_use]
    pub fn after(prev: Hash, body: String) -> Self {
        let mut digest = Sha256::new();
        digest.update(prev.as_str());
        digest.update(b"\n");
        digest.update(&body);
        let hex = digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Self { prev, body, hash: Hash(hex) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_printed() {
        let head = Head { seq: Seq(12), hash: ChainLink::after(Hash::origin(), "one".into()).hash };
        assert_eq!(head.to_string().parse(), Ok(head));
        for bad in ["", "12", "12:", "12:abc", "x:y", "-1:".to_owned().as_str()] {
            assert_eq!(bad.parse::<Head>(), Err(BadHead), "{bad}");
        }
    }

    #[test]
    fn another_past_gives_another_hash() {
        let first = ChainLink::after(Hash::origin(), "one".into());
        assert_eq!(first, ChainLink::after(Hash::origin(), "one".into()));
        assert_ne!(first.hash, ChainLink::after(Hash::origin(), "onf".into()).hash);
        assert_ne!(
            ChainLink::after(first.hash.clone(), "two".into()).hash,
            ChainLink::after(Hash::origin(), "two".into()).hash
        );
    }
}
