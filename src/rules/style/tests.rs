use crate::model::*;
use crate::rules::refusal::*;
use crate::testing::village::{ONE, TWO, Village, code, day, issue, name};
use crate::values::ids::*;
use crate::values::minutes::Centiminutes;
use crate::values::money::*;

fn steps(codes: &[&str]) -> Vec<Step> {
    codes.iter().map(|step| Step { code: code(step), name: name(step), centiminutes: Centiminutes(600) }).collect()
}

fn lily(codes: &[&str]) -> SaveStyle {
    SaveStyle { style: None, code: code("BH-02"), name: name("百合"), steps: steps(codes) }
}

fn rate(style: StyleId, step: StepNo, from: &str, fen: i64) -> SetRate {
    SetRate { style, step, from: day(from), rate: Fen(fen) }
}

#[test]
fn a_style_is_refused_without_steps_or_with_one_twice() {
    let mut village = Village::new();
    assert_eq!(village.refused(lily(&[])), Refusal::NoSteps);
    assert_eq!(village.refused(lily(&["S1", "S2", "S1"])), Refusal::Twice { code: "S1".to_owned() });
    village.done(lily(&["S1", "S2"]));
}

#[test]
fn a_code_names_one_style() {
    let mut village = Village::new();
    let rose = SaveStyle { code: code("MG-01"), ..lily(&["S1"]) };
    assert_eq!(village.refused(rose.clone()), Refusal::Exists { thing: Thing::Style, code: "MG-01".to_owned() });
    village.done(SaveStyle { style: Some(village.rose), ..rose });
    let unknown = SaveStyle { style: Some(StyleId(777)), ..lily(&["S1"]) };
    assert_eq!(village.refused(unknown), Refusal::unknown(Thing::Style));
}

#[test]
fn steps_may_be_renamed_and_added() {
    let mut village = Village::new();
    village.done(SaveStyle { style: Some(village.peony), ..lily(&["S1", "组花", "S3", "S4"]) });
    let style = village.books.styles.get(&village.peony).expect("peonies");
    assert_eq!(style.step_no(&code("组花")), Some(TWO));
    assert_eq!(style.step(StepNo(4)).map(|step| step.code.clone()), Some(code("S4")));
}

#[test]
fn steps_keep_their_numbers() {
    let mut village = Village::new();
    for moved in [&["S1", "S2"][..], &["S0", "S1", "S2", "S3"], &["S2", "S1", "S3"]] {
        let ask = SaveStyle { style: Some(village.peony), ..lily(moved) };
        assert_eq!(village.refused(ask), Refusal::StepsInUse, "{moved:?}");
    }
}

#[test]
fn a_piece_takes_from_no_time_to_a_day() {
    let mut village = Village::new();
    for (centiminutes, lawful) in [(-1, false), (0, true), (144_000, true), (144_001, false), (i64::MIN, false)] {
        let mut ask = lily(&["S1"]);
        ask.code = code(&format!("BH-{centiminutes}"));
        ask.steps[0].centiminutes = Centiminutes(centiminutes);
        assert_eq!(village.ask(ask).err(), (!lawful).then_some(Refusal::BadMinutes), "{centiminutes}");
    }
}

#[test]
fn only_the_steps_that_a_style_has_are_found() {
    let village = Village::new();
    let style = village.books.styles.get(&village.peony).expect("peonies");
    for no in [i64::MIN, -1, 0, 4, i64::MAX] {
        assert_eq!(style.step(StepNo(no)), None, "{no}");
    }
}

#[test]
fn a_rate_holds_from_its_day_until_the_next() {
    let mut village = Village::new();
    village.done(rate(village.rose, ONE, "2026-09-20", 240));
    village.done(rate(village.rose, ONE, "2026-09-15", 230));
    let on = |text| village.books.rate_on(village.rose, ONE, day(text));
    assert_eq!(on("2026-08-31"), None);
    assert_eq!(on("2026-09-14"), Some(Fen(220)));
    assert_eq!(on("2026-09-15"), Some(Fen(230)));
    assert_eq!(on("2026-12-01"), Some(Fen(240)));
    village.done(rate(village.rose, ONE, "2026-09-15", 235));
    assert_eq!(village.books.rate_on(village.rose, ONE, day("2026-09-15")), Some(Fen(235)), "the last word holds");
}

#[test]
fn a_new_rate_leaves_what_was_issued_as_it_was_agreed() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 20);
    let before = village.issue(line, ONE, village.fang, 10);
    village.done(rate(village.rose, ONE, "2026-09-01", 300));
    let after = village.issue(line, ONE, village.mei, 10);
    village.count(before, 10, 0, 0);
    village.count(after, 10, 0, 0);
    assert_eq!((village.owed(village.fang), village.owed(village.mei)), (2200, 3000));
}

#[test]
fn a_rate_is_of_a_step_that_is_there_and_pays_something() {
    let mut village = Village::new();
    assert_eq!(village.refused(rate(StyleId(777), ONE, "2026-09-01", 220)), Refusal::unknown(Thing::Style));
    assert_eq!(village.refused(rate(village.rose, TWO, "2026-09-01", 220)), Refusal::unknown(Thing::Step));
    assert_eq!(village.refused(rate(village.rose, StepNo(i64::MIN), "2026-09-01", 1)), Refusal::unknown(Thing::Step));
    assert_eq!(village.refused(rate(village.rose, ONE, "2026-09-01", 0)), Refusal::Nothing);
    assert_eq!(village.refused(rate(village.rose, ONE, "2026-09-01", -5)), Refusal::OutOfRange);
}

#[test]
fn without_a_rate_nothing_is_issued() {
    let mut village = Village::new();
    village.done(lily(&["S1"]));
    let style = StyleId(village.books.last_id);
    let worker = village.worker("W10", "赵春", &[(style, ONE)]);
    let line = village.order("HR-1", style, 10);
    assert_eq!(village.refused(issue(line, ONE, &[(worker, 5)])), Refusal::NoRate { day: village.today });
}
