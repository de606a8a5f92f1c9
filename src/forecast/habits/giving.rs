//! Whether a woman is given work when she comes.

use crate::forecast::odds::{CERTAIN, Odds, leaning, odds, share};

/// Bounds between loads, in thousandths of a day of hers.
const BOUNDS: [i64; 17] =
    [1, 250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000, 2_500, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 14_000];

/// Loads that are told apart; the last is of those who had nothing at home in the morning.
const LOADS: usize = BOUNDS.len() + 2;

/// As on how many chances of hers what is foretold of her leans on the village.
const LEAN: i64 = 5;

/// Where a load stands, in thousandths of a day of hers; none where she had nothing in the morning.
pub fn place(load: Option<i64>) -> usize {
    load.map_or(LOADS - 1, |load| BOUNDS.iter().take_while(|bound| load >= **bound).count())
}

/// The parts of a trial that are counted: some are believed in part.
const TRIAL: i64 = 64;

/// How often something was done at each load: yes, and of how many, in parts of trials.
type ByLoad = [(i64, i64); LOADS];

/// How often women were given work, of how often they could have been.
#[derive(Clone, Debug)]
pub struct Giving {
    all: Given,
    women: Vec<Given>,
}

/// First issues of a day by load, and further ones by load after the one before.
#[derive(Clone, Debug, Default)]
struct Given {
    first: ByLoad,
    more: ByLoad,
}

impl Giving {
    pub fn none(women: usize) -> Self {
        Self { all: Given::default(), women: vec![Given::default(); women] }
    }

    /// She could have been given work, and was given so many pools': her load before the first of them and after each; the chance
    /// that there was more to give when she asked, if any.
    ///
    /// Where that is less than certain, she either asked when there was nothing, or was refused; the latter is believed as far as
    /// she is refused at other times.
    pub fn day(&mut self, woman: usize, loads: &[usize], more: Option<Odds>) {
        let issues = loads.len().saturating_sub(1);
        let refused = more.map_or(0, |more| {
            let refused = share(more, CERTAIN - loads.first().map_or(0, |load| self.odds(woman)[*load]));
            if more >= CERTAIN { TRIAL } else { odds(refused, CERTAIN - more + refused) * TRIAL / CERTAIN }
        });
        let Some(hers) = self.women.get_mut(woman) else { return };
        for (number, load) in loads.iter().enumerate() {
            let weight = if number < issues { TRIAL } else { refused };
            for given in [&mut self.all, &mut *hers] {
                let (yes, among) = if number == 0 { &mut given.first[*load] } else { &mut given.more[*load] };
                *yes += if number < issues { TRIAL } else { 0 };
                *among += weight;
            }
        }
    }

    /// Her chance by load: what was seen of her leans on the village's, as much likelier as she is given work than others. Of loads
    /// that were not seen, those of less than a day are given work.
    pub fn odds(&self, woman: usize) -> [Odds; LOADS] {
        let expected = |load: usize| if load < 5 || load == LOADS - 1 { CERTAIN } else { 0 };
        let village = leaning_by_load(&self.all.first, expected);
        self.women.get(woman).map_or(village, |hers| hers_by_load(&hers.first, village))
    }

    /// The chance of one more issue to her on the same day, by her load after the last.
    pub fn more(&self, woman: usize) -> [Odds; LOADS] {
        let (yes, among) = self.all.more.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let overall = odds(yes, among + 5 * TRIAL);
        let village = leaning_by_load(&self.all.more, |_| overall);
        self.women.get(woman).map_or(village, |hers| hers_by_load(&hers.more, village))
    }
}

fn leaning_by_load(seen: &ByLoad, expected: impl Fn(usize) -> Odds) -> [Odds; LOADS] {
    let mut all = [0; LOADS];
    for (load, (of, (yes, among))) in all.iter_mut().zip(seen).enumerate() {
        *of = leaning(*yes, *among, expected(load), 3 * TRIAL);
    }
    all
}

fn hers_by_load(hers: &ByLoad, mut odds: [Odds; LOADS]) -> [Odds; LOADS] {
    let given: i64 = hers.iter().map(|(yes, _)| yes).sum();
    let expected: i64 = hers.iter().zip(odds).map(|((_, among), odds)| among * odds).sum();
    // Expected in parts of CERTAIN, so that the quotient is, too.
    let favour = (given + 2 * TRIAL).saturating_mul(CERTAIN).saturating_mul(CERTAIN) / (expected + 2 * TRIAL * CERTAIN);
    for (odds, (yes, among)) in odds.iter_mut().zip(hers) {
        *odds = leaning(*yes, *among, share(*odds, favour).min(CERTAIN), LEAN * TRIAL);
    }
    odds
}
