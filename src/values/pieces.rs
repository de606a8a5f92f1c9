//! Pieces: whole flowers, or whole parts of one.

use serde::{Deserialize, Serialize};
use std::{fmt, iter::Sum, ops};

/// A count of pieces. Never negative but as the balance of [`crate::journal::Place::Ordered`].
///
/// Sums stop at the largest number rather than overflow; the law refuses what is far smaller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pieces(pub i64);

/// Why a text is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BadCount {
    #[error("not a number")]
    NotANumber,
    #[error("not a whole number")]
    NotWhole,
    #[error("too large")]
    TooLarge,
}

impl Pieces {
    /// None.
    pub const ZERO: Self = Self(0);
    /// The most that one entry may be.
    pub const MOST: Self = Self(1_000_000);

    /// Reads a count as people write it: `40`, `1,320`, `４１０`, `40.0`. Zero is a count; whether it is allowed is the asker's rule.
    ///
    /// # Errors
    /// [`BadCount`] for signs, fractions, exponents, and more than [`Pieces::MOST`].
    pub fn parse(text: &str) -> Result<Self, BadCount> {
        let plain = crate::values::text::plain_number(text).ok_or(BadCount::NotANumber)?;
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        if part.bytes().any(|digit| digit != b'0') {
            return Err(BadCount::NotWhole);
        }
        match whole.parse() {
            Ok(count) if count <= Self::MOST.0 => Ok(Self(count)),
            _ => Err(BadCount::TooLarge),
        }
    }

    /// Whether one entry may carry this count: none, up to [`Pieces::MOST`].
    #[must_use]
    pub const fn is_entry(self) -> bool {
        0 <= self.0 && self.0 <= Self::MOST.0
    }

    /// Whether there are any.
    #[must_use]
    pub const fn any(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ops::Add for Pieces {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl ops::Sub for Pieces {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Pieces {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::ZERO, ops::Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_people_write_them() {
        for (text, count) in [("40", 40), ("1,320", 1320), ("４１０", 410), (" 7 ", 7), ("40.0", 40), ("0", 0)] {
            assert_eq!(Pieces::parse(text), Ok(Pieces(count)), "{text}");
        }
    }

    #[test]
    fn what_is_no_count_is_refused() {
        for text in ["", "-3", "three", "1e3", "0x10", "1 2", "∞"] {
            assert_eq!(Pieces::parse(text), Err(BadCount::NotANumber), "{text}");
        }
        assert_eq!(Pieces::parse("2.5"), Err(BadCount::NotWhole));
        assert_eq!(Pieces::parse("1000001"), Err(BadCount::TooLarge));
        assert_eq!(Pieces::parse("99999999999999999999999"), Err(BadCount::TooLarge));
    }
}
