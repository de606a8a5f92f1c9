use crate::journal::PlaceKind;
use crate::model::*;
use crate::model::{Declare, Entity, TakeBack};
use crate::rules::refusal::*;
use crate::testing::village::{ONE, TWO, Village};
use crate::values::ids::*;
use crate::values::pieces::*;
use crate::values::text::*;

#[test]
fn accepted_pieces_go_on_and_are_owed_for() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.peony, 100);
    let hers = village.issue(line, ONE, village.fang, 100);
    village.count(hers, 40, 0, 0);
    assert_eq!(village.shows(line), "pool 2: 40 · hand: 60");
    assert_eq!(village.owed(village.fang), 40 * 110);
}

#[test]
fn after_the_last_step_a_piece_is_in_stock() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 10);
    let hers = village.issue(line, ONE, village.lan, 10);
    village.count(hers, 9, 0, 1);
    assert_eq!(village.shows(line), "stock: 9 · scrap 1: 1");
}

#[test]
fn rework_is_paid_when_it_is_right_and_not_before() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 10);
    let hers = village.issue(line, ONE, village.fang, 10);
    village.count(hers, 6, 4, 0);
    assert_eq!((village.shows(line).as_str(), village.owed(village.fang)), ("redo: 4 · stock: 6", 6 * 220));
    village.count_again(hers, 3, 1);
    assert_eq!((village.shows(line).as_str(), village.owed(village.fang)), ("stock: 9 · scrap 1: 1", 9 * 220));
}

#[test]
fn scrap_is_kept_at_the_step_that_spoiled_it_and_costs_her_nothing_more() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.peony, 10);
    let first = village.issue(line, ONE, village.fang, 10);
    village.count(first, 10, 0, 0);
    let second = village.issue(line, TWO, village.mei, 10);
    village.count(second, 0, 0, 3);
    assert_eq!(village.shows(line), "hand: 7 · scrap 2: 3");
    assert_eq!((village.owed(village.fang), village.owed(village.mei)), (1100, 0));
}

#[test]
fn one_count_may_draw_on_several_issues_each_at_its_own_rate() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 30);
    let older = village.issue(line, ONE, village.fang, 10);
    let rate = crate::model::SetRate {
        style: village.rose,
        step: ONE,
        from: village.today,
        rate: crate::values::money::Fen(300),
    };
    village.done(rate);
    let newer = village.issue(line, ONE, village.fang, 10);
    let mut ask = village.a_count(older, Made::Fresh, [10, 0, 0]);
    ask.parts.extend(village.a_count(newer, Made::Fresh, [5, 1, 0]).parts);
    village.done(ask);
    assert_eq!(village.owed(village.fang), 10 * 220 + 5 * 300);
    assert_eq!(village.shows(line), "pool 1: 10 · hand: 4 · redo: 1 · stock: 15");
}

#[test]
fn a_count_is_refused_when_it_cannot_be_meant() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 20);
    let hers = village.issue(line, ONE, village.fang, 10);
    village.count(hers, 0, 2, 0);
    let fresh = |numbers| village.a_count(hers, Made::Fresh, numbers);
    let again = |numbers| village.a_count(hers, Made::Again, numbers);
    let not_enough = |place, have, asked| Refusal::NotEnough { place, have: Pieces(have), asked: Pieces(asked) };
    let cases = [
        (fresh([9, 0, 0]), not_enough(PlaceKind::Hand, 8, 9)),
        (fresh([4, 4, 1]), not_enough(PlaceKind::Hand, 8, 9)),
        (again([3, 0, 0]), not_enough(PlaceKind::Redo, 2, 3)),
        (again([1, 0, 2]), not_enough(PlaceKind::Redo, 2, 3)),
        (again([0, 1, 0]), Refusal::Nothing),
        (fresh([0, 0, 0]), Refusal::Nothing),
        (Count { parts: Vec::new(), ..fresh([1, 0, 0]) }, Refusal::Nothing),
        (fresh([5, -1, 0]), Refusal::OutOfRange),
        (fresh([5, 0, -1]), Refusal::OutOfRange),
        (fresh([-5, 5, 0]), Refusal::OutOfRange),
        (fresh([i64::MAX, 0, 0]), Refusal::OutOfRange),
        (village.a_count(IssueId(777), Made::Fresh, [1, 0, 0]), Refusal::unknown(Thing::Issue)),
        (Count { worker: village.mei, ..fresh([1, 0, 0]) }, Refusal::NotYours),
    ];
    for (ask, refusal) in cases {
        assert_eq!(village.refused(ask.clone()), refusal, "{ask:?}");
    }
    assert_eq!(village.shows(line), "pool 1: 10 · hand: 8 · redo: 2");
    assert_eq!(village.owed(village.fang), 0);
}

