//! The least that an hour may earn, as the coordinator enters it.

use crate::day::Day;
use crate::decide::Decision;
use crate::money::Fen;
use crate::noun::Noun;
use crate::refusal::Refusal;
use crate::text::Note;
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

impl SetMinimumWage {
    pub(crate) fn decide(&self) -> Result<Decision, Refusal> {
        if self.fen <= Fen::ZERO {
            return Err(Refusal::Nothing);
        }
        if self.source.as_str().is_empty() {
            return Err(Refusal::SourceMissing);
        }
        let wage = MinimumWage { from: self.from, fen: self.fen, source: self.source.clone() };
        Ok(Decision { nouns: vec![Noun::MinimumWage(wage)], note: self.source.clone(), ..Decision::default() })
    }
}
