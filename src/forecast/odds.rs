//! Chances in whole numbers.

/// A chance, in parts of [`CERTAIN`].
pub(super) type Odds = i64;

pub(super) const CERTAIN: Odds = 65_536;

/// So many of so many; an even chance where there are none.
pub(super) fn odds(of: i64, among: i64) -> Odds {
    if among <= 0 {
        return CERTAIN / 2;
    }
    let part = i128::from(of.clamp(0, among)) * i128::from(CERTAIN) / i128::from(among);
    Odds::try_from(part).unwrap_or(CERTAIN)
}

/// Something seen so often, leaning on what is expected of it as on so many sights of it.
pub(super) fn leaning(of: i64, among: i64, expected: Odds, weight: i64) -> Odds {
    let seen = i128::from(of) * i128::from(CERTAIN) + i128::from(expected) * i128::from(weight);
    Odds::try_from(seen / i128::from((among + weight).max(1))).unwrap_or(CERTAIN).clamp(0, CERTAIN)
}

/// That part of something.
pub(super) fn share(whole: i64, part: Odds) -> i64 {
    i64::try_from(i128::from(whole) * i128::from(part) / i128::from(CERTAIN)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_lie_between_never_and_always() {
        assert_eq!([odds(0, 3), odds(3, 3), odds(5, 3), odds(1, 0)], [0, CERTAIN, CERTAIN, CERTAIN / 2]);
        assert_eq!(leaning(0, 0, CERTAIN, 2), CERTAIN);
        assert_eq!(leaning(1, 2, CERTAIN / 2, 2), CERTAIN / 2);
        assert_eq!(share(1_000, CERTAIN / 4), 250);
    }
}
