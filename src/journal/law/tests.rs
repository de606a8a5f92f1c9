use super::*;
use crate::journal::{Books, Flow, Purpose};
use crate::values::ids::{LineId, StepNo, WorkerId};

const LINE: LineId = LineId(1);
const POOL: Place = Place::Pool { line: LINE, step: StepNo(1) };
const STOCK: Place = Place::Stock { line: LINE };
const ORDERED: Place = Place::Ordered { line: LINE };
const SCRAP: Place = Place::Scrap { line: LINE, step: StepNo(1) };

const fn step(pieces: i64, from: Place, to: Place) -> Move {
    Move::new(Flow::Accepted, Pieces(pieces), from, to)
}

const fn owed(fen: i64) -> Transfer {
    Transfer::owed_to(WorkerId(1), Purpose::Earned, Fen(fen))
}

/// Five pieces in the pool.
fn books() -> Books {
    Books { places: [(POOL, Pieces(5)), (ORDERED, Pieces(-5))].into(), ..Books::default() }
}

#[test]
fn pieces_come_only_from_where_they_are() {
    assert_eq!(check(&books(), &[step(5, POOL, STOCK)], &[]), Ok(()));
    assert_eq!(
        check(&books(), &[step(6, POOL, STOCK)], &[]),
        Err(LawBroken::BelowZero { place: POOL, have: Pieces(5), short: Pieces(1) })
    );
    assert_eq!(
        check(&books(), &[step(3, POOL, STOCK), step(3, POOL, SCRAP)], &[]),
        Err(LawBroken::BelowZero { place: POOL, have: Pieces(5), short: Pieces(1) })
    );
}

#[test]
fn only_what_is_ordered_comes_from_nothing() {
    assert_eq!(check(&books(), &[step(1_000, ORDERED, POOL)], &[]), Ok(()));
}

#[test]
fn an_event_is_weighed_as_a_whole() {
    let through = [step(5, STOCK, SCRAP), step(5, POOL, STOCK)];
    assert_eq!(check(&books(), &through, &[]), Ok(()), "what passes through need not have been there before");
}

#[test]
fn nothing_moves_by_nothing_or_backwards() {
    for pieces in [0, -1, i64::MIN] {
        assert_eq!(check(&books(), &[step(pieces, POOL, STOCK)], &[]), Err(LawBroken::Nothing));
    }
    for fen in [0, -1, i64::MIN] {
        assert_eq!(check(&books(), &[], &[owed(fen)]), Err(LawBroken::Nothing));
    }
}

#[test]
fn nothing_moves_to_where_it_is() {
    assert_eq!(check(&books(), &[step(1, POOL, POOL)], &[]), Err(LawBroken::Nowhere));
    let round = Transfer { credit: Account::Wages, ..owed(1) };
    assert_eq!(check(&books(), &[], &[round]), Err(LawBroken::Nowhere));
}

#[test]
fn a_piece_stays_of_its_line() {
    let other = Place::Stock { line: LineId(2) };
    assert_eq!(check(&books(), &[step(1, POOL, other)], &[]), Err(LawBroken::OtherLine));
}

#[test]
fn no_number_is_too_large_to_be_refused() {
    let huge = [step(i64::MAX, ORDERED, POOL), step(i64::MAX, ORDERED, POOL), step(i64::MAX, POOL, STOCK)];
    assert_eq!(check(&books(), &huge, &[]), Err(LawBroken::TooLarge));
    assert_eq!(check(&books(), &[], &[owed(i64::MAX), owed(i64::MAX)]), Err(LawBroken::TooLarge));
    assert_eq!(check(&books(), &[], &[owed(MOST_HELD)]), Ok(()));
    assert_eq!(check(&books(), &[], &[owed(MOST_HELD), owed(1)]), Err(LawBroken::TooLarge));
}

#[test]
fn a_move_and_its_reverse_leave_what_was() {
    let forth = [step(2, POOL, STOCK), step(3, POOL, SCRAP)];
    let all: Vec<_> = forth.into_iter().chain(forth.map(Move::reversed)).collect();
    let after = after(&books(), &all, &[owed(7), owed(7).reversed()]).expect("lawful");
    assert_eq!(after.places, [(POOL, Pieces(5)), (STOCK, Pieces(0)), (SCRAP, Pieces(0))].into());
    assert!(after.accounts.values().all(|fen| *fen == Fen::ZERO), "{:?}", after.accounts);
}
