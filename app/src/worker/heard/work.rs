//! What she has to make, by when, and what it brings.

use crate::spoken::{Clip, Sentence};
use ledger::store::reads::home::{HeldTask, WaitingHandIn};
use ledger::values::day::Day;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// Her big numbers; what she earned this month and is owed where that is shown.
pub fn numbers(to_make: Pieces, pay: Option<(Fen, Fen)>) -> Sentence {
    let work = if to_make.any() {
        Sentence::of(Clip::ToMake).pieces(to_make)
    } else {
        Sentence::of(Clip::Nothing).say(Clip::Pause).say(Clip::NothingNext)
    };
    let pay = pay.map(|(earned, owed)| Sentence::of(Clip::EarnedThisMonth).money(earned).then(super::pay::owed(owed)));
    work.then_some(pay)
}

/// One issue of hers; `place` is which it is on the page, where there are several. What it brings is said where that is shown.
pub fn held(held: &HeldTask, place: Option<usize>, today: Day, with_pay: bool) -> Sentence {
    let amount = |clip, pieces: Pieces| pieces.any().then(|| Sentence::of(clip).pieces(pieces));
    let pay = with_pay.then(|| {
        Sentence::of(Clip::Each).money(held.rate).then(Sentence::of(Clip::Brings).money(held.rate.times(held.pieces())))
    });
    place
        .map(Sentence::nth_work)
        .unwrap_or_default()
        .then_some(held.repairs.then(|| Sentence::of(Clip::Repairs)))
        .then_some(amount(Clip::ToMake, held.hand))
        .then_some(amount(Clip::ToRework, held.redo))
        .then(by_when(held.due, today))
        .then_some(pay)
        .then_some(amount(Clip::Declared, held.declared).map(|declared| declared.say(Clip::Pause).say(Clip::Waiting)))
}

/// By when, in days and as a date.
fn by_when(due: Day, today: Day) -> Sentence {
    let soon = match (due.0 - today.0).num_days() {
        late @ ..0 => Sentence::of(Clip::Late).days(-late),
        0 => Sentence::of(Clip::DueToday),
        1 => Sentence::of(Clip::DueTomorrow),
        days => Sentence::of(Clip::DueIn).days(days),
    };
    soon.then(Sentence::of(Clip::DueOn).date(due).say(Clip::DueThen))
}

/// What she declared and nobody has counted yet.
pub fn waiting(waiting: &[WaitingHandIn]) -> Sentence {
    let each = waiting.iter().map(|one| Sentence::default().date(one.day).say(Clip::Declared).pieces(one.pieces));
    Sentence::of(Clip::Waiting).then(each.collect())
}

/// What she may hand in, and what of it is on its way.
pub fn hand_in(held: &HeldTask, on_their_way: &[WaitingHandIn], today: Day) -> Sentence {
    let left = held.undeclared();
    let question = if left.any() {
        Sentence::of(Clip::HowMany).then(Sentence::of(Clip::Undeclared).pieces(left))
    } else {
        Sentence::of(Clip::AllDeclared)
    };
    let waits = (!on_their_way.is_empty()).then(|| waiting(on_their_way));
    question.then(by_when(held.due, today)).then_some(waits)
}
