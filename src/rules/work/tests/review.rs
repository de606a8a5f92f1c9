use crate::journal::PlaceKind;
use crate::model::TakeBack;
use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::{ONE, Village, note, recording};
use crate::values::ids::*;
use crate::values::money::Fen;
use crate::values::pieces::*;
use crate::values::text::*;

/// Fang has 20 roses at home.
fn at_home() -> (Village, IssueId) {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 30);
    let hers = village.issue(line, ONE, village.fang, 20);
    (village, hers)
}

const fn declare(issue: IssueId, pieces: i64) -> Declare {
    Declare { issue, pieces: Pieces(pieces) }
}

fn wrong(count: EventId, accepted: i64) -> ReviewEntry {
    ReviewEntry {
        event: count,
        verdict: Verdict::Wrong { accepted: Pieces(accepted), words: note("少数了五朵") },
        new_card: false,
        spoken: None,
    }
}

fn answer(count: EventId, words: &str) -> AnswerDispute {
    AnswerDispute { event: count, worker: None, answer: note(words) }
}

#[test]
fn she_declares_what_she_has_and_no_more() {
    let (mut village, hers) = at_home();
    let fang = village.fang;
    let not_enough =
        |have, asked| Some(Refusal::NotEnough { place: PlaceKind::Hand, have: Pieces(have), asked: Pieces(asked) });
    assert_eq!(village.says(fang, declare(hers, 21)).err(), not_enough(20, 21));
    assert_eq!(village.says(fang, declare(hers, 0)).err(), Some(Refusal::Nothing));
    assert_eq!(village.says(fang, declare(hers, -1)).err(), Some(Refusal::OutOfRange));
    assert_eq!(village.says(fang, declare(IssueId(777), 1)).err(), Some(Refusal::unknown(Thing::Issue)));
    assert_eq!(village.says(village.mei, declare(hers, 1)).err(), Some(Refusal::unknown(Thing::Issue)), "not hers");
    village.says(fang, declare(hers, 12)).expect("she has them");
    assert_eq!(village.says(fang, declare(hers, 9)).err(), not_enough(8, 9), "twelve are on their way already");
    village.says(fang, declare(hers, 8)).expect("she has them");
}

#[test]
fn what_comes_back_from_rework_is_declared_too() {
    let (mut village, hers) = at_home();
    village.count(hers, 10, 10, 0);
    village.says(village.fang, declare(hers, 10)).expect("ten to do again are at her home");
}

#[test]
fn when_more_was_taken_back_than_she_declared_nothing_is_left_to_declare() {
    let (mut village, hers) = at_home();
    village.says(village.fang, declare(hers, 15)).expect("she has them");
    village.done(TakeBack { parts: vec![(hers, Pieces(10))], note: Note::default() });
    assert_eq!(
        village.says(village.fang, declare(hers, 1)).err(),
        Some(Refusal::NotEnough { place: PlaceKind::Hand, have: Pieces(0), asked: Pieces(1) })
    );
}

#[test]
fn a_spoken_word_is_added_to_her_dispute_and_both_stay() {
    let (mut village, hers) = at_home();
    let fang = village.fang;
    let count = village.count(hers, 15, 0, 0);
    let spoken = |n| ReviewEntry { spoken: Some(recording(n).hash()), ..wrong(count, 20) };
    village.says(fang, wrong(count, 20)).expect("disputed");
    village.says(fang, spoken(1)).expect("said aloud as well");
    assert_eq!(village.says(fang, spoken(1)).err(), Some(Refusal::SetAlready));
    village.says(fang, spoken(2)).expect("said otherwise");
    let heard: Vec<_> = village.books.reviews_of(count, fang).map(|review| review.spoken).collect();
    assert_eq!(heard, [None, Some(recording(1).hash()), Some(recording(2).hash())]);
    assert_eq!(village.books.reviews_of(count, fang).filter(|review| review.is_open()).count(), 1);
}

