//! Orders that change after they were placed.

use crate::journal::Place;
use crate::model::{
    AddLine, AddPieces, Agree, Came, CancelPieces, ChangeOrder, ChangePrice, Correct, Line, NewLine, Order, OrderHead,
    Propose, Replace, SetApproval,
};
use crate::model::{Approvable, Approve};
use crate::rules::order::cancellable;
use crate::rules::refusal::{Refusal, Thing};
use crate::testing::village::{COORDINATOR, ONE, SECOND, TWO, Village, code, day, note};
use crate::values::ids::{LineId, OrderId, StyleId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Note, Variant};

fn line(village: &Village, id: LineId) -> &Line {
    village.books.lines.get(&id).expect("a line")
}

fn order(village: &Village, id: LineId) -> &Order {
    village.books.orders.get(&village.order_of(id)).expect("an order")
}

fn change(village: &Village, id: LineId, with: &dyn Fn(&mut OrderHead)) -> ChangeOrder {
    let was = order(village, id).head();
    let mut head = was.clone();
    with(&mut head);
    ChangeOrder { order: order(village, id).id, was, head }
}

fn reprice(village: &Village, id: LineId, fen: i64) -> ChangePrice {
    ChangePrice { line: id, was: line(village, id).price, price: Fen(fen) }
}

fn more(line: LineId, pieces: i64) -> AddPieces {
    AddPieces { line, pieces: Pieces(pieces) }
}

fn fewer(village: &Village, line: LineId, pieces: i64) -> CancelPieces {
    CancelPieces { order: village.order_of(line), lines: vec![(line, Pieces(pieces))], note: Note::default() }
}

fn a_line(style: StyleId, pieces: i64) -> NewLine {
    NewLine {
        style,
        variant: Variant::default(),
        pieces: Pieces(pieces),
        price: Fen(600),
        pack: Pieces(10),
        note: Note::default(),
    }
}

fn free(village: &Village, id: LineId) -> i64 {
    cancellable(&village.books, line(village, id)).0
}

fn too_many(most: i64) -> Refusal {
    Refusal::NothingToCancel { code: "MG-01".to_owned(), most: Pieces(most) }
}

#[test]
fn a_head_changes_and_the_change_can_be_taken_back() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    village.done(change(&village, roses, &|head| head.due = day("2026-11-01")));
    let renamed = change(&village, roses, &|head| (head.code, head.note) = (code("HR-1A"), note("改了号")));
    let renamed = village.done(renamed);
    let now = order(&village, roses);
    assert_eq!((now.code.as_str(), now.due, now.note.as_str()), ("HR-1A", day("2026-11-01"), "改了号"));
    assert_eq!(village.books.order_changes.len(), 2);
    village.correct(renamed).expect("nobody changed it since");
    let now = order(&village, roses);
    assert_eq!((now.code.as_str(), now.due, now.note.as_str()), ("HR-1", day("2026-11-01"), ""));
}

#[test]
fn a_head_is_refused_that_cannot_be_meant() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    village.order("HR-2", village.rose, 20);
    let early = change(&village, roses, &|head| head.due = day("2026-09-01"));
    let refused = Refusal::DueFirst { placed: day("2026-09-02"), due: day("2026-09-01") };
    assert_eq!(village.refused(early), refused);
    let taken = change(&village, roses, &|head| head.code = code("HR-2"));
    assert_eq!(village.refused(taken), Refusal::Exists { thing: Thing::Order, code: "HR-2".to_owned() });
    assert_eq!(village.refused(change(&village, roses, &|_| {})), Refusal::Unchanged);
    let seen = change(&village, roses, &|head| head.due = day("2026-11-05"));
    village.done(change(&village, roses, &|head| head.due = day("2026-11-01")));
    assert_eq!(village.refused(seen), Refusal::OrderChanged, "two people changed it at once");
    let unknown = ChangeOrder { order: OrderId(777), ..change(&village, roses, &|head| head.note = note("x")) };
    assert_eq!(village.refused(unknown), Refusal::unknown(Thing::Order));
}

#[test]
fn the_later_change_is_taken_back_first() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    let first = village.done(change(&village, roses, &|head| head.due = day("2026-11-01")));
    let second = village.done(change(&village, roses, &|head| head.due = day("2026-11-05")));
    assert_eq!(village.correct(first), Err(Refusal::ChangedSince));
    village.correct(second).expect("the later one");
    village.correct(first).expect("now it is the last");
    assert_eq!(order(&village, roses).due, day("2026-10-20"));
}

#[test]
fn a_price_that_came_back_does_not_let_an_earlier_change_be_taken_back() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    let first = village.done(reprice(&village, roses, 400));
    let second = village.done(reprice(&village, roses, 350));
    let third = village.done(reprice(&village, roses, 400));
    for earlier in [first, second] {
        assert_eq!(village.correct(earlier), Err(Refusal::ChangedSince));
    }
    for (change, fen) in [(third, 350), (second, 400), (first, 350)] {
        village.correct(change).expect("the last that stands");
        assert_eq!(line(&village, roses).price, Fen(fen));
    }
}

