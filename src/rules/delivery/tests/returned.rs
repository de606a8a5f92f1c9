use crate::journal::PlaceKind;
use crate::model::Made;
use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::{Village, note};
use crate::values::ids::*;
use crate::values::money::*;
use crate::values::pieces::*;
use crate::values::text::*;

/// Of ten roses 华瑞 confirmed five, refused three and missed two.
fn answered() -> (Village, LineId, DeliveryId) {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let delivery = village.deliver(line, 10);
    village.answer(delivery, line, [5, 3, 2]);
    (village, line, delivery)
}

fn restock(delivery: DeliveryId, line: LineId, came: Came, pieces: i64) -> Restock {
    Restock { delivery, line, came, pieces: Pieces(pieces), note: Note::default() }
}

fn write_off(delivery: DeliveryId, line: LineId, came: Came, pieces: i64) -> WriteOff {
    WriteOff { delivery, line, came, pieces: Pieces(pieces), reason: note("找不到了") }
}

fn agree(delivery: DeliveryId, line: LineId, came: Came, pieces: i64) -> Agree {
    Agree { delivery, line, came, pieces: Pieces(pieces), note: Note::default() }
}

fn reissue(delivery: DeliveryId, line: LineId, worker: WorkerId, pieces: i64, rate: i64) -> Reissue {
    Reissue { delivery, line, worker, pieces: Pieces(pieces), rate: Fen(rate), note: Note::default() }
}

#[test]
fn mended_or_found_pieces_are_in_stock_again_and_can_be_sent_again() {
    let (mut village, line, delivery) = answered();
    village.done(restock(delivery, line, Came::Back, 3));
    village.done(restock(delivery, line, Came::Short, 2));
    assert_eq!(village.shows(line), "stock: 5 · confirmed: 5");
    let again = village.deliver(line, 5);
    village.answer(again, line, [5, 0, 0]);
    assert_eq!((village.shows(line).as_str(), village.owes(village.huarui)), ("confirmed: 10", 3500));
    assert_eq!(village.owed(village.fang), 2200, "she made ten and is owed for ten");
}

#[test]
fn given_up_pieces_are_written_off_with_a_reason() {
    let (mut village, line, delivery) = answered();
    let silent = WriteOff { reason: Note::default(), ..write_off(delivery, line, Came::Short, 2) };
    assert_eq!(village.refused(silent), Refusal::ReasonMissing);
    village.done(write_off(delivery, line, Came::Short, 2));
    village.done(write_off(delivery, line, Came::Back, 1));
    assert_eq!(village.shows(line), "confirmed: 5 · refused: 2 · written off: 3");
    assert_eq!((village.owes(village.huarui), village.owed(village.fang)), (5 * 350, 2200));
}

#[test]
fn confirmed_after_all_is_owed_after_all() {
    let (mut village, line, delivery) = answered();
    village.done(agree(delivery, line, Came::Back, 1));
    village.done(agree(delivery, line, Came::Short, 2));
    assert_eq!(village.shows(line), "confirmed: 8 · refused: 2");
    assert_eq!(village.owes(village.huarui), 8 * 350);
}

#[test]
fn a_repair_is_paid_as_agreed_and_comes_back_to_stock() {
    let (mut village, line, delivery) = answered();
    village.done(reissue(delivery, line, village.mei, 3, 50));
    assert_eq!(village.shows(line), "hand: 3 · confirmed: 5 · missing: 2");
    let repair = IssueId(village.books.last_id);
    village.count(repair, 2, 0, 1);
    assert_eq!(village.shows(line), "stock: 2 · scrap 1: 1 · confirmed: 5 · missing: 2");
    assert_eq!(village.owed(village.mei), 2 * 50);
}

#[test]
fn a_repair_may_be_agreed_at_nothing() {
    let (mut village, line, delivery) = answered();
    village.done(reissue(delivery, line, village.fang, 3, 0));
    let repair = IssueId(village.books.last_id);
    village.count(repair, 2, 1, 0);
    village.done(village.a_count(repair, Made::Again, [1, 0, 0]));
    assert_eq!(village.shows(line), "stock: 3 · confirmed: 5 · missing: 2");
    assert_eq!(village.owed(village.fang), 2200, "as before");
}

#[test]
fn what_came_for_repair_goes_back_among_the_refused() {
    let (mut village, line, delivery) = answered();
    village.done(reissue(delivery, line, village.mei, 3, 50));
    village.take_back(IssueId(village.books.last_id), 2);
    assert_eq!(village.shows(line), "hand: 1 · confirmed: 5 · refused: 2 · missing: 2");
}

#[test]
fn never_more_than_came_back_or_is_missing() {
    let (mut village, line, delivery) = answered();
    let mei = village.mei;
    let not_enough = |place, have, asked| Refusal::NotEnough { place, have: Pieces(have), asked: Pieces(asked) };
    for (came, place, have) in [(Came::Back, PlaceKind::Refused, 3), (Came::Short, PlaceKind::Missing, 2)] {
        for (pieces, refusal) in [
            (have + 1, not_enough(place, have, have + 1)),
            (0, Refusal::Nothing),
            (-1, Refusal::OutOfRange),
            (i64::MAX, Refusal::OutOfRange),
        ] {
            assert_eq!(village.refused(restock(delivery, line, came, pieces)), refusal);
            assert_eq!(village.refused(write_off(delivery, line, came, pieces)), refusal);
            assert_eq!(village.refused(agree(delivery, line, came, pieces)), refusal);
            if came == Came::Back {
                assert_eq!(village.refused(reissue(delivery, line, mei, pieces, 50)), refusal);
            }
        }
    }
    assert_eq!(village.shows(line), "confirmed: 5 · refused: 3 · missing: 2");
}

#[test]
fn a_repair_is_for_one_who_can_and_will() {
    let (mut village, line, delivery) = answered();
    let peonies = village.peony;
    let idle = village.worker("W09", "周闲", &[(peonies, crate::testing::village::ONE)]);
    assert_eq!(village.refused(reissue(delivery, line, idle, 1, 0)), Refusal::CannotDo { worker: "周闲".to_owned() });
    let gone = crate::model::SaveWorker {
        worker: Some(village.lan),
        number: crate::testing::village::code("W03"),
        active: false,
        ..crate::testing::village::idle_worker(&[(village.rose, crate::testing::village::ONE)])
    };
    village.done(gone);
    let lan = village.lan;
    assert_eq!(village.refused(reissue(delivery, line, lan, 1, 0)), Refusal::NotActive { worker: "某人".to_owned() });
    assert_eq!(village.refused(reissue(delivery, line, WorkerId(777), 1, 0)), Refusal::unknown(Thing::Worker));
    let fang = village.fang;
    assert_eq!(village.refused(reissue(delivery, line, fang, 1, -50)), Refusal::OutOfRange);
}

#[test]
fn only_what_was_in_the_delivery_is_mended() {
    let (mut village, line, delivery) = answered();
    let other = village.roses_in_stock("HR-2", 10);
    let (back, unknown) = (Came::Back, Refusal::unknown);
    let mei = village.mei;
    assert_eq!(village.refused(restock(delivery, other, back, 1)), unknown(Thing::Line));
    assert_eq!(village.refused(write_off(delivery, other, back, 1)), unknown(Thing::Line));
    assert_eq!(village.refused(agree(delivery, other, back, 1)), unknown(Thing::Line));
    assert_eq!(village.refused(reissue(delivery, other, mei, 1, 0)), unknown(Thing::Line));
    assert_eq!(village.refused(restock(DeliveryId(777), line, back, 1)), unknown(Thing::Delivery));
}