#[test]
fn a_count_by_old_numbers_is_refused() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 20);
    let hers = village.issue(line, ONE, village.fang, 10);
    village.count(hers, 0, 2, 0);
    let [fresh, again] = [Made::Fresh, Made::Again].map(|made| village.a_count(hers, made, [1, 0, 0]));
    let seen = |ask: &Count, seen: i64| Count {
        parts: ask.parts.iter().map(|part| CountPart { seen: Some(Pieces(seen)), ..*part }).collect(),
        ..ask.clone()
    };
    let stale = |seen, now| Refusal::Stale { seen: Pieces(seen), now: Pieces(now) };
    assert_eq!(village.refused(seen(&fresh, 10)), stale(10, 8));
    assert_eq!(village.refused(seen(&again, 8)), stale(8, 2));
    let (fresh, again) = (seen(&fresh, 8), seen(&again, 2));
    village.done(fresh.clone());
    village.done(again);
    assert_eq!(village.refused(fresh), stale(8, 7));
    assert_eq!(village.shows(line), "pool 1: 10 · hand: 7 · redo: 1 · stock: 2");
}

/// Fang has 20 roses at home and declared two bags.
fn two_bags() -> (Village, IssueId, [EventId; 2]) {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 40);
    let hers = village.issue(line, ONE, village.fang, 20);
    let bags = [12, 5].map(|pieces| {
        village.says(village.fang, Declare { issue: hers, pieces: Pieces(pieces) }).expect("she has them").id
    });
    (village, hers, bags)
}

fn counted(village: &Village, bag: EventId) -> Option<EventId> {
    village.books.hand_ins.get(&bag).expect("declared").counted
}

#[test]
fn a_count_answers_the_hand_in_that_it_names() {
    let (mut village, hers, [first, second]) = two_bags();
    let ask = Count { declared: Some(second), ..village.a_count(hers, Made::Fresh, [4, 0, 0]) };
    let count = village.done(ask.clone());
    assert_eq!((counted(&village, first), counted(&village, second)), (None, Some(count)));
    assert_eq!(village.refused(ask), Refusal::Answered);
}

#[test]
fn a_count_that_names_none_answers_all_that_wait_for_what_it_counted() {
    let (mut village, hers, [first, second]) = two_bags();
    let line = village.books.lines.values().next().expect("a line").id;
    let other = village.issue(line, ONE, village.fang, 10);
    let elsewhere = village.says(village.fang, Declare { issue: other, pieces: Pieces(3) }).expect("she has them").id;
    let count = village.count(hers, 16, 1, 0);
    assert_eq!((counted(&village, first), counted(&village, second)), (Some(count), Some(count)));
    assert_eq!(counted(&village, elsewhere), None);
    village.says(village.fang, Declare { issue: hers, pieces: Pieces(4) }).expect("nothing else waits");
}

#[test]
fn a_count_answers_only_hand_ins_that_are_hers() {
    let (mut village, hers, [first, _]) = two_bags();
    let line = village.books.lines.values().next().expect("a line").id;
    let other = village.issue(line, ONE, village.mei, 10);
    let count = |issue, declared| Count { declared: Some(declared), ..village.a_count(issue, Made::Fresh, [1, 0, 0]) };
    let (strange, unknown) = (count(other, first), count(hers, EventId(uuid::Uuid::from_u128(777))));
    assert_eq!(village.refused(strange), Refusal::NotYours);
    assert_eq!(village.refused(unknown), Refusal::unknown(Thing::HandIn));
}

#[test]
fn a_hand_in_moves_no_piece_and_owes_nothing() {
    let (village, ..) = two_bags();
    let line = village.books.lines.values().next().expect("a line").id;
    assert_eq!((village.shows(line).as_str(), village.owed(village.fang)), ("pool 1: 20 · hand: 20", 0));
    assert!(matches!(village.last_nouns(), [Entity::HandIn(HandIn { counted: None, .. })]));
}

#[test]
fn what_was_handed_in_cannot_be_taken_back_unmade() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 10);
    let hers = village.issue(line, ONE, village.fang, 10);
    village.count(hers, 7, 0, 0);
    let all = TakeBack { parts: vec![(hers, Pieces(10))], note: Note::default() };
    assert_eq!(village.refused(all), Refusal::NotEnough { place: PlaceKind::Hand, have: Pieces(3), asked: Pieces(10) });
}