#[test]
fn what_is_agreed_on_later_costs_what_the_others_of_its_delivery_cost() {
    let mut village = Village::new();
    let roses = village.roses_in_stock("HR-1", 20);
    let delivery = village.deliver(roses, 10);
    village.answer(delivery, roses, [6, 4, 0]);
    village.done(reprice(&village, roses, 999));
    let agree = Agree { delivery, line: roses, came: Came::Back, pieces: Pieces(3), note: note("照原价") };
    village.done(agree);
    assert_eq!(village.owes(village.huarui), 9 * 350);
}

#[test]
fn another_price_is_for_what_is_not_confirmed() {
    let mut village = Village::new();
    let roses = village.roses_in_stock("HR-1", 30);
    let first = village.deliver(roses, 20);
    let confirmed = village.answer(first, roses, [20, 0, 0]);
    let repriced = village.done(reprice(&village, roses, 400));
    let second = village.deliver(roses, 10);
    village.answer(second, roses, [10, 0, 0]);
    assert_eq!(village.owes(village.huarui), 20 * 350 + 10 * 400);
    assert_eq!(village.refused(reprice(&village, roses, 500)), Refusal::AllConfirmed);
    village.correct(repriced).expect("the price is as it was");
    assert_eq!(line(&village, roses).price, Fen(350));
    assert_eq!(village.owes(village.huarui), 20 * 350 + 10 * 400, "what was charged stays");
    village.correct(confirmed).expect("an answer can be taken back");
    assert_eq!(village.owes(village.huarui), 10 * 400, "at the price of then");
}

#[test]
fn a_price_is_refused_that_cannot_be_meant() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    assert_eq!(village.refused(reprice(&village, roses, 350)), Refusal::Unchanged);
    assert_eq!(village.refused(reprice(&village, roses, -1)), Refusal::OutOfRange);
    let stale = ChangePrice { was: Fen(351), ..reprice(&village, roses, 400) };
    assert_eq!(village.refused(stale), Refusal::OrderChanged);
    assert_eq!(
        village.refused(ChangePrice { line: LineId(777), was: Fen(1), price: Fen(2) }),
        Refusal::unknown(Thing::Line)
    );
}

#[test]
fn more_pieces_wait_for_the_first_step_like_the_others() {
    let mut village = Village::new();
    let peonies = village.order("HR-1", village.peony, 20);
    let grown = village.done(more(peonies, 5));
    assert_eq!((village.shows(peonies).as_str(), line(&village, peonies).pieces), ("pool 1: 25", Pieces(25)));
    village.correct(grown).expect("nobody has them");
    assert_eq!((village.shows(peonies).as_str(), line(&village, peonies).pieces), ("pool 1: 20", Pieces(20)));
    let grown = village.done(more(peonies, 5));
    village.issue(peonies, ONE, village.fang, 22);
    assert!(matches!(village.correct(grown), Err(Refusal::PassedOn { .. })));
    assert_eq!(village.refused(more(peonies, 0)), Refusal::Nothing);
    assert_eq!(village.refused(more(peonies, 1_000_000)), Refusal::OutOfRange, "more than one entry may be in all");
}

#[test]
fn one_more_line_is_of_another_style() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    let order = village.order_of(roses);
    let added = AddLine { order, line: a_line(village.peony, 12) };
    let event = village.done(added.clone());
    let peonies = LineId(village.books.last_id);
    assert_eq!((line(&village, peonies).no, village.shows(peonies).as_str()), (2, "pool 1: 12"));
    assert_eq!(village.refused(added.clone()), Refusal::Twice { code: "MD-07".to_owned() });
    village.done(more(peonies, 1));
    assert_eq!(village.correct(event), Err(Refusal::ChangedSince));
    let last = village.events.last().expect("it").id;
    village.correct(last).expect("one fewer");
    village.correct(event).expect("it never was");
    assert_eq!((line(&village, peonies).pieces, village.shows(peonies).as_str()), (Pieces::ZERO, ""));
    village.done(added);
    assert_eq!(line(&village, LineId(village.books.last_id)).no, 3);
}

#[test]
fn what_is_cancelled_was_lost_or_waits_the_least_work_first() {
    let mut village = Village::new();
    let peonies = village.order("HR-1", village.peony, 20);
    let hers = village.issue(peonies, ONE, village.fang, 12);
    village.count(hers, 8, 0, 2);
    let second = village.issue(peonies, TWO, village.mei, 3);
    village.count(second, 2, 0, 0);
    assert_eq!(village.shows(peonies), "pool 1: 8 · pool 2: 5 · pool 3: 2 · hand: 3 · scrap 1: 2");
    assert_eq!(free(&village, peonies), 17);
    village.done(fewer(&village, peonies, 2));
    assert_eq!(village.shows(peonies), "pool 1: 8 · pool 2: 5 · pool 3: 2 · hand: 3 · scrap 1: 2", "the lost ones");
    assert_eq!(
        village.refused(Replace { line: peonies, pieces: Pieces(1) }),
        Refusal::NothingToReplace { most: Pieces(0) }
    );
    let all = village.done(fewer(&village, peonies, 14));
    let shown = "pool 3: 1 · hand: 3 · scrap 1: 2 · surplus 2: 5 · surplus 3: 1";
    assert_eq!((village.shows(peonies).as_str(), line(&village, peonies).pieces), (shown, Pieces(4)));
    assert_eq!(village.books.pieces_at(Place::Ordered { line: peonies }), Pieces(-12), "the others never began");
    village.correct(all).expect("they are still there");
    assert_eq!(village.shows(peonies), "pool 1: 8 · pool 2: 5 · pool 3: 2 · hand: 3 · scrap 1: 2");
    assert_eq!(line(&village, peonies).pieces, Pieces(18));
}

