use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::{ONE, Village, answer};
use crate::values::ids::*;
use crate::values::money::*;
use crate::values::pieces::*;
use crate::values::text::*;

/// Ten roses on their way to 华瑞.
fn on_its_way() -> (Village, LineId, DeliveryId) {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let delivery = village.deliver(line, 10);
    (village, line, delivery)
}

#[test]
fn the_firm_owes_for_what_it_confirms_and_for_no_other() {
    let (mut village, line, delivery) = on_its_way();
    let firm = village.huarui;
    village
        .ask_as(Actor::Firm { firm }, village.today, answer(delivery, &[(line, [7, 2, 1])]))
        .expect("its own delivery");
    assert_eq!(village.shows(line), "confirmed: 7 · refused: 2 · missing: 1");
    assert_eq!(village.owes(firm), 7 * 350);
    assert_eq!(village.owed(village.fang), 2200, "what a firm refuses is not taken from a worker");
    let said = village.books.deliveries.get(&delivery).expect("answered");
    assert_eq!(said.state, DeliveryState::Answered);
    assert_eq!(said.lines[0].reason.as_str(), "花瓣松了");
}

#[test]
fn what_is_refused_or_short_alone_owes_nothing() {
    let (mut village, line, delivery) = on_its_way();
    village.answer(delivery, line, [0, 4, 6]);
    assert_eq!((village.shows(line).as_str(), village.owes(village.huarui)), ("refused: 4 · missing: 6", 0));
}

#[test]
fn each_line_has_its_own_price() {
    let mut village = Village::new();
    village.done(village.an_order("HR-1", &[(village.rose, 10), (village.peony, 5)]));
    let [roses, peonies] = [0, 1].map(|n| *village.books.lines.keys().nth(n).expect("two lines"));
    for (line, last, pieces) in [(roses, 1, 10), (peonies, 3, 5)] {
        for step in 1..=last {
            let hers = village.issue(line, crate::values::ids::StepNo(step), village.fang, pieces);
            village.count(hers, pieces, 0, 0);
        }
    }
    let lines = vec![(roses, Pieces(10)), (peonies, Pieces(5))];
    village.done(crate::model::Deliver { order: village.order_of(roses), lines, note: Note::default() });
    let delivery = village.last_delivery();
    village.done(answer(delivery, &[(peonies, [5, 0, 0]), (roses, [9, 1, 0])]));
    assert_eq!(village.owes(village.huarui), 9 * 350 + 5 * 600);
}

#[test]
fn the_three_add_up_to_what_was_sent() {
    let (mut village, line, delivery) = on_its_way();
    let adds_up = |said| Refusal::DoesNotAddUp { sent: Pieces(10), stated: Pieces(said) };
    for (said, refusal) in [
        ([9, 0, 0], adds_up(9)),
        ([10, 1, 0], adds_up(11)),
        ([0, 0, 0], adds_up(0)),
        ([11, -1, 0], Refusal::OutOfRange),
        ([i64::MAX, i64::MAX, 12], Refusal::OutOfRange),
    ] {
        assert_eq!(village.refused(answer(delivery, &[(line, said)])), refusal, "{said:?}");
    }
    assert_eq!(village.refused(answer(delivery, &[])), adds_up(0), "a line without a word");
    assert_eq!(village.shows(line), "delivered: 10");
}

#[test]
fn a_refusal_of_pieces_says_why() {
    let (mut village, line, delivery) = on_its_way();
    let mut ask = answer(delivery, &[(line, [8, 2, 0])]);
    ask.lines[0].reason = Note::default();
    assert_eq!(village.refused(ask.clone()), Refusal::ReasonMissing);
    (ask.lines[0].refused, ask.lines[0].short) = (Pieces(0), Pieces(2));
    village.done(ask);
}

#[test]
fn a_delivery_is_answered_once_line_by_line() {
    let (mut village, line, delivery) = on_its_way();
    let other = village.order("HR-2", village.rose, 10);
    let all = (line, [10, 0, 0]);
    assert_eq!(village.refused(answer(delivery, &[all, all])), Refusal::Twice { code: "1".to_owned() });
    assert_eq!(village.refused(answer(delivery, &[all, (other, [1, 0, 0])])), Refusal::unknown(Thing::Line));
    assert_eq!(village.refused(answer(DeliveryId(777), &[all])), Refusal::unknown(Thing::Delivery));
    village.done(answer(delivery, &[all]));
    assert_eq!(village.refused(answer(delivery, &[all])), Refusal::Answered);
    assert_eq!(village.owes(village.huarui), 3500, "owed once");
}

#[test]
fn another_firms_delivery_is_not_there() {
    let (mut village, line, delivery) = on_its_way();
    let stranger = Actor::Firm { firm: village.jinding };
    let ask = answer(delivery, &[(line, [10, 0, 0])]);
    let said = village.ask_as(stranger, village.today, ask);
    assert_eq!(said.err(), Some(Refusal::unknown(Thing::Delivery)));
}

#[test]
fn pieces_without_a_price_are_confirmed_and_owed_nothing() {
    let mut village = Village::new();
    let mut ask = village.an_order("HR-1", &[(village.rose, 10)]);
    ask.lines[0].price = Fen::ZERO;
    village.done(ask);
    let line = LineId(village.books.last_id);
    let hers = village.issue(line, ONE, village.fang, 10);
    village.count(hers, 10, 0, 0);
    let delivery = village.deliver(line, 10);
    village.answer(delivery, line, [10, 0, 0]);
    assert_eq!((village.shows(line).as_str(), village.owes(village.huarui)), ("confirmed: 10", 0));
}
