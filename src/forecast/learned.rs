//! The day by what the village does.

use super::ground::{Ground, Now, first_day, steps};
use super::habits::Learner;
use super::hours::{A_DAY, HORIZON};
use super::instance::Instance;
use super::outlook::When;
use super::past::Past;
use super::runs::runs;
use crate::split::after;
use crate::values::ids::OrderId;
use std::collections::BTreeMap;

/// When each order will be ready if all goes on as it did. Left out is what nothing is known of: where no woman was seen doing
/// anything, and orders that are not ready within a year in most runs.
pub(super) fn by_habits(instance: &Instance, past: &Past) -> BTreeMap<OrderId, When> {
    let (ground, places) = Ground::of(instance, past);
    let steps = steps(past, &places);
    if steps.iter().all(|step| step.woman.is_none()) {
        return BTreeMap::new();
    }
    let now = Now::of(instance, &places);
    let first = first_day(&steps, instance);
    let mut learner = Learner::new(&ground, now.before(&ground, &steps, first));
    learner.live(&steps, first);
    now.settle(&mut learner.at, ground.today);
    let runs = runs(&ground, learner);
    let when = |of: usize| {
        let runs = runs.get(of)?;
        let day = |chance| Some(after(instance.today, (quantile(runs, chance)? - ground.today).max(0)));
        let expected = day(500)?;
        // More than one run in ten may end beyond the horizon.
        let late = day(900).unwrap_or_else(|| after(instance.today, HORIZON / A_DAY));
        Some(When { expected, early: day(100)?, late })
    };
    let orders = instance.orders.iter();
    orders.filter_map(|order| Some((order.order, when(*places.orders.get(&order.order)?)?))).collect()
}

/// The day by which so many of a thousand runs were ready, between neighbours rounded to a day; none where one of
/// those was not ready.
fn quantile(days: &[Option<i64>], per_mille: i64) -> Option<i64> {
    let place = (i64::try_from(days.len()).ok()? - 1) * per_mille;
    let at = |place: i64| days.get(usize::try_from(place).ok()?).copied().flatten();
    let low = at(place / 1_000)?;
    if place % 1_000 == 0 {
        return Some(low);
    }
    let high = at(place / 1_000 + 1)?;
    Some(low + ((high - low) * (place % 1_000) + 500) / 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let days: Vec<Option<i64>> = (0..11).map(|day| Some(day * 10)).collect();
        assert_eq!([100, 500, 900].map(|chance| quantile(&days, chance)), [Some(10), Some(50), Some(90)]);
        assert_eq!(quantile(&[Some(1), Some(4)], 500), Some(3));
        assert_eq!(quantile(&[Some(1), None], 500), None);
        assert_eq!(quantile(&[Some(7)], 900), Some(7));
        assert_eq!(quantile(&[], 500), None);
    }
}
