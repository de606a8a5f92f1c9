use crate::journal::PlaceKind;
use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::Village;
use crate::values::ids::*;
use crate::values::pieces::*;
use crate::values::text::*;

fn deliver(order: OrderId, lines: &[(LineId, i64)]) -> Deliver {
    Deliver { order, lines: lines.iter().map(|&(id, n)| (id, Pieces(n))).collect(), note: Note::default() }
}

#[test]
fn finished_pieces_go_to_the_firm_and_nobody_owes_for_them_yet() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 100);
    let delivery = village.deliver(line, 60);
    assert_eq!(village.shows(line), "stock: 40 · delivered: 60");
    assert_eq!(village.books.deliveries.get(&delivery).map(|sent| sent.state), Some(DeliveryState::Sent));
    assert_eq!(village.owes(village.huarui), 0);
}

#[test]
fn never_more_than_is_in_stock() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 100);
    let order = village.order_of(line);
    assert_eq!(
        village.refused(deliver(order, &[(line, 101)])),
        Refusal::NotEnough { place: PlaceKind::Stock, have: Pieces(100), asked: Pieces(101) }
    );
    village.deliver(line, 100);
    assert_eq!(
        village.refused(deliver(order, &[(line, 1)])),
        Refusal::NotEnough { place: PlaceKind::Stock, have: Pieces(0), asked: Pieces(1) }
    );
}

#[test]
fn a_delivery_is_of_one_orders_lines_each_once() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let other = village.roses_in_stock("HR-2", 10);
    let order = village.order_of(line);
    for (ask, refusal) in [
        (deliver(order, &[(line, 5), (other, 5)]), Refusal::unknown(Thing::Line)),
        (deliver(order, &[(line, 5), (line, 5)]), Refusal::Twice { code: "1".to_owned() }),
        (deliver(order, &[(LineId(777), 5)]), Refusal::unknown(Thing::Line)),
        (deliver(OrderId(777), &[(line, 5)]), Refusal::unknown(Thing::Order)),
        (deliver(order, &[(line, 0)]), Refusal::Nothing),
        (deliver(order, &[]), Refusal::Nothing),
        (deliver(order, &[(line, 5), (line, -5)]), Refusal::OutOfRange),
    ] {
        assert_eq!(village.refused(ask.clone()), refusal, "{ask:?}");
    }
    assert_eq!(village.shows(line), "stock: 10");
}

#[test]
fn lines_left_at_nothing_are_left_out() {
    let mut village = Village::new();
    village.done(village.an_order("HR-1", &[(village.rose, 10), (village.peony, 10)]));
    let [roses, peonies] = [0, 1].map(|n| *village.books.lines.keys().nth(n).expect("two lines"));
    let hers = village.issue(roses, crate::testing::village::ONE, village.fang, 10);
    village.count(hers, 10, 0, 0);
    village.done(deliver(village.order_of(roses), &[(roses, 4), (peonies, 0)]));
    let delivery = village.books.deliveries.values().next().expect("sent");
    assert_eq!(delivery.lines.iter().map(|sent| (sent.line, sent.pieces)).collect::<Vec<_>>(), [(roses, Pieces(4))]);
}

#[test]
fn deliveries_are_counted_by_themselves() {
    let mut village = Village::new();
    for number in 1..=3 {
        let line = village.roses_in_stock(&format!("HR-{number}"), 10);
        assert_eq!(village.deliver(line, 10), DeliveryId(number));
    }
}
