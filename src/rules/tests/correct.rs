use crate::journal::PlaceKind;
use crate::model::*;
use crate::model::{Advance, Came, Declare, DeliveryState, Made, Pay, Reissue, Replace, Restock, WriteOff};
use crate::rules::refusal::Thing;
use crate::rules::refusal::*;
use crate::testing::village::{COORDINATOR, ONE, Village, issue, note};
use crate::values::ids::*;
use crate::values::ids::{IssueId, LineId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::*;
use uuid::Uuid;

fn passed_on(place: PlaceKind, have: i64, needed: i64) -> Refusal {
    Refusal::PassedOn { place, have: Pieces(have), needed: Pieces(needed) }
}

/// An order of 20 roses, all at Fang's home.
fn roses_at_home() -> (Village, LineId, IssueId) {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 20);
    let hers = village.issue(line, ONE, village.fang, 20);
    (village, line, hers)
}

#[test]
fn a_correction_takes_back_pieces_and_pay_and_names_what_it_undoes() {
    let (mut village, line, hers) = roses_at_home();
    let count = village.count(hers, 15, 3, 2);
    let undone = village.correct(count).expect("all of it is still there");
    assert_eq!((village.shows(line).as_str(), village.owed(village.fang)), ("hand: 20", 0));
    let event = village.events.last().expect("the correction");
    assert_eq!((event.id, event.reverses, event.note.as_str()), (undone, Some(count), "写错了"));
    assert!(event.moves.iter().all(|step| step.back), "totals subtract it");
    village.count(hers, 16, 4, 0);
    assert_eq!((village.shows(line).as_str(), village.owed(village.fang)), ("redo: 4 · stock: 16", 16 * 220));
}

#[test]
fn what_was_paid_for_a_wrong_count_she_owes() {
    let (mut village, _, hers) = roses_at_home();
    let (count, worker) = (village.count(hers, 20, 0, 0), village.fang);
    village.done(Pay { worker, fen: Fen(4400), note: Note::default(), seen: None, ahead: false });
    village.correct(count).expect("the roses are still in stock");
    assert_eq!(village.owed(worker), -4400);
}

#[test]
fn an_event_is_corrected_once_and_a_correction_never() {
    let (mut village, _, hers) = roses_at_home();
    let count = village.count(hers, 15, 0, 0);
    let undone = village.correct(count).expect("all of it is still there");
    assert_eq!(village.correct(count), Err(Refusal::Corrected));
    assert_eq!(village.correct(undone), Err(Refusal::IsCorrection));
}

#[test]
fn a_correction_says_why_and_names_an_event_that_moved_something() {
    let (mut village, _, hers) = roses_at_home();
    let count = village.count(hers, 15, 0, 0);
    assert_eq!(village.refused(Correct { event: count, reason: Note::default() }), Refusal::ReasonMissing);
    assert_eq!(village.correct(EventId(Uuid::from_u128(777))), Err(Refusal::unknown(Thing::Event)));
    let style = village.events.first().expect("the first style").id;
    assert_eq!(village.correct(style), Err(Refusal::NothingToUndo));
}

#[test]
fn pieces_that_went_on_must_come_back_first() {
    let (mut village, line, hers) = roses_at_home();
    let issued = village.events.last().expect("the issue").id;
    let count = village.count(hers, 15, 0, 0);
    assert_eq!(village.correct(issued), Err(passed_on(PlaceKind::Hand, 5, 20)));
    let sent = village.deliver(line, 10);
    let sending = village.events.last().expect("the delivery").id;
    assert_eq!(village.correct(count), Err(passed_on(PlaceKind::Stock, 5, 15)));
    let answer = village.answer(sent, line, [9, 1, 0]);
    assert_eq!(village.correct(sending), Err(passed_on(PlaceKind::Delivered, 0, 10)));
    for event in [answer, sending, count, issued] {
        village.correct(event).expect("last first, all of it can be undone");
    }
    assert_eq!((village.shows(line).as_str(), village.owed(village.fang)), ("pool 1: 20", 0));
    assert_eq!(village.owes(village.huarui), 0);
}

#[test]
fn an_issue_to_several_is_undone_for_all_of_them() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 20);
    let issued = village.done(issue(line, ONE, &[(village.fang, 12), (village.mei, 8)]));
    village.correct(issued).expect("nothing was made of it");
    assert_eq!(village.shows(line), "pool 1: 20");
}

