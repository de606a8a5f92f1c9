//! How well rules explain what was seen.

use crate::forecast::odds::{CERTAIN, Odds};

/// A rule's weight among others, of [`FULL`] for the best, and how often it is kept: by chance in the other cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed<R> {
    pub rule: R,
    pub weight: i64,
    pub keeps: Odds,
}

/// The weight of the rule that explains most.
const FULL: f64 = 1_000_000.0;

/// How many sights without a rule are taken for granted: a rule must have been kept more often than that.
const DOUBT: f64 = 10.0;

/// What is seen on one day hangs together, so that it counts for less than it would alone.
const HEAT: f64 = 2.0;

/// Weighs rules by their likelihood: how often each was kept and broken. Without any rule, it would be kept with the chance `chance`.
///
/// Floating point, since likelihoods are logarithms. No count, time or money comes out of it but weights, rounded.
#[expect(clippy::cast_precision_loss, reason = "counts of what was seen, far below 2^52")]
pub fn weigh<R: Copy>(seen: impl Iterator<Item = (R, i64, i64)>, chance: Odds) -> Vec<Weighed<R>> {
    let chance = chance as f64 / CERTAIN as f64;
    let explained = seen.map(|(rule, kept, broken)| {
        let (kept, broken) = (kept.max(0) as f64, broken.max(0) as f64);
        let all = kept + broken;
        let keeps = ((kept - all * chance) / (all * (1.0 - chance) + DOUBT)).clamp(0.0, 1.0);
        let as_told = keeps + (1.0 - keeps) * chance;
        let likelihood = kept * as_told.max(1e-9).ln() + broken * (1.0 - as_told).max(1e-9).ln();
        (rule, keeps, likelihood)
    });
    let explained: Vec<(R, f64, f64)> = explained.collect();
    let best = explained.iter().map(|(.., likelihood)| *likelihood).fold(f64::NEG_INFINITY, f64::max);
    let weighed = explained.into_iter().map(|(rule, keeps, likelihood)| Weighed {
        rule,
        weight: (((likelihood - best) / HEAT).exp() * FULL) as i64,
        keeps: (keeps * CERTAIN as f64) as Odds,
    });
    weighed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_explains_more_weighs_more() {
        let even = weigh([('a', 0, 0), ('b', 0, 0)].into_iter(), CERTAIN / 2);
        assert_eq!((even[0].weight, even[1].weight, even[0].keeps), (1_000_000, 1_000_000, 0));
        let seen = weigh([('a', 90, 10), ('b', 50, 50), ('c', 10, 90)].into_iter(), CERTAIN / 2);
        assert_eq!(seen[0].weight, 1_000_000);
        // 80 of 100 more than chance would have it, less what is doubted: 40 / 60.
        assert_eq!((seen[0].keeps, seen[2].keeps), (CERTAIN * 2 / 3, 0));
        assert!(seen[1].weight < 10 && seen[2].weight < 10);
    }
}
