//! What rates are compared with: the minimum wage and time studies 测时.

use crate::values::day::Day;
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// The local minimum hourly wage 最低小时工资, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinimumWage {
    pub from: Day,
    /// For an hour.
    pub fen: Fen,
    /// Where that is written, and when.
    pub source: Note,
}

/// Enters the local minimum hourly wage; of one day the last counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetMinimumWage {
    pub from: Day,
    pub fen: Fen,
    pub source: Note,
}

/// What was seen of a step on a day. It changes no pace and no rate: it stands beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeStudy {
    pub style: StyleId,
    pub step: StepNo,
    pub day: Day,
    pub pieces: Pieces,
    /// The time that all of them took, in hundredths of a minute.
    pub took: Centiminutes,
    /// What is added for rest and the needs of the body, in percent of that.
    pub rest: i64,
    /// Who was watched, and how she is beside others.
    pub note: Note,
}

impl TimeStudy {
    /// The time for a piece, rest in it, in hundredths of a minute, rounded up: took × (100 + rest) ÷ 100 ÷ pieces.
    ///
    /// The observed time with its relaxation allowance (Kanawaty, ed., *Introduction to Work Study*, 4th edition, International Labour
    /// Office 1992, part four). Nobody is rated: that is for the eye of who watches, and belongs into the note.
    #[must_use]
    pub fn a_piece(&self) -> Centiminutes {
        let all = i128::from(self.took.0) * i128::from(100 + self.rest);
        let by = i128::from(self.pieces.0.max(1)) * 100;
        Centiminutes(i64::try_from((all + by - 1) / by).unwrap_or(i64::MAX))
    }
}

/// Records a study; of one step and day the last counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordTimeStudy {
    pub style: StyleId,
    pub step: StepNo,
    pub pieces: Pieces,
    pub took: Centiminutes,
    pub rest: i64,
    pub note: Note,
}

impl RecordTimeStudy {
    /// What it says, as it will stand.
    #[must_use]
    pub fn study(&self, day: Day) -> TimeStudy {
        let Self { style, step, pieces, took, rest, ref note } = *self;
        TimeStudy { style, step, day, pieces, took, rest, note: note.clone() }
    }
}
