//! The day by what the village does.

use super::ground::{Ground, Now, first_day, steps};
use super::habits::Learner;
use super::instance::Instance;
use super::outlook::When;
use super::past::Past;
use super::runs::runs;
use crate::split::after;
use crate::values::ids::OrderId;
use std::collections::BTreeMap;

/// When each order will be ready if all goes on as it did.
pub(super) fn by_habits(instance: &Instance, past: &Past) -> BTreeMap<OrderId, When> {
    let (ground, places) = Ground::of(instance, past);
    let steps = steps(past, &places);
    let now = Now::of(instance, &places);
    let first = first_day(&steps, instance);
    let mut learner = Learner::new(&ground, now.before(&ground, &steps, first));
    learner.live(&steps, first);
    now.settle(&mut learner.at, ground.today);
    let days = runs(&ground, learner);
    let when = |of: usize| {
        let days = days.get(of).filter(|days| !days.is_empty())?;
        let day = |chance| after(instance.today, (quantile(days, chance) - ground.today).max(0));
        Some(When { expected: day(500), early: day(100), late: day(900) })
    };
    let orders =
        instance.orders.iter().filter_map(|order| Some((order.order, when(*places.orders.get(&order.order)?)?)));
    orders.collect()
}

/// The day by which so many of a thousand runs were ready, between neighbours rounded to a day.
fn quantile(days: &[i64], per_mille: i64) -> i64 {
    let last = i64::try_from(days.len()).unwrap_or(1) - 1;
    let place = last * per_mille;
    let at = |place: i64| {
        usize::try_from(place.min(last)).ok().and_then(|place| days.get(place)).copied().unwrap_or_default()
    };
    let (low, high) = (at(place / 1_000), at(place / 1_000 + 1));
    low + ((high - low) * (place % 1_000) + 500) / 1_000
}
