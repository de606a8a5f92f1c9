//! How much of her time a woman's work fills.

/// How many of her days the mean leans on the village's, and the village's on the standard.
const LEAN: i64 = 10;

/// Days of hers that are drawn from.
const HERS: usize = 40;

/// Days of the village's, for one who has few.
const ALL: usize = 300;

/// Fewer than so many are few.
const FEW: usize = 8;

/// Standard time made in the time offered, in thousandths, visit by visit.
#[derive(Clone, Debug, Default)]
struct Days {
    sum: i64,
    each: Vec<i64>,
}

/// The days of each woman, and of all.
#[derive(Clone, Debug)]
pub struct Output {
    women: Vec<Days>,
    all: Days,
}

impl Output {
    pub fn none(women: usize) -> Self {
        Self { women: vec![Days::default(); women], all: Days::default() }
    }

    /// She made so much of what her time was worth. Where she made all that she had, she could have made more: what she made on
    /// other days that were at least as good.
    pub fn day(&mut self, woman: usize, ratio: i64, all_that_she_had: bool) {
        let Some(hers) = self.women.get_mut(woman) else { return };
        let ratio = if all_that_she_had {
            let above = |days: &Days, latest: usize| {
                let above = days.each.iter().rev().take(latest).filter(|day| **day >= ratio);
                let (sum, count) = above.fold((0, 0), |(sum, count), day| (sum + day, count + 1));
                (count > 0).then(|| sum / count)
            };
            above(hers, HERS).or_else(|| above(&self.all, ALL)).unwrap_or(ratio)
        } else {
            ratio
        };
        hers.add(ratio);
        self.all.add(ratio);
    }

    /// What she makes of a thousandth of her time, in thousandths.
    pub fn pace(&self, woman: usize) -> i64 {
        let village = self.all.leaning(1_000);
        self.women.get(woman).map_or(village, |hers| hers.leaning(village)).max(1)
    }

    /// What her next days may be like: her latest ones, or the village's while hers are few, around her mean.
    pub fn days(&self, woman: usize) -> Vec<i64> {
        let hers = self.women.get(woman).filter(|hers| hers.each.len() >= FEW);
        let drawn = hers.map_or_else(|| self.all.latest(ALL), |hers| hers.latest(HERS));
        let mean = drawn.iter().sum::<i64>() / i64::try_from(drawn.len()).unwrap_or(i64::MAX).max(1);
        let pace = self.pace(woman);
        drawn.into_iter().map(|day| if mean > 0 { day.saturating_mul(pace) / mean } else { 0 }).collect()
    }
}

impl Days {
    fn add(&mut self, ratio: i64) {
        self.sum = self.sum.saturating_add(ratio);
        self.each.push(ratio);
    }

    fn leaning(&self, on: i64) -> i64 {
        let count = i64::try_from(self.each.len()).unwrap_or(i64::MAX - LEAN);
        self.sum.saturating_add(LEAN * on) / (count + LEAN)
    }

    fn latest(&self, most: usize) -> Vec<i64> {
        if self.each.is_empty() {
            return vec![1_000];
        }
        self.each.iter().rev().take(most).copied().collect()
    }
}
