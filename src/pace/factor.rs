//! How a worker's time compares with the standard.

use crate::values::minutes::Centiminutes;

/// Time taken over standard time, in millionths: 1,200,000 is a fifth slower than the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Factor(i64);

/// The whole of which factors and spreads are parts.
pub(super) const MILLION: i64 = 1_000_000;

impl Factor {
    pub const STANDARD: Self = Self(MILLION);
    /// A quarter of the standard.
    const FASTEST: Self = Self(MILLION / 4);
    /// Four times the standard.
    const SLOWEST: Self = Self(MILLION * 4);

    /// `taken / standard`, within the limits of what is believed. The standard where there is nothing to compare.
    pub fn of(taken: i128, standard: i128) -> Self {
        if standard <= 0 {
            return Self::STANDARD;
        }
        let millionths = taken.saturating_mul(i128::from(MILLION)) / standard;
        Self(i64::try_from(millionths).unwrap_or(i64::MAX)).clamp(Self::FASTEST, Self::SLOWEST)
    }

    /// The time that so much standard time takes her.
    pub fn times(self, standard: i128) -> i128 {
        standard.saturating_mul(i128::from(self.0)) / i128::from(MILLION)
    }

    /// Her time for a piece: at least 1.
    pub fn pace(self, standard: Centiminutes) -> Centiminutes {
        Centiminutes(i64::try_from(self.times(i128::from(standard.0))).unwrap_or(i64::MAX).max(1))
    }

    pub const fn per_mille(self) -> i64 {
        self.0 / 1_000
    }
}
