//! The chance that all is done.

use super::finish::Finish;
use super::hours::{HORIZON, Ticks, first};

/// A chance, in millionths.
pub(super) type Chance = i64;

const CERTAIN: Chance = 1_000_000;

/// Steps of the table in a standard deviation.
const STEPS: i64 = 8;

/// The normal distribution at 0, ⅛, … 4 standard deviations above the mean (Abramowitz and Stegun, *Handbook of mathematical
/// functions*, 1964, table 26.1).
const NORMAL: [Chance; 33] = [
    500_000, 549_738, 598_706, 646_170, 691_462, 734_014, 773_373, 809_213, 841_345, 869_705, 894_350, 915_434,
    933_193, 947_919, 959_941, 969_604, 977_250, 983_207, 987_776, 991_226, 993_790, 995_668, 997_020, 997_980,
    998_650, 999_111, 999_423, 999_631, 999_767, 999_856, 999_912, 999_947, 999_968,
];

/// The chance that a finish has come by then.
fn by(finish: Finish, moment: Ticks) -> Chance {
    let off = moment - finish.at;
    if finish.deviation == 0 {
        return if off >= 0 { CERTAIN } else { 0 };
    }
    // Between two rows of the table, in thousandths of the way.
    let place = i128::from(off.abs()) * i128::from(STEPS * 1_000) / i128::from(finish.deviation);
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    let row = usize::try_from(place / 1_000).unwrap_or(usize::MAX);
    let above = match (NORMAL.get(row), NORMAL.get(row.saturating_add(1))) {
        (Some(low), Some(high)) => low + (high - low) * (place % 1_000) / 1_000,
        _ => CERTAIN,
    };
    if off >= 0 { above } else { CERTAIN - above }
}

/// The moment by which all are done with that chance; the horizon where it lies beyond.
pub(super) fn all_done(finishes: &[Finish], chance: Chance) -> Ticks {
    let done = |moment| finishes.iter().fold(CERTAIN, |all, finish| all * by(*finish, moment) / CERTAIN);
    first(0, |moment| done(moment) >= chance).unwrap_or(HORIZON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_finish_is_normal_and_many_are_later() {
        let finish = Finish { at: 20_000, deviation: 2_000 };
        // 1.2816 standard deviations either way.
        assert!((17_400..17_480).contains(&all_done(&[finish], 100_000)));
        assert!((22_520..22_600).contains(&all_done(&[finish], 900_000)));
        assert_eq!(all_done(&[finish], 500_000), 20_000);
        assert!(all_done(&[finish; 10], 900_000) > 24_000);
        assert_eq!(all_done(&[Finish { at: 7, deviation: 0 }], 900_000), 7);
        assert_eq!(all_done(&[], 900_000), 0);
        assert_eq!(all_done(&[Finish { at: HORIZON, deviation: HORIZON }], 900_000), HORIZON);
    }
}
