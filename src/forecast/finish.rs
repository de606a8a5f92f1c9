//! When a part of an order is done.

use super::hours::{A_DAY, Ticks};
use crate::pace::Spread;

/// The moment at which a part of an order is expected to be done, and its standard deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Finish {
    pub at: Ticks,
    pub deviation: Ticks,
}

/// The whole of which variances are parts.
const MILLION: i128 = 1_000_000;

/// How far someone's work of so many working days (in ticks) may be off: `of_a_day / n + of_pace`, in millionths of its square.
pub(super) fn variance(spread: Spread, days: Ticks) -> i128 {
    let whole = |part: i64| i128::from(part.clamp(0, 1_000_000));
    whole(spread.of_a_day) * i128::from(A_DAY) / i128::from(days.max(1)) + whole(spread.of_pace)
}

/// The deviation of a finish, so long after its work began, of workers with these amounts of work and variances:
/// `span × √(Σ amount² × variance) / Σ amount`.
pub(super) fn deviation(span: Ticks, workers: impl Iterator<Item = (i64, i128)>) -> Ticks {
    let (amount, squares) = workers.fold((0_i128, 0_i128), |(sum, squares), (amount, variance)| {
        let amount = i128::from(amount);
        (sum + amount, squares.saturating_add((amount * amount).saturating_mul(variance)))
    });
    let span = i128::from(span.max(0));
    // The square root of a millionth is a thousandth.
    let off = span * squares.isqrt() / (amount * MILLION.isqrt()).max(1);
    Ticks::try_from(off).unwrap_or(Ticks::MAX)
}
