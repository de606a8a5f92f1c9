//! What is mostly a slip of the finger: lawful, but asked about before it is done. Files are not asked; a person is.

use crate::values::day::Day;
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use serde::{Deserialize, Serialize};

/// How many times more or less than before a rate may be without a question.
const TIMES: i64 = 5;

/// What a worker earns in a good month, in fen: more than that at once is asked about.
pub const A_MONTH: Fen = Fen(150_000);

/// Why an amount is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unusual {
    /// A rate of at least five times what it was, or at most a fifth.
    Rate { before: Fen },
    /// A rate from a day that is past: whatever was issued since keeps its own.
    Backdated { today: Day },
    /// Pieces far from those that are written.
    FarPieces { was: Pieces },
    /// Money far from what is written.
    FarMoney { was: Fen },
    /// More is taken off than she is owed.
    MoreThanOwed { owed: Fen },
    /// More than a good month's earnings at once.
    OverAMonth { month: Fen },
    /// An hourly wage beyond what any place asks for.
    Wage { least: Fen, most: Fen },
    /// A time for a piece of at least five times the standard, or at most a fifth.
    Time { standard: Centiminutes },
}

/// A step's rate, beside the one that holds.
#[must_use]
pub fn rate(before: Option<Fen>, rate: Fen) -> Option<Unusual> {
    // No rate at all is refused by its own rule.
    let before = before.filter(|before| *before > Fen::ZERO && rate > Fen::ZERO)?;
    let far = |small: Fen, large: Fen| small.0.saturating_mul(TIMES) <= large.0;
    (far(before, rate) || far(rate, before)).then_some(Unusual::Rate { before })
}

/// A rate that begins on an earlier day than it is entered.
#[must_use]
pub fn backdated(from: Day, today: Day) -> Option<Unusual> {
    (from < today).then_some(Unusual::Backdated { today })
}

/// A minimum hourly wage: those of China's provinces were between 13 and 27 yuan in 2025.
#[must_use]
pub fn wage(fen: Fen) -> Option<Unusual> {
    const LEAST: Fen = Fen(500);
    const MOST: Fen = Fen(10_000);
    // None at all is refused by its own rule.
    (fen > Fen::ZERO && !(LEAST..=MOST).contains(&fen)).then_some(Unusual::Wage { least: LEAST, most: MOST })
}

/// What the clock said of a piece, beside the standard time.
#[must_use]
pub fn time(standard: Centiminutes, a_piece: Centiminutes) -> Option<Unusual> {
    let far = |small: Centiminutes, large: Centiminutes| small.times(TIMES) <= large;
    (standard > Centiminutes::ZERO && (far(standard, a_piece) || far(a_piece, standard)))
        .then_some(Unusual::Time { standard })
}

/// How far what is said may be from what is written without a question: 20 pieces, 20 yuan.
const NEAR: i64 = 20;

/// Pieces that a worker says it is, beside those that are written.
#[must_use]
pub fn said_pieces(was: Pieces, is: Pieces) -> Option<Unusual> {
    far_from(was.0, is.0, NEAR).then_some(Unusual::FarPieces { was })
}

/// Money that a worker says it is, beside what is written.
#[must_use]
pub fn said_money(was: Fen, is: Fen) -> Option<Unusual> {
    far_from(was.0, is.0, 100 * NEAR).then_some(Unusual::FarMoney { was })
}

/// Above the other by more than so much, and at least so many times. Less is never far: nothing may have come.
const fn far_from(was: i64, is: i64, near: i64) -> bool {
    is.saturating_sub(was) > near && was.saturating_mul(TIMES) <= is
}

/// A deduction from what she is owed.
#[must_use]
pub fn deduction(fen: Fen, owed: Fen) -> Option<Unusual> {
    (fen > owed).then_some(Unusual::MoreThanOwed { owed: owed.max(Fen::ZERO) })
}

/// A bonus or an advance.
#[must_use]
pub fn gift(fen: Fen) -> Option<Unusual> {
    (fen > A_MONTH).then_some(Unusual::OverAMonth { month: A_MONTH })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_in_the_wrong_place_is_asked_about() {
        let before = Fen(235);
        assert_eq!(rate(Some(before), Fen(23_500)), Some(Unusual::Rate { before }), "235 typed for 2.35");
        assert_eq!(rate(Some(before), Fen(24)), Some(Unusual::Rate { before }));
        assert_eq!(rate(Some(before), Fen(47)), Some(Unusual::Rate { before }), "a fifth");
        assert_eq!([Fen(48), Fen(235), Fen(1_174)].map(|fen| rate(Some(before), fen)), [None; 3]);
        assert_eq!(rate(Some(before), Fen::ZERO), None, "that is refused");
        assert_eq!(rate(None, Fen(23_500)), None, "there is nothing to hold it beside");
        assert_eq!(rate(Some(Fen(1)), Fen(i64::MAX)), Some(Unusual::Rate { before: Fen(1) }));
    }

    #[test]
    fn more_than_she_is_owed_or_earns_is_asked_about() {
        let beside = |standard, a_piece| time(Centiminutes(standard), Centiminutes(a_piece));
        assert_eq!(deduction(Fen(500), Fen(500)), None);
        assert_eq!(deduction(Fen(501), Fen(500)), Some(Unusual::MoreThanOwed { owed: Fen(500) }));
        assert_eq!(deduction(Fen(1), Fen(-300)), Some(Unusual::MoreThanOwed { owed: Fen::ZERO }));
        assert_eq!([1_900, 500, 10_000, 0].map(|fen| wage(Fen(fen))), [None; 4]);
        assert!([499, 10_001, 9_999_900].iter().all(|fen| wage(Fen(*fen)).is_some()));
        assert_eq!([900, 181, 4_499, 900].map(|pace| beside(900, pace)), [None; 4]);
        assert!([0, 180, 4_500].iter().all(|pace| beside(900, *pace).is_some()) && beside(0, 5).is_none());
        let (was, is) = (Pieces(12), |n| Pieces(n));
        assert_eq!([0, 14, 32, 59].map(|n| said_pieces(was, is(n))), [None; 4]);
        assert!(said_pieces(was, is(99_999)).is_some() && said_pieces(was, is(60)).is_some());
        assert!(said_money(Fen(1_000), Fen(5_000)).is_some() && said_money(Fen(1_000), Fen(2_900)).is_none());
        assert_eq!(gift(A_MONTH), None);
        assert_eq!(gift(Fen(150_001)), Some(Unusual::OverAMonth { month: A_MONTH }));
    }
}