#[test]
fn she_may_say_that_a_count_is_wrong_and_is_answered() {
    let (mut village, hers) = at_home();
    let fang = village.fang;
    let count = village.count(hers, 15, 0, 0);
    village
        .says(fang, ReviewEntry { event: count, verdict: Verdict::Right, new_card: false, spoken: None })
        .expect("her count");
    assert_eq!(village.refused(answer(count, "好")), Refusal::Answered, "there is nothing to answer");
    village.says(fang, wrong(count, 20)).expect("she may change her mind");
    assert_eq!(village.refused(answer(count, "")), Refusal::AnswerMissing);
    village.done(answer(count, "重数了，是二十朵"));
    assert_eq!(village.refused(answer(count, "又一次")), Refusal::Answered);
    // She may speak again, and is answered again; all that was said before stays.
    village.says(fang, wrong(count, 19)).expect("she may say more");
    assert_eq!(village.says(fang, wrong(count, 19)).err(), Some(Refusal::SetAlready), "she said so");
    village.done(answer(count, "真的是二十朵"));
    let said: Vec<_> = village.books.reviews_of(count, fang).collect();
    assert_eq!(
        said.iter().map(|review| (review.turn, review.earlier)).collect::<Vec<_>>(),
        [(1, true), (2, true), (3, false)]
    );
    let answers: Vec<_> = said.iter().map(|review| review.answer.as_ref().map(ToString::to_string)).collect();
    assert_eq!(answers, [None, Some("重数了，是二十朵".to_owned()), Some("真的是二十朵".to_owned())]);
    assert!(said.iter().all(|review| !review.is_open()));
    assert_eq!(village.owed(fang), 15 * 220, "words move nothing; a correction does");
}

#[test]
fn she_reviews_counts_and_only_her_own() {
    let (mut village, hers) = at_home();
    let count = village.count(hers, 15, 0, 0);
    let unknown = Some(Refusal::unknown(Thing::Event));
    assert_eq!(village.says(village.mei, wrong(count, 20)).err(), unknown);
    assert_eq!(village.says(village.fang, wrong(EventId(uuid::Uuid::from_u128(777)), 20)).err(), unknown);
    assert_eq!(village.says(village.fang, wrong(count, -1)).err(), Some(Refusal::OutOfRange));
    assert_eq!(village.refused(answer(count, "没人问")), Refusal::unknown(Thing::Event));
}

#[test]
fn she_may_dispute_an_issue_in_pieces_and_money_in_yuan() {
    let (mut village, _) = at_home();
    let (fang, mei) = (village.fang, village.mei);
    let issued = village.events.last().expect("the issue").id;
    let amount = |event| ReviewEntry {
        event,
        verdict: Verdict::Amount { fen: Fen(900), words: note("少给了") },
        new_card: false,
        spoken: None,
    };
    assert_eq!(village.says(fang, amount(issued)).err(), Some(Refusal::unknown(Thing::Event)), "that is no money");
    village.says(fang, wrong(issued, 18)).expect("she was given fewer");
    let given = village.done(crate::model::Advance { worker: fang, fen: Fen(1000), note: Note::default() });
    assert_eq!(village.says(fang, wrong(given, 9)).err(), Some(Refusal::unknown(Thing::Event)), "those are no pieces");
    assert_eq!(village.says(mei, amount(given)).err(), Some(Refusal::unknown(Thing::Event)), "another's");
    village.says(fang, amount(given)).expect("she was given less");
    village.done(answer(given, "看过了，是十元"));
    let received = ReviewEntry { event: given, verdict: Verdict::Right, new_card: false, spoken: None };
    village.says(fang, received.clone()).expect("she sees it now");
    let given = village.done(crate::model::Advance { worker: fang, fen: Fen(500), note: Note::default() });
    village.says(fang, ReviewEntry { event: given, ..received }).expect("she has it");
}

#[test]
fn of_a_split_each_says_her_own() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 30);
    let (fang, mei) = (village.fang, village.mei);
    let both = crate::testing::village::issue(line, ONE, &[(fang, 10), (mei, 20)]);
    let event = village.done(both);
    village.says(fang, wrong(event, 9)).expect("hers");
    village.says(mei, wrong(event, 19)).expect("hers too");
    let to_mei = AnswerDispute { event, worker: Some(mei), answer: note("是二十") };
    village.done(to_mei);
    let open: Vec<_> =
        village.books.reviews.values().filter(|review| review.is_open()).map(|review| review.worker).collect();
    assert_eq!(open, [fang]);
}

#[test]
fn a_count_that_was_corrected_is_no_longer_disputed() {
    let (mut village, hers) = at_home();
    let count = village.count(hers, 15, 0, 0);
    village.says(village.fang, wrong(count, 20)).expect("her count");
    village.correct(count).expect("the roses are still in stock");
    assert_eq!(village.says(village.fang, wrong(count, 19)).err(), Some(Refusal::Corrected));
    village.done(answer(count, "已冲正，重数二十朵"));
}
