//! What holds of every village.

use super::made_up::{at_home, day, expected, forecasts, order, today, worker};
use crate::forecast::{Order, Standing, Worker};
use crate::values::day::DaysOff;
use crate::values::pieces::Pieces;
use proptest::prelude::*;

fn any_worker(id: i64) -> impl Strategy<Value = Worker> {
    let steps = prop::collection::vec(1i64..=3, 0..4);
    let off = prop::collection::btree_set(1u8..=7, 0..4);
    (steps, off, 0i64..40_000, 100i64..3_000, -2i64..3, prop::bool::weighted(0.9)).prop_map(
        move |(steps, off, a_day, pace, from, active)| {
            let mut worker = worker(id, &steps);
            worker.pace.values_mut().for_each(|of_step| *of_step = pace);
            worker.from = if from < 0 { "2026-10-01".parse().expect("a day") } else { day(from) };
            Worker { a_day, days_off: DaysOff::of(off), active, ..worker }
        },
    )
}

fn any_order(id: i64) -> impl Strategy<Value = Order> {
    let homes = prop::collection::vec((0i64..6, 1i64..=3, 0i64..200), 0..5);
    (prop::collection::vec(0i64..400, 1..4), homes, -3i64..60).prop_map(move |(pools, homes, due)| {
        let mut order = order(id, due, &pools);
        let line = &mut order.lines[0];
        let homes = homes.into_iter().filter(|(_, step, _)| *step <= line.last_step.0);
        line.at_home = homes.map(|(worker, step, pieces)| at_home(worker, step, pieces)).collect();
        order
    })
}

prop_compose! {
    fn any_village()(
        workers in (0usize..6).prop_flat_map(|n| (0..n).map(|id| any_worker(i64::try_from(id).expect("few"))).collect::<Vec<_>>()),
        orders in (1usize..5).prop_flat_map(|n| (0..n).map(|id| any_order(i64::try_from(id).expect("few"))).collect::<Vec<_>>()),
    ) -> (Vec<Worker>, Vec<Order>) {
        (workers, orders)
    }
}

/// Whether no order is later, nor unknown where it was known.
fn no_later(before: (Vec<Worker>, Vec<Order>), after: (Vec<Worker>, Vec<Order>)) -> bool {
    let (before, after) = (forecasts(before.0, before.1), forecasts(after.0, after.1));
    before.iter().zip(&after).all(|(before, after)| match (expected(before), expected(after)) {
        (Some(before), Some(after)) => after <= before,
        (before, _) => before.is_none(),
    })
}

proptest! {
    #[test]
    fn never_before_today_and_within_the_range((workers, orders) in any_village()) {
        for forecast in forecasts(workers, orders) {
            let Ok(when) = forecast.when else { continue };
            prop_assert!(today() <= when.early && when.early <= when.expected && when.expected <= when.late);
            prop_assert_eq!(forecast.standing == Standing::Late, when.expected > forecast.due && forecast.standing != Standing::Ready);
        }
    }

    #[test]
    fn more_time_never_makes_any_order_later((workers, orders) in any_village(), who in 0usize..6, more in 0i64..20_000) {
        let mut other = workers.clone();
        if let Some(worker) = other.get_mut(who) {
            worker.a_day += more;
        }
        prop_assert!(no_later((workers.clone(), orders.clone()), (other.clone(), orders.clone())));
        if let Some(worker) = other.get_mut(who) {
            worker.days_off = DaysOff::default();
            worker.active = true;
        }
        prop_assert!(no_later((workers, orders.clone()), (other, orders)));
    }

    #[test]
    fn one_more_worker_never_makes_any_order_later((workers, orders) in any_village(), more in any_worker(9)) {
        let mut other = workers.clone();
        other.push(more);
        prop_assert!(no_later((workers, orders.clone()), (other, orders)));
    }

    #[test]
    fn fewer_pieces_never_make_any_order_later((workers, orders) in any_village(), which in 0usize..5, fewer in 1i64..400) {
        let mut other = orders.clone();
        if let Some(order) = other.get_mut(which) {
            let line = &mut order.lines[0];
            line.pools[0].1 = Pieces((line.pools[0].1.0 - fewer).max(0));
            line.at_home.iter_mut().for_each(|at| at.pieces = Pieces((at.pieces.0 - fewer).max(0)));
        }
        prop_assert!(no_later((workers.clone(), orders), (workers, other)));
    }

    #[test]
    fn the_time_that_is_asked_for_is_enough(pools in prop::collection::vec(0i64..400, 1..4), due in 0i64..40, minutes in 1i64..20_000) {
        // All can do all, no days off: what is added to one day serves any step.
        let village = |more: i64| {
            // As many helpers as it takes, none of more than 24 hours.
            let mut workers: Vec<Worker> = (1..=2 + more / 100_000 + 1).map(|id| worker(id, &[1, 2, 3])).collect();
            let helpers = more / 100_000 + 1;
            workers[0].a_day = minutes;
            workers[2..].iter_mut().for_each(|helper| helper.a_day = more / helpers);
            forecasts(workers, vec![order(1, due, &pools)]).remove(0)
        };
        let before = village(0);
        if let Some(more) = before.help.and_then(|help| help.minutes) {
            prop_assert!(village(more + 200).standing != Standing::Late, "{before:?} {:?}", village(more + 200));
            prop_assert!(more < 100 || village(more * 7 / 10).standing == Standing::Late, "{before:?}");
        }
    }
}
