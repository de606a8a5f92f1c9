//! Learning: stretch by stretch, each looked at with what was known before it.

use super::evidence::{Evidence, LEAN_ON_STANDARD};
use super::factor::MILLION;
use super::learned::{Pace, Spread};
use super::stretch::{Stretch, stretches};
use super::{History, Standards};
use crate::model::Skill;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// No stretch counts as more than so many times as slow, or as fast, as expected: beyond that neither the time is hers nor are
/// the pieces.
const BELIEVED: i128 = 2;

/// What is expected of anyone's days before one was seen: a quarter more or less.
const SPREAD_OF_A_DAY: i64 = 62_500;

/// How many stretches that expectation is worth.
const SPREAD_WEIGHS: i64 = 5;

impl Pace {
    /// Learns from what she did. Steps without a standard say nothing.
    #[must_use]
    pub fn learn(history: &History, standards: &Standards) -> Self {
        let nothing = Spread { of_a_day: SPREAD_OF_A_DAY, of_pace: 0 };
        let mut pace = Self { all: Evidence::default(), steps: BTreeMap::new(), spread: nothing };
        let mut deviations = Vec::new();
        for stretch in stretches(history) {
            if let Some(ratio) = see(&mut pace, &stretch, standards) {
                deviations.extend(stretch.days.map(|days| of_a_day(ratio, days)));
            }
        }
        let now = history.offered.iter().max_by_key(|offered| offered.from);
        pace.spread = spread(&pace.all, &deviations, now.map_or(0, |offered| offered.a_day));
        pace
    }
}

/// Takes a stretch into account. Returns its time over what was expected, in millionths; none where a step has no standard.
fn see(pace: &mut Pace, stretch: &Stretch, standards: &Standards) -> Option<i64> {
    let made = stretch.made.iter().map(|(&skill, &pieces)| {
        let standard = standards.get(&skill).filter(|standard| standard.0 > 0)?;
        // More pieces than any entry may have are a slip of the pen.
        let pieces = pieces.min(Pieces::MOST.0);
        let standard = i128::from(pieces).saturating_mul(i128::from(standard.0));
        Some((skill, pieces, standard, pace.factor(skill).times(standard)))
    });
    let made: Vec<(Skill, i64, i128, i128)> = made.collect::<Option<_>>()?;
    let expected: i128 = made.iter().map(|(.., expected)| expected).sum();
    if expected <= 0 {
        return None;
    }
    let offered = i128::from(stretch.offered);
    // What is more than she can have made in that time, somebody else made, or nobody.
    let believed = expected.min(offered.saturating_mul(BELIEVED));
    let taken = offered.min(expected.saturating_mul(BELIEVED));
    let taken = if stretch.days.is_some() { taken } else { taken.min(believed) };
    let part = |whole: i128| whole.saturating_mul(believed) / expected;
    pace.all.add(taken, made.iter().map(|(_, _, standard, _)| part(*standard)).sum());
    for (skill, pieces, standard, share) in made {
        let (evidence, from) = pace.steps.entry(skill).or_default();
        evidence.add(taken.saturating_mul(share) / expected, part(standard));
        from.0 = from.0.saturating_add(pieces);
    }
    i64::try_from(taken.saturating_mul(i128::from(MILLION)) / believed.max(1)).ok()
}

/// The square of the deviation that one day of a stretch is likely to have had: of `n` days together it is an `n`th of a
/// day's. No stretch says more than that a day took twice its time.
fn of_a_day(ratio: i64, days: i64) -> i64 {
    let off = i128::from(ratio - MILLION);
    let million = i128::from(MILLION);
    let square = (off * off).saturating_mul(i128::from(days)) / million / million;
    i64::try_from(square).unwrap_or(MILLION).min(MILLION)
}

/// The spread of days is a mean over stretches that leans on what is expected of anyone; that of her pace is Bühlmann's
/// `v × a day / (ΣS + K)`.
fn spread(all: &Evidence, deviations: &[i64], a_day: i64) -> Spread {
    let seen = i64::try_from(deviations.len()).unwrap_or(i64::MAX - SPREAD_WEIGHS);
    let sum = deviations.iter().fold(SPREAD_OF_A_DAY * SPREAD_WEIGHS, |sum, one| sum.saturating_add(*one));
    let of_a_day = sum / (seen + SPREAD_WEIGHS);
    let a_day = i128::from(a_day).clamp(0, LEAN_ON_STANDARD);
    let of_pace = i128::from(of_a_day) * a_day / (all.standard + LEAN_ON_STANDARD);
    Spread { of_a_day, of_pace: i64::try_from(of_pace).unwrap_or(of_a_day) }
}