#[test]
fn an_issue_of_which_some_was_handed_in_is_taken_back_instead() {
    let (mut village, line, hers) = roses_at_home();
    let issued = village.events.last().expect("the issue").id;
    village.count(hers, 0, 5, 0);
    assert_eq!(village.correct(issued), Err(passed_on(PlaceKind::Hand, 15, 20)));
    village.take_back(hers, 15);
    assert_eq!(village.shows(line), "pool 1: 15 · redo: 5");
}

#[test]
fn a_return_is_undone_unless_another_took_the_pieces_home() {
    let (mut village, line, hers) = roses_at_home();
    let returned = village.take_back(hers, 8);
    let other = village.issue(line, ONE, village.mei, 3);
    assert_eq!(village.correct(returned), Err(passed_on(PlaceKind::Pool, 5, 8)));
    village.take_back(other, 3);
    village.correct(returned).expect("they are in the pool again");
    assert_eq!(village.shows(line), "hand: 20");
}

#[test]
fn a_struck_order_leaves_its_number_free_and_nothing_to_make() {
    let mut village = Village::new();
    let ask = village.an_order("HR-1", &[(village.rose, 900), (village.peony, 700)]);
    let opened = village.done(ask.clone());
    let lines: Vec<_> = village.books.lines.keys().copied().collect();
    village.correct(opened).expect("nothing was issued");
    for &line in &lines {
        assert_eq!(village.shows(line), "");
        let replace = Replace { line, pieces: Pieces(1) };
        assert_eq!(village.refused(replace), Refusal::NothingToReplace { most: Pieces(0) });
    }
    assert_eq!(
        village.refused(issue(lines[0], ONE, &[(village.fang, 1)])),
        Refusal::NotEnough { place: PlaceKind::Pool, have: Pieces(0), asked: Pieces(1) }
    );
    let again = village.done(ask.clone());
    village.correct(again).expect("nothing was issued");
    village.done(ask);
    let codes: Vec<_> = village.books.orders.values().map(|order| order.code.to_string()).collect();
    assert_eq!(codes.iter().filter(|code| *code == "HR-1").count(), 1, "one of that number at a time: {codes:?}");
    assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 3, "and no two alike: {codes:?}");
}

#[test]
fn even_the_longest_number_is_set_free() {
    let mut village = Village::new();
    let ask = village.an_order(&"单".repeat(40), &[(village.rose, 900)]);
    let opened = village.done(ask.clone());
    village.correct(opened).expect("nothing was issued");
    village.done(ask);
}

#[test]
fn an_order_that_was_begun_is_struck_only_when_all_of_it_came_back() {
    let (mut village, line, hers) = roses_at_home();
    let opened = village.events[village.events.len() - 2].id;
    assert_eq!(village.correct(opened), Err(passed_on(PlaceKind::Pool, 0, 20)));
    village.take_back(hers, 20);
    village.correct(opened).expect("all of it is in the pool");
    assert_eq!(village.shows(line), "");
}

#[test]
fn a_struck_order_whose_pieces_were_spoiled_and_replaced_owes_no_more_of_them() {
    let (mut village, line, hers) = roses_at_home();
    let opened = village.events[village.events.len() - 2].id;
    village.count(hers, 0, 0, 4);
    village.take_back(hers, 16);
    village.done(Replace { line, pieces: Pieces(4) });
    village.correct(opened).expect("twenty are in the pool");
    assert_eq!(village.shows(line), "scrap 1: 4");
    let replace = Replace { line, pieces: Pieces(1) };
    assert_eq!(village.refused(replace), Refusal::NothingToReplace { most: Pieces(0) });
}

#[test]
fn a_count_that_is_undone_leaves_its_hand_in_waiting_again() {
    let (mut village, _, hers) = roses_at_home();
    let bag = village.says(village.fang, Declare { issue: hers, pieces: Pieces(20) }).expect("she has them").id;
    for declared in [Some(bag), None] {
        let count = village.done(crate::model::Count { declared, ..village.a_count(hers, Made::Fresh, [18, 0, 0]) });
        assert_eq!(village.books.hand_ins.get(&bag).map(|bag| bag.counted), Some(Some(count)));
        village.correct(count).expect("the roses are still in stock");
        assert_eq!(village.books.hand_ins.get(&bag).map(|bag| bag.counted), Some(None));
    }
}

#[test]
fn a_hand_in_declared_by_mistake_is_struck_out() {
    let (mut village, _, hers) = roses_at_home();
    let fang = village.fang;
    let declare = |pieces| Declare { issue: hers, pieces: Pieces(pieces) };
    let bag = village.says(fang, declare(20)).expect("she has them").id;
    village.says(fang, declare(2)).expect_err("twenty are on their way");
    let struck = village.correct(bag).expect("nobody counted it");
    assert_eq!(village.books.hand_ins.get(&bag).map(|bag| bag.counted), Some(Some(struck)), "it waits no more");
    village.says(fang, declare(2)).expect("nothing is on its way");
    assert_eq!(village.correct(bag), Err(Refusal::Corrected));
}

