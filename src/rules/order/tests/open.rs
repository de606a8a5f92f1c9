use crate::model;
use crate::model::*;
use crate::rules::refusal::Thing;
use crate::rules::refusal::*;
use crate::testing::village::{ONE, TWO, Village, day, note};
use crate::values::ids::*;
use crate::values::money::*;
use crate::values::pieces::*;
use crate::values::text::Variant;

fn replace(line: LineId, pieces: i64) -> Replace {
    Replace { line, pieces: Pieces(pieces) }
}

#[test]
fn an_orders_pieces_wait_for_the_first_step() {
    let mut village = Village::new();
    let ask = village.an_order("HR-1", &[(village.rose, 900), (village.peony, 700)]);
    village.done(ask);
    let lines: Vec<_> = village.books.lines.values().cloned().collect();
    let [roses, peonies] = lines.as_slice() else { panic!("two lines, not {lines:?}") };
    assert_eq!((roses.no, roses.last_step, peonies.no, peonies.last_step), (1, StepNo(1), 2, StepNo(3)));
    assert_eq!(roses.order, peonies.order);
    assert_eq!(village.shows(roses.id), "pool 1: 900");
    assert_eq!(village.shows(peonies.id), "pool 1: 700");
    assert_eq!(village.owes(village.huarui), 0, "nobody owes for what is only ordered");
}

#[test]
fn steps_that_are_added_to_a_style_later_are_for_later_orders() {
    let mut village = Village::new();
    let before = village.order("HR-1", village.rose, 10);
    let old = village.books.styles.get(&village.rose).cloned().expect("roses");
    let mut steps = old.steps;
    steps.push(crate::model::Step { code: crate::testing::village::code("S2"), ..steps[0].clone() });
    village.done(crate::model::SaveStyle { style: Some(village.rose), code: old.code, name: old.name, steps });
    let after = village.order("HR-2", village.rose, 10);
    let last_step = |line| village.books.lines.get(&line).map(|line: &Line| line.last_step);
    assert_eq!((last_step(before), last_step(after)), (Some(ONE), Some(TWO)));
}

#[test]
fn an_order_may_be_due_on_the_day_it_is_placed_and_cost_nothing() {
    let mut village = Village::new();
    let mut ask = village.an_order("HR-1", &[(village.rose, 1)]);
    ask.due = ask.placed;
    ask.lines[0].price = Fen::ZERO;
    village.done(ask);
}

#[test]
fn an_order_is_refused_when_it_cannot_be_meant() {
    let mut village = Village::new();
    let good = village.an_order("HR-1", &[(village.rose, 900)]);
    let with = |change: &dyn Fn(&mut OpenOrder)| {
        let mut ask = good.clone();
        change(&mut ask);
        ask
    };
    assert_eq!(
        village.refused(with(&|ask| ask.due = day("2026-09-01"))),
        Refusal::DueFirst { placed: day("2026-09-02"), due: day("2026-09-01") }
    );
    assert_eq!(village.refused(with(&|ask| ask.firm = FirmId(777))), Refusal::unknown(Thing::Firm));
    assert_eq!(village.refused(with(&|ask| ask.lines[0].style = StyleId(777))), Refusal::unknown(Thing::Style));
    assert_eq!(village.refused(with(&|ask| ask.lines.clear())), Refusal::NoLines);
    assert_eq!(
        village.refused(with(&|ask| ask.lines.push(ask.lines[0].clone()))),
        Refusal::Twice { code: "MG-01".to_owned() }
    );
    assert_eq!(village.refused(with(&|ask| ask.lines[0].pieces = Pieces::ZERO)), Refusal::Nothing);
    assert_eq!(village.refused(with(&|ask| ask.lines[0].pack = Pieces::ZERO)), Refusal::Nothing);
    for number in [-1, 1_000_001, i64::MIN, i64::MAX] {
        assert_eq!(village.refused(with(&|ask| ask.lines[0].pieces = Pieces(number))), Refusal::OutOfRange, "{number}");
    }
    assert_eq!(village.refused(with(&|ask| ask.lines[0].price = Fen(-1))), Refusal::OutOfRange);
    village.done(good);
}

