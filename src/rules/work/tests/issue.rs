use crate::journal::PlaceKind;
use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village;
use crate::testing::village::{ONE, THREE, TWO, Village, day, issue};
use crate::values::ids::*;
use crate::values::money::Fen;
use crate::values::pieces::*;
use crate::values::text::*;

fn back(parts: &[(IssueId, i64)]) -> TakeBack {
    TakeBack { parts: parts.iter().map(|&(id, pieces)| (id, Pieces(pieces))).collect(), note: Note::default() }
}

#[test]
fn shares_go_home_at_the_rate_of_that_day() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 100);
    village.done(issue(line, ONE, &[(village.fang, 40), (village.lan, 30)]));
    assert_eq!(village.shows(line), "pool 1: 30 · hand: 70");
    let told: Vec<_> =
        village.books.issues.values().map(|issue| (issue.worker, issue.pieces, issue.rate, issue.day)).collect();
    let today = village.today;
    assert_eq!(told, [(village.fang, Pieces(40), Fen(220), today), (village.lan, Pieces(30), Fen(220), today)]);
}

#[test]
fn an_entry_made_late_has_the_rate_of_its_own_day() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 100);
    let dearer = crate::model::SetRate { style: village.rose, step: ONE, from: day("2026-09-09"), rate: Fen(250) };
    village.done(dearer);
    for (on, rate) in [("2026-09-08", Ok(Fen(220))), ("2026-09-09", Ok(Fen(250))), ("2026-08-31", Err(()))] {
        let event = village.ask_as(village::COORDINATOR, day(on), issue(line, ONE, &[(village.fang, 1)]));
        let agreed = event.map_err(drop).map(|event| match event.entities.as_slice() {
            [Entity::Issue(issue)] => issue.rate,
            other => panic!("one issue, not {other:?}"),
        });
        assert_eq!(agreed, rate, "{on}");
    }
}

#[test]
fn all_shares_or_none() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 50);
    assert_eq!(
        village.refused(issue(line, ONE, &[(village.fang, 40), (village.mei, 11)])),
        Refusal::NotEnough { place: PlaceKind::Pool, have: Pieces(50), asked: Pieces(51) }
    );
    assert_eq!(village.shows(line), "pool 1: 50");
    village.done(issue(line, ONE, &[(village.fang, 40), (village.mei, 10)]));
    assert_eq!(village.shows(line), "hand: 50");
}

#[test]
fn an_issue_is_refused_when_it_cannot_be_meant() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.peony, 50);
    let (fang, lan) = (village.fang, village.lan);
    for (ask, refusal) in [
        (issue(LineId(777), ONE, &[(fang, 1)]), Refusal::unknown(Thing::Line)),
        (issue(line, StepNo(0), &[(fang, 1)]), Refusal::unknown(Thing::Step)),
        (issue(line, StepNo(4), &[(fang, 1)]), Refusal::unknown(Thing::Step)),
        (issue(line, ONE, &[(WorkerId(777), 1)]), Refusal::unknown(Thing::Worker)),
        (issue(line, ONE, &[(lan, 1)]), Refusal::CannotDo { worker: "吴丽兰".to_owned() }),
        (issue(line, ONE, &[(fang, 1), (fang, 2)]), Refusal::Twice { code: "W01".to_owned() }),
        (issue(line, ONE, &[]), Refusal::Nothing),
        (issue(line, ONE, &[(fang, 0)]), Refusal::Nothing),
        (issue(line, ONE, &[(fang, -1)]), Refusal::OutOfRange),
        (issue(line, ONE, &[(fang, i64::MAX)]), Refusal::OutOfRange),
        (
            issue(line, TWO, &[(fang, 1)]),
            Refusal::NotEnough { place: PlaceKind::Pool, have: Pieces(0), asked: Pieces(1) },
        ),
    ] {
        assert_eq!(village.refused(ask), refusal);
    }
    assert_eq!(village.shows(line), "pool 1: 50");
}

#[test]
fn a_page_that_shows_an_old_pool_is_refused() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 50);
    let seen = |ask: IssueShares| IssueShares { seen: Some(Pieces(50)), ..ask };
    village.done(seen(issue(line, ONE, &[(village.fang, 20)])));
    let late = seen(issue(line, ONE, &[(village.mei, 20)]));
    assert_eq!(village.refused(late), Refusal::Stale { seen: Pieces(50), now: Pieces(30) });
}

