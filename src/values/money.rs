//! Money: whole fen (1/100 yuan), never a float.

use super::decimal::{BadDecimal, hundredths};
use serde::{Deserialize, Serialize};
use std::{fmt, iter::Sum, ops};

/// An amount in fen. May be negative where it is a balance; what a person types never is.
///
/// Sums stop at the largest number rather than overflow; the law refuses what is far smaller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

/// Why a text is no amount of yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BadYuan {
    #[error("not a number")]
    NotANumber,
    #[error("more than two decimals")]
    TooFine,
    #[error("too large")]
    TooLarge,
}

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The most that one entry may be: ten million yuan.
    pub const MOST: Self = Self(1_000_000_000);

    /// Reads yuan as people write them: `12`, `12.5`, `¥1,234.50`, full-width digits.
    ///
    /// # Errors
    /// [`BadYuan`] for anything else: signs, exponents, a third decimal, more than [`Fen::MOST`].
    pub fn parse_yuan(text: &str) -> Result<Self, BadYuan> {
        let fen = hundredths(text.trim().trim_start_matches(['¥', '￥'])).map_err(|bad| match bad {
            BadDecimal::NotANumber => BadYuan::NotANumber,
            BadDecimal::TooFine => BadYuan::TooFine,
            BadDecimal::TooLarge => BadYuan::TooLarge,
        })?;
        let amount = Self(fen);
        if amount > Self::MOST { Err(BadYuan::TooLarge) } else { Ok(amount) }
    }

    /// Whether one entry may carry this amount: nothing, up to [`Fen::MOST`].
    #[must_use]
    pub const fn is_entry(self) -> bool {
        0 <= self.0 && self.0 <= Self::MOST.0
    }

    /// This amount for each of `n` pieces.
    #[must_use]
    pub const fn times(self, n: crate::values::pieces::Pieces) -> Self {
        Self(self.0.saturating_mul(n.0))
    }
}

impl fmt::Display for Fen {
    /// Plain yuan with two decimals, `-12.30`: for files and logs; pages format for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", whole / 100, whole % 100)
    }
}

impl ops::Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl ops::Sub for Fen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl ops::Neg for Fen {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, ops::Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_as_people_write_them() {
        for (text, fen) in [
            ("2.35", 235),
            ("2.2", 220),
            ("12", 1200),
            ("¥1,234.50", 123_450),
            ("１２．５", 1250),
            ("7.500", 750),
            (" 0.01 ", 1),
        ] {
            assert_eq!(Fen::parse_yuan(text), Ok(Fen(fen)), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["", "-1", "+1", "1e3", "1.2.3", "abc", ".", "1,23", "NaN", "١٢"] {
            assert_eq!(Fen::parse_yuan(text), Err(BadYuan::NotANumber), "{text}");
        }
        assert_eq!(Fen::parse_yuan("0.005"), Err(BadYuan::TooFine));
        assert_eq!(Fen::parse_yuan("10000000.01"), Err(BadYuan::TooLarge));
        assert_eq!(Fen::parse_yuan(&"9".repeat(60)), Err(BadYuan::TooLarge));
    }
}
