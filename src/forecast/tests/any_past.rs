//! What holds of every past, however little it makes sense.

use super::made_up::{at_home, day, forecasts, order, today, worker};
use crate::forecast::{
    Deed, DeedKind, Forecast, Instance, Order, Past, PastLine, PastOrder, Standing, Unknown, When, Worker,
    forecast_from,
};
use crate::pace::Standards;
use crate::values::ids::{FirmId, LineId, OrderId, StepNo, WorkerId};
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;
use crate::values::text::Code;
use proptest::prelude::*;

const KINDS: [DeedKind; 10] = [
    DeedKind::Entered,
    DeedKind::Replaced,
    DeedKind::Cancelled,
    DeedKind::Issued,
    DeedKind::Returned,
    DeedKind::Accepted,
    DeedKind::SentBack,
    DeedKind::Scrapped,
    DeedKind::AcceptedAgain,
    DeedKind::ScrappedAgain,
];

/// Some order's past: placed before today.
fn past_order(order: &Order, placed: i64) -> PastOrder {
    let lines = order.lines.iter().map(|line| PastLine {
        line: line.line,
        style: line.style,
        last_step: line.last_step,
        pieces: Pieces(100),
        pack: line.pack,
    });
    let code = Code::parse(&format!("AB-{}", order.order.0)).expect("a code");
    let firm = FirmId(order.order.0 % 2);
    PastOrder { order: order.order, firm, code, placed: day(placed), due: order.due, lines: lines.collect() }
}

fn past(orders: &[Order], deeds: Vec<Deed>, over: bool) -> Past {
    let standards: Standards = (1..=3).map(|step| (super::made_up::skill(step), Centiminutes(1_000))).collect();
    let orders = (0..).zip(orders).map(|(number, order)| past_order(order, number % 7 - 7)).collect();
    Past { orders, deeds, styles: [].into(), standards, today_is_over: over }
}

fn deed(ago: i64, kind: DeedKind, worker: i64, line: i64, step: i64, pieces: i64) -> Deed {
    let worker = (worker >= 0).then_some(WorkerId(worker));
    Deed { day: day(-ago), kind, worker, line: LineId(line), step: StepNo(step), pieces: Pieces(pieces) }
}

prop_compose! {
    fn any_deed()(ago in 0i64..8, kind in 0usize..10, worker in -1i64..5, line in 0i64..4, step in 0i64..5, pieces in -5i64..300)
        -> Deed {
        deed(ago, KINDS[kind], worker, line, step, pieces)
    }
}

prop_compose! {
    fn any_village()(minutes in prop::collection::vec(0i64..40_000, 0..4), pools in prop::collection::vec(0i64..400, 1..4), home in 0i64..200)
        -> (Vec<Worker>, Vec<Order>) {
        let workers = (0..).zip(minutes).map(|(id, a_day)| Worker { a_day, ..worker(id, &[1, 2, 3]) }).collect();
        let mut one = order(1, 10, &pools);
        one.lines[0].at_home = vec![at_home(0, 1, home)];
        (workers, vec![one, order(2, 20, &[30, 5])])
    }
}

fn in_order(forecast: &Forecast) -> bool {
    forecast.when.is_ok_and(|when| today() <= when.early && when.early <= when.expected && when.expected <= when.late)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn days_are_in_order_and_unknown_only_where_the_plan_is(
        (workers, orders) in any_village(), deeds in prop::collection::vec(any_deed(), 0..60), over in prop::bool::ANY,
    ) {
        let past = past(&orders, deeds, over);
        let by_plan = forecasts(workers.clone(), orders.clone());
        let instance = Instance { today: today(), workers, orders };
        let foreseen = forecast_from(&instance, &past);
        prop_assert_eq!(&foreseen, &forecast_from(&instance, &past));
        for (foreseen, plan) in foreseen.iter().zip(by_plan) {
            prop_assert_eq!(foreseen.when.err(), plan.when.err());
            prop_assert_eq!(foreseen.by_plan, plan.by_plan);
            prop_assert!(foreseen.when.is_err() || in_order(foreseen), "{:?}", foreseen);
            prop_assert_eq!(foreseen.standing == Standing::Ready, plan.standing == Standing::Ready);
        }
    }
}

#[test]
fn nothing_seen_is_as_by_plan() {
    let (workers, orders) = (vec![worker(1, &[1])], vec![order(1, 30, &[100])]);
    let plan = forecasts(workers.clone(), orders.clone());
    let past = past(&orders, vec![deed(3, DeedKind::Entered, -1, 1, 1, 100)], true);
    assert_eq!(forecast_from(&Instance { today: today(), workers, orders }, &past), plan);
}

#[test]
fn a_million_pieces_end_in_time() {
    let orders = vec![order(1, 30, &[1_000_000, 1_000_000]), order(2, 3, &[3])];
    let deeds = vec![deed(1, DeedKind::Issued, 1, 2, 1, 3)];
    let instance = Instance { today: today(), workers: vec![worker(1, &[1, 2])], orders: orders.clone() };
    let foreseen = forecast_from(&instance, &past(&orders, deeds, false));
    assert_eq!(foreseen[0].when, Err(Unknown::TooFar));
}

/// A worker whom the village gives ten pieces a day, which she makes on the next.
#[test]
fn what_she_does_every_day_she_goes_on_to_do() {
    let mut deeds = Vec::new();
    for ago in (0..7).rev() {
        deeds.push(deed(ago, DeedKind::Accepted, 1, 1, 1, 5));
        deeds.push(deed(ago, DeedKind::Issued, 1, 1, 1, 5));
    }
    let mut one = order(1, 30, &[45]);
    one.lines[0].at_home = vec![at_home(1, 1, 5)];
    let instance = Instance { today: today(), workers: vec![worker(1, &[1])], orders: vec![one.clone()] };
    let foreseen = forecast_from(&instance, &past(&[one], deeds, true)).remove(0);
    // By plan ten a day. By what she does five, of which few days do not say that she could not make more.
    assert_eq!(foreseen.by_plan, Ok(day(4)));
    let When { expected, .. } = foreseen.when.expect("a day");
    assert!((day(7)..=day(13)).contains(&expected), "{expected}");
    assert_eq!(foreseen.order, OrderId(1));
}
