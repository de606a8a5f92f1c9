//! Hashes by which pictures and recordings are found: each kind has a type of its own.

/// What was read is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a hash of 64 lower-case hexadecimal digits")]
pub struct BadHash;

/// The 32 bytes that 64 lower-case hexadecimal digits say.
///
/// # Errors
/// [`BadHash`] for anything else.
pub(super) fn parse(text: &str) -> Result<[u8; 32], BadHash> {
    let digit = |digit: &u8| match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(BadHash),
    };
    let digits = text.as_bytes().iter().map(digit).collect::<Result<Vec<_>, _>>()?;
    let bytes: Vec<u8> =
        digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect();
    if digits.len() == 64 { bytes.try_into().map_err(|_| BadHash) } else { Err(BadHash) }
}

/// A hash of one kind of content: written and read as 64 lower-case hexadecimal digits.
macro_rules! content_hash {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; 32]);

        impl $name {
            const fn of_digest(digest: [u8; 32]) -> Self {
                Self(digest)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::values::content_hash::BadHash;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                crate::values::content_hash::parse(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::values::content_hash::BadHash;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(hash: $name) -> Self {
                hash.to_string()
            }
        }
    };
}
pub(super) use content_hash;
