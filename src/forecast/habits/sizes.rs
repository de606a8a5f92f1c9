//! How much a woman is given at once.

/// So many of the latest count.
const LATEST: usize = 200;

/// Of a woman's own, this many.
const HERS: usize = 40;

/// Fewer of hers than these say little.
const FEW: usize = 6;

/// Issues that left something in the pool, in thousandths of her day.
#[derive(Clone, Debug)]
pub struct Sizes {
    all: Vec<i64>,
    women: Vec<Vec<i64>>,
}

impl Sizes {
    pub fn none(women: usize) -> Self {
        Self { all: Vec::new(), women: vec![Vec::new(); women] }
    }

    pub fn issued(&mut self, woman: usize, of_a_day: i64) {
        self.all.push(of_a_day);
        if let Some(hers) = self.women.get_mut(woman) {
            hers.push(of_a_day);
        }
    }

    /// Those to draw from for her: the village's as long as hers are few, two days' work as long as those are.
    pub fn latest(&self, woman: usize) -> Vec<i64> {
        let latest = |sizes: &[i64], most: usize| sizes.iter().rev().take(most).copied().collect::<Vec<_>>();
        match self.women.get(woman).filter(|hers| hers.len() >= FEW) {
            Some(hers) => latest(hers, HERS),
            None => {
                let mut all = latest(&self.all, LATEST);
                all.extend(std::iter::repeat_n(2_000, 5_usize.saturating_sub(self.all.len())));
                all
            }
        }
    }
}
