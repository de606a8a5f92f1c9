//! Fair rates: what an hour of a step earns, beside the least that an hour may earn where the village is.
//!
//! Nobody holds a stopwatch: hours come from what was learned of each one's pace (`crate::pace`), which leans on the step's
//! standard minutes while there is little to go on.

use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;

/// Hundredths of a minute of an hour.
const AN_HOUR: i128 = 6_000;
/// Parts of a piece that an hour's output is calculated in.
const PARTS: i128 = 1_000_000;

/// What an hour of a step earns at a rate, in fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hourly {
    /// Of the one who has the middle pace.
    pub typical: Fen,
    /// Of the slow: three of four are faster, or as fast.
    pub slow: Fen,
}

/// What an hour earns those with these paces; `None` where nobody is known to do it in any time.
#[must_use]
pub fn hourly(rate: Fen, paces: &[Centiminutes]) -> Option<Hourly> {
    let mut paces: Vec<_> = paces.iter().copied().filter(|pace| *pace > Centiminutes::ZERO).collect();
    paces.sort_unstable();
    // The nearest rank: a pace that somebody has.
    let at = |hundredths: usize| paces.get((paces.len() * hundredths).div_ceil(100).checked_sub(1)?).copied();
    let earns = |pace: Centiminutes| fen(i128::from(rate.0) * AN_HOUR / i128::from(pace.0));
    Some(Hourly { typical: earns(at(50)?), slow: earns(at(75)?) })
}

/// The rate at which those somewhat slower than the mean still earn that wage: wage × 1.2 ÷ mean output in an hour, rounded up.
///
/// It is the "fair piece rate" for rated output work: the mean hourly output of all who do it is divided by 1.2 (United Kingdom,
/// National Minimum Wage Regulations 2015, regulations 41 to 43).
#[must_use]
pub fn fair_rate(wage: Fen, paces: &[Centiminutes]) -> Option<Fen> {
    let outputs: Vec<i128> = paces
        .iter()
        .filter(|pace| **pace > Centiminutes::ZERO)
        .map(|pace| AN_HOUR * PARTS / i128::from(pace.0))
        .collect();
    let count = i128::try_from(outputs.len()).ok().filter(|count| *count > 0)?;
    let all: i128 = outputs.iter().sum();
    // wage × 1.2 ÷ (all ÷ count)
    let (above, below) = (i128::from(wage.0) * 12 * count * PARTS, 10 * all.max(1));
    Some(fen((above + below - 1) / below))
}

fn fen(amount: i128) -> Fen {
    Fen(i64::try_from(amount).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_of_eleven_minutes_a_piece() {
        // 60 / 11 pieces an hour at ¥2.20 are ¥12.00.
        let told = hourly(Fen(220), &[1_100].map(Centiminutes));
        assert_eq!(told, Some(Hourly { typical: Fen(1_200), slow: Fen(1_200) }));
        assert_eq!(hourly(Fen(220), &[]), None);
        assert_eq!(hourly(Fen(220), &[0].map(Centiminutes)), None, "no time is no pace");
    }

    #[test]
    fn the_typical_is_in_the_middle_and_three_of_four_are_faster_than_the_slow() {
        let told = hourly(Fen(100), &[1_000, 400, 600, 500].map(Centiminutes)).expect("paces");
        assert_eq!((told.typical, told.slow), (Fen(1_200), Fen(1_000)), "of 5 and of 6 minutes a piece");
    }

    #[test]
    fn a_fair_rate_leaves_room_for_who_is_a_fifth_slower() {
        // Six pieces an hour by the mean: ¥18.00 × 1.2 ÷ 6.
        assert_eq!(fair_rate(Fen(1_800), &[1_000, 1_000].map(Centiminutes)), Some(Fen(360)));
        // Ten and five: 7.5 by the mean.
        assert_eq!(fair_rate(Fen(1_800), &[600, 1_200].map(Centiminutes)), Some(Fen(288)));
        assert_eq!(fair_rate(Fen(1_801), &[600, 1_200].map(Centiminutes)), Some(Fen(289)), "rounded up, to her");
        assert_eq!(fair_rate(Fen(1_800), &[]), None);
    }
}
