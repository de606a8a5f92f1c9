//! Money: what she is owed and how that came about. Only where her pay is shown.

use super::note::note;
use crate::spoken::{Clip, Sentence};
use ledger::model::Tally;
use ledger::store::reads::book::Month;
use ledger::store::reads::settlement::SlipView;
use ledger::store::reads::wages::{Payment, Wages};
use ledger::values::money::Fen;

/// Payments that are said at a tap.
const PAYMENTS: usize = 6;

/// What she is owed; or that she was paid ahead, by how much, and what comes of it.
pub fn owed(owed: Fen) -> Sentence {
    if owed < Fen::ZERO {
        Sentence::of(Clip::Ahead).money(-owed).say(Clip::Pause).say(Clip::AheadNext)
    } else {
        Sentence::of(Clip::Owed).money(owed)
    }
}

/// The month as a sum.
pub fn this_month(wages: &Wages) -> Sentence {
    account(wages.carried(), Clip::EarnedThisMonth, wages.month, wages.owed)
}

/// The year so far.
pub fn this_year(year: Tally) -> Sentence {
    Sentence::of(Clip::ThisYear).then(Sentence::of(Clip::Earned).money(year.earned)).then(others(year))
}

/// A slip: what she was owed before, what came to it, what went off, what was left.
pub fn slip(slip: &SlipView) -> Sentence {
    let (tally, days) = (slip.tally, Sentence::default().date(slip.from).then(Sentence::default().date(slip.until)));
    days.then(account(slip.carried, Clip::Earned, tally, slip.owed()))
}

/// The newest payments.
pub fn payments(payments: &[Payment]) -> Sentence {
    let each = payments.iter().take(PAYMENTS).map(|payment| {
        let clip = if payment.ahead == payment.fen { Clip::Advance } else { Clip::Paid };
        let fen = if payment.mends { -payment.fen } else { payment.fen };
        let became = match (payment.mends, payment.undone, payment.received) {
            (true, ..) => Some(Clip::TakenBack),
            (false, true, _) => Some(Clip::Undone),
            (false, false, Some(true)) => Some(Clip::Received),
            (false, false, _) => None,
        };
        let part = payment.ahead > Fen::ZERO && payment.ahead < payment.fen;
        Sentence::default()
            .date(payment.key.day)
            .say(clip)
            .money(fen)
            .then_some(part.then(|| Sentence::of(Clip::Advance).money(payment.ahead)))
            .then(note(&payment.note))
            .then_some(became.map(Sentence::of))
    });
    let more = (payments.len() > PAYMENTS).then(|| Sentence::of(Clip::More));
    if payments.is_empty() { Sentence::of(Clip::NothingPaid) } else { each.collect::<Sentence>().then_some(more) }
}

/// The whole month of her book.
pub fn months_sum(month: &Month) -> Sentence {
    let pay = month.pay.map(|pay| {
        let (earned, given) = (pay.earned + pay.bonus - pay.deducted, pay.advanced + pay.paid);
        Sentence::of(Clip::Earned).money(earned).then(Sentence::of(Clip::Given).money(given))
    });
    Sentence::of(Clip::MonthTotal)
        .then(super::count::amounts(month.accepted, month.rework, month.scrapped))
        .then_some(pay)
}

fn account(carried: Fen, earned: Clip, tally: Tally, left: Fen) -> Sentence {
    Sentence::of(Clip::Carried)
        .money(carried)
        .then(Sentence::of(earned).money(tally.earned))
        .then(others(tally))
        .then(owed(left))
}

/// What else changed what she is owed, where there was any.
fn others(tally: Tally) -> Sentence {
    let sums = [
        (Clip::Bonus, tally.bonus),
        (Clip::Deduction, tally.deducted),
        (Clip::Advance, tally.advanced),
        (Clip::Paid, tally.paid),
    ];
    let there = sums.into_iter().filter(|(_, fen)| *fen != Fen::ZERO);
    there.map(|(clip, fen)| Sentence::of(clip).money(fen)).collect()
}