#[test]
fn a_style_may_stand_on_lines_of_several_variants() {
    let mut village = Village::new();
    let mut ask = village.an_order("HR-1", &[(village.rose, 20), (village.rose, 10)]);
    assert_eq!(village.refused(ask.clone()), Refusal::Twice { code: "MG-01".to_owned() });
    ask.lines[1].variant = Variant::parse("红").expect("a variant");
    village.done(ask.clone());
    let variants: Vec<_> = village.books.lines.values().map(|line| line.variant.to_string()).collect();
    assert_eq!(variants, ["", "红"]);
    ask.lines[0].variant = Variant::typed(" 红 ").expect("a variant");
    ask.code = crate::testing::village::code("HR-2");
    assert_eq!(village.refused(ask), Refusal::Twice { code: "MG-01 红".to_owned() });
}

#[test]
fn variants_that_look_alike_are_one() {
    let mut village = Village::new();
    let typed = |text: &str| Variant::typed(text).expect("a variant");
    assert_eq!(typed("红色\u{3000} ３０CM").as_str(), "红色 30CM");
    let mut ask = village.an_order("HR-1", &[(village.rose, 20), (village.rose, 10)]);
    ask.lines[0].variant = typed("红色 30cm");
    for same in ["红色 30CM", "红色  30cm", "红色 ３０cm"] {
        ask.lines[1].variant = typed(same);
        assert!(matches!(village.refused(ask.clone()), Refusal::Twice { .. }), "{same}");
    }
}

#[test]
fn a_number_belongs_to_its_firm() {
    let mut village = Village::new();
    let ask = village.an_order("1", &[(village.rose, 900)]);
    village.done(ask.clone());
    assert_eq!(village.refused(ask.clone()), Refusal::Exists { thing: Thing::Order, code: "1".to_owned() });
    village.done(OpenOrder { firm: village.jinding, ..ask });
}

#[test]
fn what_is_spoiled_can_be_replaced_once() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.peony, 100);
    assert_eq!(village.refused(replace(line, 1)), Refusal::NothingToReplace { most: Pieces(0) });
    let issue = village.issue(line, ONE, village.fang, 100);
    village.count(issue, 90, 6, 4);
    village.count_again(issue, 5, 1);
    assert_eq!(village.refused(replace(line, 6)), Refusal::NothingToReplace { most: Pieces(5) });
    assert_eq!(village.refused(replace(line, 0)), Refusal::Nothing);
    village.done(replace(line, 3));
    assert_eq!(village.shows(line), "pool 1: 3 · pool 2: 95 · scrap 1: 5");
    assert_eq!(village.refused(replace(line, 3)), Refusal::NothingToReplace { most: Pieces(2) });
    village.done(replace(line, 2));
    assert_eq!(village.refused(replace(line, 1)), Refusal::NothingToReplace { most: Pieces(0) });
    assert_eq!(village.refused(replace(LineId(777), 1)), Refusal::unknown(Thing::Line));
}

#[test]
fn what_is_written_off_can_be_replaced() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 50);
    let sent = village.deliver(line, 50);
    village.answer(sent, line, [44, 2, 4]);
    assert_eq!(village.refused(replace(line, 1)), Refusal::NothingToReplace { most: Pieces(0) });
    village.done(model::WriteOff {
        delivery: sent,
        line,
        came: model::Came::Short,
        pieces: Pieces(4),
        reason: note("路上丢了"),
    });
    village.done(replace(line, 4));
    assert_eq!(village.shows(line), "pool 1: 4 · confirmed: 44 · refused: 2 · written off: 4");
}

#[test]
fn a_replacement_that_is_taken_back_can_be_made_again() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 10);
    let issue = village.issue(line, ONE, village.fang, 10);
    village.count(issue, 8, 0, 2);
    let event = village.done(replace(line, 2));
    village.correct(event).expect("all of it is still in the pool");
    village.done(replace(line, 2));
    assert_eq!(village.shows(line), "pool 1: 2 · stock: 8 · scrap 1: 2");
}

#[test]
fn when_a_scrap_was_a_mistake_its_replacement_makes_up_for_the_next() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 10);
    let issue = village.issue(line, ONE, village.fang, 10);
    let count = village.count(issue, 7, 0, 3);
    village.done(replace(line, 3));
    village.correct(count).expect("what she made is hers to be paid, replaced or not");
    village.count(issue, 8, 0, 2);
    assert_eq!(village.refused(replace(line, 1)), Refusal::NothingToReplace { most: Pieces(0) });
    assert_eq!(village.shows(line), "pool 1: 3 · stock: 8 · scrap 1: 2");
}
