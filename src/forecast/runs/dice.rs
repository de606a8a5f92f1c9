//! Numbers by chance, the same ones in every run of the program.

use crate::forecast::odds::{CERTAIN, Odds};

/// Marsaglia's xorshift with a multiplier (*Xorshift RNGs*, Journal of Statistical Software 8, 2003; Vigna, *An experimental
/// exploration of Marsaglia's xorshift generators, scrambled*, ACM TOMS 42, 2016).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        // Seeds that lie near each other begin alike.
        for _ in 0..8 {
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `bound`, from 0 on; 0 where the bound is 0 or less.
    pub fn below(&mut self, bound: i64) -> i64 {
        let bound = u128::from(u64::try_from(bound).unwrap_or_default());
        i64::try_from((u128::from(self.next()) * bound) >> 64).unwrap_or_default()
    }

    pub fn happens(&mut self, odds: Odds) -> bool {
        self.below(CERTAIN) < odds
    }

    /// A quotient, rounded up or down so that it is right in the mean.
    pub fn quotient(&mut self, whole: i64, by: i64) -> i64 {
        let by = by.max(1);
        whole.div_euclid(by) + i64::from(self.below(by) < whole.rem_euclid(by))
    }

    /// A part of so many, rounded likewise.
    pub fn part(&mut self, whole: i64, odds: Odds) -> i64 {
        self.quotient(whole.saturating_mul(odds), CERTAIN)
    }

    pub fn one_of<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        let place = self.below(i64::try_from(list.len()).unwrap_or(i64::MAX));
        list.get(usize::try_from(place).ok()?)
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(i64::try_from(last).unwrap_or_default() + 1);
            list.swap(last, usize::try_from(other).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_falls_evenly() {
        let mut dice = Dice::new(7);
        let mut seen = [0; 6];
        for _ in 0..6_000 {
            seen[usize::try_from(dice.below(6)).expect("a side")] += 1;
        }
        assert!(seen.iter().all(|times| (900..1_100).contains(times)), "{seen:?}");
        let mean = (0..1_000).map(|_| dice.quotient(7, 4)).sum::<i64>();
        assert!((1_700..1_800).contains(&mean), "{mean}");
        assert_eq!((dice.below(0), dice.one_of::<i64>(&[])), (0, None));
    }
}
