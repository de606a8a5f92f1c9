//! Entering the local minimum wage.

use crate::journal::Books;
use crate::model::{Entity, MinimumWage, SetMinimumWage};
use crate::rules::decision::{Decision, Moment};
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;
use crate::values::money::Fen;

impl Rule for SetMinimumWage {
    fn within_limits(&self) -> bool {
        self.fen.is_entry()
    }

    fn decide(&self, _books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        if self.fen <= Fen::ZERO {
            return Err(Refusal::Nothing);
        }
        if self.source.as_str().is_empty() {
            return Err(Refusal::SourceMissing);
        }
        let wage = MinimumWage { from: self.from, fen: self.fen, source: self.source.clone() };
        Ok(Decision { entities: vec![Entity::MinimumWage(wage)], note: self.source.clone(), ..Decision::default() })
    }
}
