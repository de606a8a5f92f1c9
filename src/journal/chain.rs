//! The chain: every event names the hash of the one before it in its workshop, so a changed past shows.

use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};

/// A SHA-256 (FIPS 180-4), as lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

/// One event's text and the hash that binds it to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub prev: Hash,
    /// The event as JSON, kept as the very bytes that were hashed.
    pub body: String,
    pub hash: Hash,
}

impl Link {
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
    fn another_past_gives_another_hash() {
        let first = Link::after(Hash::origin(), "one".into());
        assert_eq!(first, Link::after(Hash::origin(), "one".into()));
        assert_ne!(first.hash, Link::after(Hash::origin(), "onf".into()).hash);
        assert_ne!(Link::after(first.hash.clone(), "two".into()).hash, Link::after(Hash::origin(), "two".into()).hash);
    }
}
