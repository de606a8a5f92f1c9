//! How much a woman is given at once.

/// So many of the latest count.
const LATEST: usize = 200;

/// Issues that left something in the pool, in thousandths of her day.
#[derive(Clone, Debug, Default)]
pub struct Sizes(Vec<i64>);

impl Sizes {
    pub fn issued(&mut self, of_a_day: i64) {
        self.0.push(of_a_day);
    }

    /// Those to draw from: two days' work as long as few were seen.
    pub fn latest(&self) -> Vec<i64> {
        let latest = self.0.iter().rev().take(LATEST).copied();
        latest.chain(std::iter::repeat_n(2_000, 5_usize.saturating_sub(self.0.len()))).collect()
    }
}