#[test]
fn a_hand_in_that_was_counted_is_undone_by_undoing_its_count() {
    let (mut village, _, hers) = roses_at_home();
    let bag = village.says(village.fang, Declare { issue: hers, pieces: Pieces(20) }).expect("she has them").id;
    village.count(hers, 18, 0, 0);
    assert_eq!(village.correct(bag), Err(Refusal::Answered));
}

#[test]
fn a_delivery_that_never_went_is_void() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let sent = village.deliver(line, 10);
    let sending = village.events.last().expect("the delivery").id;
    village.correct(sending).expect("the firm has not answered");
    assert_eq!(village.shows(line), "stock: 10");
    assert_eq!(village.books.deliveries.get(&sent).map(|sent| sent.state), Some(DeliveryState::Void));
    assert_eq!(
        village.refused(crate::testing::village::answer(sent, &[(line, [10, 0, 0])])),
        Refusal::unknown(Thing::Delivery)
    );
}

#[test]
fn an_answer_that_was_a_mistake_is_given_again() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let sent = village.deliver(line, 10);
    let answer = village.answer(sent, line, [5, 5, 0]);
    village.correct(answer).expect("what was refused is still there");
    let delivery = village.books.deliveries.get(&sent).expect("the delivery");
    assert_eq!(delivery.state, DeliveryState::Sent);
    assert!(delivery.lines.iter().all(|sent| sent.refused == Pieces::ZERO && sent.reason.as_str().is_empty()));
    assert_eq!(village.owes(village.huarui), 0);
    village.answer(sent, line, [10, 0, 0]);
    assert_eq!((village.shows(line).as_str(), village.owes(village.huarui)), ("confirmed: 10", 3500));
}

#[test]
fn an_answer_stands_while_what_came_back_is_elsewhere() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let delivery = village.deliver(line, 10);
    let answer = village.answer(delivery, line, [5, 5, 0]);
    let (came, pieces) = (Came::Back, Pieces(2));
    let restocked = village.done(Restock { delivery, line, came, pieces, note: Note::default() });
    let written_off = village.done(WriteOff { delivery, line, came, pieces, reason: note("压坏了") });
    assert_eq!(village.correct(answer), Err(passed_on(PlaceKind::Refused, 1, 5)));
    village.correct(restocked).expect("they are in stock");
    village.correct(written_off).expect("they were only written off");
    village.correct(answer).expect("all five are among the refused again");
    assert_eq!(village.shows(line), "delivered: 10");
}

#[test]
fn a_repair_that_never_went_home_is_undone() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let delivery = village.deliver(line, 10);
    village.answer(delivery, line, [5, 5, 0]);
    let (worker, rate) = (village.mei, Fen(50));
    let event = village.done(Reissue { delivery, line, worker, pieces: Pieces(5), rate, note: Note::default() });
    village.correct(event).expect("nothing was repaired");
    assert_eq!(village.shows(line), "confirmed: 5 · refused: 5");
}

#[test]
fn money_given_by_mistake_is_taken_back() {
    let mut village = Village::new();
    let worker = village.fang;
    let advance = village.done(Advance { worker, fen: Fen(50_000), note: Note::default() });
    village.correct(advance).expect("nothing stands in the way");
    assert_eq!(village.owed(worker), 0);
    assert!(village.books.accounts.is_empty(), "{:?}", village.books.accounts);
}

#[test]
fn what_books_do_not_hold_is_not_undone_by_half() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let sent = village.deliver(line, 10);
    let answer = village.answer(sent, line, [10, 0, 0]);
    village.books.deliveries.clear();
    assert_eq!(village.correct(answer), Err(Refusal::unknown(Thing::Delivery)));
}

#[test]
fn only_who_keeps_the_books_corrects() {
    let (mut village, _, hers) = roses_at_home();
    let (fang, firm) = (village.fang, village.huarui);
    let count = village.count(hers, 15, 0, 0);
    let ask = Correct { event: count, reason: note("少给了") };
    let today = village.today;
    for actor in [crate::model::Actor::Worker { worker: fang }, crate::model::Actor::Firm { firm }] {
        assert_eq!(village.ask_as(actor, today, ask.clone()).err(), Some(Refusal::NotYours));
    }
    village.ask_as(COORDINATOR, today, ask).expect("she may");
}