#[test]
fn a_split_of_several_pools_is_one_event_or_none() {
    let mut village = Village::new();
    let (roses, peonies) = (village.order("HR-1", village.rose, 50), village.order("HR-2", village.peony, 30));
    let of = |parts: &[IssueShares]| SplitShares { parts: parts.to_vec() };
    let rose = issue(roses, ONE, &[(village.fang, 20), (village.lan, 30)]);
    let fang = village.fang;
    let peony = |pieces| issue(peonies, ONE, &[(fang, pieces)]);
    assert_eq!(
        village.refused(of(&[rose.clone(), peony(31)])),
        Refusal::NotEnough { place: PlaceKind::Pool, have: Pieces(30), asked: Pieces(31) }
    );
    let stale = IssueShares { seen: Some(Pieces(29)), ..peony(10) };
    assert_eq!(village.refused(of(&[rose.clone(), stale])), Refusal::Stale { seen: Pieces(29), now: Pieces(30) });
    assert_eq!(village.refused(of(&[peony(1), peony(1)])), Refusal::Twice { code: "2".to_owned() });
    assert_eq!(village.refused(of(&[])), Refusal::Nothing);
    assert_eq!(village.shows(roses), "pool 1: 50");
    village.done(of(&[rose, peony(10)]));
    assert_eq!(
        (village.shows(roses), village.shows(peonies)),
        ("hand: 50".to_owned(), "pool 1: 20 · hand: 10".to_owned())
    );
    let issued: Vec<_> = village.books.issues.values().map(|issue| (issue.line, issue.worker, issue.pieces)).collect();
    let (fang, lan) = (village.fang, village.lan);
    assert_eq!(issued, [(roses, fang, Pieces(20)), (roses, lan, Pieces(30)), (peonies, fang, Pieces(10))]);
}

#[test]
fn unmade_pieces_go_back_to_the_step_that_they_wait_for() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.peony, 50);
    let first = village.issue(line, ONE, village.fang, 50);
    village.count(first, 50, 0, 0);
    let second = village.issue(line, TWO, village.mei, 50);
    village.take_back(second, 20);
    assert_eq!(village.shows(line), "pool 2: 20 · hand: 30");
    assert_eq!(village.owed(village.mei), 0);
    village.issue(line, TWO, village.fang, 20);
    assert_eq!(village.shows(line), "hand: 50");
}

#[test]
fn what_is_in_rework_is_not_taken_back() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 50);
    let hers = village.issue(line, ONE, village.fang, 50);
    village.count(hers, 30, 15, 0);
    assert_eq!(
        village.refused(back(&[(hers, 6)])),
        Refusal::NotEnough { place: PlaceKind::Hand, have: Pieces(5), asked: Pieces(6) }
    );
    village.take_back(hers, 5);
    assert_eq!(village.shows(line), "pool 1: 5 · redo: 15 · stock: 30");
}

#[test]
fn a_return_is_of_one_workers_issues() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 50);
    let older = village.issue(line, ONE, village.fang, 10);
    let newer = village.issue(line, ONE, village.fang, 10);
    let other = village.issue(line, ONE, village.mei, 10);
    assert_eq!(village.refused(back(&[(newer, 10), (other, 1)])), Refusal::NotYours);
    assert_eq!(village.refused(back(&[])), Refusal::Nothing);
    assert_eq!(village.refused(back(&[(newer, 0)])), Refusal::Nothing);
    assert_eq!(village.refused(back(&[(IssueId(777), 1)])), Refusal::unknown(Thing::Issue));
    village.done(back(&[(newer, 10), (older, 5)]));
    assert_eq!(village.shows(line), "pool 1: 35 · hand: 15");
}

#[test]
fn a_peony_goes_from_hand_to_hand_until_it_is_one() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.peony, 10);
    for step in [ONE, TWO, THREE] {
        let hers = village.issue(line, step, village.fang, 10);
        village.count(hers, 10, 0, 0);
    }
    assert_eq!(village.shows(line), "stock: 10");
    assert_eq!(village.owed(village.fang), 10 * (110 + 190 + 80));
}
