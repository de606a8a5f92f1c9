//! When, and at whom, one looks on a day.

use crate::forecast::ground::Step;
use std::collections::BTreeMap;

/// Whether in which order she works is looked at on that day: of many women some sixty are, on each day others.
pub fn looked_at(woman: usize, day: i64, women: usize) -> bool {
    let one_of = women.div_ceil(60).max(1);
    (woman + usize::try_from(day).unwrap_or_default()).is_multiple_of(one_of)
}

/// How often a woman is looked at who did nothing: at what time she asked for work nobody knows.
const LOOKS: u64 = 4;

/// How many of a day's deeds come before each woman leaves: those up to her own last one; a woman without any may leave at any time.
pub fn leaving(day: i64, steps: &[&Step], women: usize) -> BTreeMap<usize, Vec<usize>> {
    let mut last = vec![None; women];
    for (number, step) in (1..).zip(steps) {
        if let Some(last) = step.woman.and_then(|woman| last.get_mut(woman)) {
            *last = Some(number);
        }
    }
    let moments = u64::try_from(steps.len()).unwrap_or_default() + 1;
    let any = |woman: usize, look: u64| {
        // Some time of each quarter of the day, by no rule, but always the same.
        let mixed = u64::try_from(woman).unwrap_or_default() ^ day.unsigned_abs() << 20 ^ look << 40;
        let mixed = mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        usize::try_from((mixed % moments + look * moments) / LOOKS).unwrap_or_default()
    };
    let mut leaves = BTreeMap::<usize, Vec<usize>>::new();
    for (woman, last) in last.into_iter().enumerate() {
        match last {
            Some(number) => leaves.entry(number).or_default().push(woman),
            None => (0..LOOKS).for_each(|look| leaves.entry(any(woman, look)).or_default().push(woman)),
        }
    }
    leaves
}
