//! Whether a woman is given work when she comes.

use crate::forecast::odds::{CERTAIN, Odds, leaning, odds};

/// Bounds between loads, in thousandths of a day of hers.
const BOUNDS: [i64; 17] =
    [1, 250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000, 2_500, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 14_000];

/// Loads that are told apart; the last is of those who had nothing at home in the morning.
const LOADS: usize = BOUNDS.len() + 2;

/// Where a load stands, in thousandths of a day of hers; none where she had nothing in the morning.
pub fn place(load: Option<i64>) -> usize {
    load.map_or(LOADS - 1, |load| BOUNDS.iter().take_while(|bound| load >= **bound).count())
}

/// How often women were given work, of how often they could have been.
#[derive(Clone, Debug)]
pub struct Giving {
    by_load: [(i64, i64); LOADS],
    /// By woman: how often she was, and how often she could have been at each load.
    women: Vec<(i64, [i64; LOADS])>,
    /// Issues beyond the first of a day, and the chances for them.
    more: (i64, i64),
}

impl Giving {
    pub fn none(women: usize) -> Self {
        Self { by_load: [(0, 0); LOADS], women: vec![(0, [0; LOADS]); women], more: (0, 0) }
    }

    /// She could have been given work, with so much at home, and was given so many pools' on that day; whether there was more
    /// to give.
    pub fn day(&mut self, woman: usize, load: usize, issues: i64, more: bool) {
        let given = i64::from(issues > 0);
        if let Some((yes, all)) = self.by_load.get_mut(load) {
            *yes += given;
            *all += 1;
        }
        if let Some((yes, all)) = self.women.get_mut(woman) {
            *yes += given;
            all[load] += 1;
        }
        if issues > 0 {
            self.more.0 += issues - 1;
            self.more.1 += if more { issues } else { issues - 1 };
        }
    }

    /// The chance by load; of loads that were not seen, those of less than a day are given work.
    pub fn odds(&self) -> [Odds; LOADS] {
        let mut all = [0; LOADS];
        for (load, (of, (yes, among))) in all.iter_mut().zip(self.by_load).enumerate() {
            let expected = if load < 5 || load == LOADS - 1 { CERTAIN } else { 0 };
            *of = leaning(yes, among, expected, 3);
        }
        all
    }

    /// How much likelier than others each woman is to be given work.
    pub fn factors(&self, odds: &[Odds; LOADS]) -> Vec<Odds> {
        let factor = |(yes, all): &(i64, [i64; LOADS])| {
            let expected: i64 = all.iter().zip(odds).map(|(among, odds)| among * odds).sum();
            // Expected in parts of CERTAIN, so that the quotient is, too.
            (yes + 2).saturating_mul(CERTAIN).saturating_mul(CERTAIN) / (expected + 2 * CERTAIN)
        };
        self.women.iter().map(factor).collect()
    }

    /// The chance of one more issue on the same day.
    pub fn more(&self) -> Odds {
        odds(self.more.0, self.more.1 + 5)
    }
}
