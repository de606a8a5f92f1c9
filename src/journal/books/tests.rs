use super::*;
use crate::journal::Flow;
use crate::model::Advance;
use crate::testing::village::{ONE, Village};
use crate::values::ids::EventId;
use crate::values::text::Note;
use uuid::Uuid;

/// A village in which a little of everything happened.
fn busy() -> Village {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 100);
    let hers = village.issue(line, ONE, village.fang, 60);
    village.count(hers, 50, 4, 1);
    let wrong = village.count_again(hers, 3, 1);
    village.correct(wrong).expect("nothing came between");
    let sent = village.deliver(line, 30);
    village.answer(sent, line, [25, 4, 1]);
    village.done(Advance { worker: village.mei, fen: Fen(5000), note: Note::default() });
    village
}

#[test]
fn all_that_is_true_follows_from_the_events() {
    let village = busy();
    let mut books = Books::default();
    for event in &village.events {
        books.apply(event).expect("what happened is lawful");
    }
    assert_eq!(books, village.books);
}

#[test]
fn an_event_happens_once() {
    let mut village = busy();
    let before = village.books.clone();
    for event in &village.events {
        assert_eq!(village.books.apply(event), Err(LawBroken::Twice));
    }
    assert_eq!(village.books, before);
}

#[test]
fn an_unlawful_event_leaves_the_books_as_they_were() {
    let mut village = busy();
    let before = village.books.clone();
    let mut event = village.events.iter().rev().find(|event| !event.moves.is_empty()).cloned().expect("a move");
    event.id = EventId(Uuid::from_u128(777));
    let from = event.moves[0].from;
    event.moves.push(Move::new(Flow::Confirmed, Pieces(1000), from, Place::Stock { line: from.line() }));
    assert!(matches!(village.books.apply(&event), Err(LawBroken::BelowZero { .. })));
    assert_eq!(village.books, before);
}

#[test]
fn no_balance_is_kept_of_nothing() {
    let village = busy();
    assert!(village.books.places.values().all(|pieces| *pieces != Pieces::ZERO), "{:?}", village.books.places);
    assert!(village.books.accounts.values().all(|fen| *fen != Fen::ZERO), "{:?}", village.books.accounts);
}

#[test]
fn a_correction_and_what_it_corrects_name_each_other() {
    let village = busy();
    let (id, entry) =
        village.books.entries.iter().find(|(_, entry)| entry.reverses.is_some()).expect("there is a correction");
    let undone = entry.reverses.and_then(|id| village.books.entries.get(&id)).expect("it names an event");
    assert_eq!(undone.reversed_by, Some(*id));
}
