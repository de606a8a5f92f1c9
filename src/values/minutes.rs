//! Time that work takes.

use super::decimal::{BadDecimal, hundredths};
use serde::{Deserialize, Serialize};
use std::{fmt, iter::Sum, ops};

/// Whole minutes, as people offer them for a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub i64);

impl Minutes {
    /// A whole day.
    pub const DAY: Self = Self(24 * 60);

    /// Whether somebody may offer so much for a day: none, up to all of it.
    #[must_use]
    pub const fn is_of_a_day(self) -> bool {
        0 <= self.0 && self.0 <= Self::DAY.0
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Hundredths of a minute: the time that work takes is calculated in whole ones.
///
/// Sums stop at the largest number rather than overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Centiminutes(pub i64);

impl Centiminutes {
    /// No time.
    pub const ZERO: Self = Self(0);
    /// A thousand hours: more than any piece takes anybody.
    pub const MOST: Self = Self(6_000_000);

    /// So many times this.
    #[must_use]
    pub const fn times(self, n: i64) -> Self {
        Self(self.0.saturating_mul(n))
    }
}

impl From<Minutes> for Centiminutes {
    fn from(Minutes(minutes): Minutes) -> Self {
        Self(minutes.saturating_mul(100))
    }
}

impl ops::Add for Centiminutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl ops::AddAssign for Centiminutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl ops::Sub for Centiminutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Centiminutes {
    fn sum<I: Iterator<Item = Self>>(times: I) -> Self {
        times.fold(Self::ZERO, ops::Add::add)
    }
}

/// Why a text is no time in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadMinutes {
    NotANumber,
    /// More than two decimals.
    TooFine,
    /// More than a thousand hours.
    TooLong,
}

/// Reads minutes as people write them: `6`, `7.5`, full-width digits.
///
/// # Errors
/// [`BadMinutes`] for anything else: signs, a third decimal, more than a thousand hours.
pub fn parse(text: &str) -> Result<Centiminutes, BadMinutes> {
    let minutes = hundredths(text).map_err(|bad| match bad {
        BadDecimal::NotANumber => BadMinutes::NotANumber,
        BadDecimal::TooFine => BadMinutes::TooFine,
        BadDecimal::TooLarge => BadMinutes::TooLong,
    })?;
    if minutes > Centiminutes::MOST.0 { Err(BadMinutes::TooLong) } else { Ok(Centiminutes(minutes)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_as_people_write_them() {
        assert_eq!(
            ["6", "7.5", " 0.25 ", "１２", "60000"].map(parse),
            [600, 750, 25, 1_200, 6_000_000].map(|hundredths| Ok(Centiminutes(hundredths)))
        );
        assert_eq!(["", "-1", "6分", "¥6", "1e3"].map(parse), [Err(BadMinutes::NotANumber); 5]);
        assert_eq!(parse("6.125"), Err(BadMinutes::TooFine));
        assert_eq!(["60001", "99999999999999999999"].map(parse), [Err(BadMinutes::TooLong); 2]);
    }
}