#[test]
fn what_is_finished_and_no_longer_ordered_is_kept_apart() {
    let mut village = Village::new();
    let roses = village.roses_in_stock("HR-1", 30);
    village.deliver(roses, 20);
    village.done(fewer(&village, roses, 10));
    assert_eq!(village.shows(roses), "delivered: 20 · surplus 2: 10");
    assert_eq!(village.refused(fewer(&village, roses, 1)), too_many(0), "the others are at the firm");
}

#[test]
fn no_more_is_cancelled_than_nobody_has() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    let hers = village.issue(roses, ONE, village.fang, 15);
    assert_eq!(village.refused(fewer(&village, roses, 6)), too_many(5));
    assert_eq!(village.refused(fewer(&village, roses, 0)), Refusal::Nothing);
    assert_eq!(village.refused(fewer(&village, roses, -1)), Refusal::OutOfRange);
    let twice = CancelPieces { lines: vec![(roses, Pieces(1)), (roses, Pieces(1))], ..fewer(&village, roses, 1) };
    assert_eq!(village.refused(twice), Refusal::Twice { code: "MG-01".to_owned() });
    let other = village.order("HR-2", village.rose, 20);
    let mixed = CancelPieces { order: village.order_of(other), ..fewer(&village, roses, 1) };
    assert_eq!(village.refused(mixed), Refusal::unknown(Thing::Line), "a line of another order");
    village.take_back(hers, 15);
    village.done(fewer(&village, roses, 20));
    assert_eq!((village.shows(roses).as_str(), line(&village, roses).pieces), ("", Pieces::ZERO));
    village.done(more(roses, 3));
    assert_eq!(village.shows(roses), "pool 1: 3", "they want some after all");
}

#[test]
fn a_loss_that_was_replaced_and_then_was_none_cannot_be_cancelled_below_nothing() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 10);
    let hers = village.issue(roses, ONE, village.fang, 10);
    let count = village.count(hers, 8, 0, 2);
    village.done(Replace { line: roses, pieces: Pieces(2) });
    village.correct(count).expect("all of it is still there");
    village.count(hers, 10, 0, 0);
    assert_eq!(village.shows(roses), "pool 1: 2 · stock: 10");
    assert_eq!(free(&village, roses), 10);
    village.done(fewer(&village, roses, 10));
    assert_eq!(line(&village, roses).pieces, Pieces::ZERO);
}

#[test]
fn an_order_that_was_struck_out_is_changed_no_more_and_one_that_was_changed_is_not_struck_out() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    let opened = village.events.last().expect("it").id;
    let grown = village.done(more(roses, 5));
    assert_eq!(village.correct(opened), Err(Refusal::ChangedSince));
    village.correct(grown).expect("nobody has them");
    let added = village.done(AddLine { order: village.order_of(roses), line: a_line(village.peony, 3) });
    assert_eq!(village.correct(opened), Err(Refusal::ChangedSince));
    village.correct(added).expect("nobody has them");
    village.done(change(&village, roses, &|head| head.due = day("2026-11-01")));
    village.correct(opened).expect("another day is no matter");
    for refused in [
        village.refused(more(roses, 5)),
        village.refused(reprice(&village, roses, 400)),
        village.refused(fewer(&village, roses, 1)),
        village.refused(change(&village, roses, &|head| head.due = day("2026-11-05"))),
        village.refused(AddLine { order: village.order_of(roses), line: a_line(village.peony, 3) }),
    ] {
        assert_eq!(refused, Refusal::OrderStruck);
    }
}

#[test]
fn what_waited_for_approval_is_looked_at_as_the_order_is_by_then() {
    let mut village = Village::new();
    let roses = village.order("HR-1", village.rose, 20);
    let opened = village.events.last().expect("it").id;
    village.done(SetApproval { on: true });
    let strike = Correct { event: opened, reason: note("记错了") };
    let asked = village.ask_as(COORDINATOR, village.today, strike).expect("it is proposed");
    assert!(matches!(&asked.asked, crate::Command::Propose(Propose { asked: Approvable::Correct(_), .. })));
    village.done(more(roses, 5));
    let approved = village.ask_as(SECOND, village.today, Approve { proposal: asked.id });
    assert_eq!(approved.expect_err("it was changed meanwhile"), Refusal::ChangedSince);
    assert_eq!(village.shows(roses), "pool 1: 25");
}
