//! Setting the rate of a step from a day on.

use crate::journal::Books;
use crate::model::{Entity, Rate, SetRate};
use crate::rules::closed::rate_open;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::money::Fen;

impl Rule for SetRate {
    fn within_limits(&self) -> bool {
        self.rate.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Style(self.style)]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let style = books.styles.get(&self.style).ok_or(Refusal::unknown(Thing::Style))?;
        style.step(self.step).ok_or(Refusal::unknown(Thing::Step))?;
        if self.rate <= Fen::ZERO {
            return Err(Refusal::Nothing);
        }
        rate_open(books, self.from)?;
        let rate = Rate { style: self.style, step: self.step, from: self.from, rate: self.rate };
        Ok(Decision { entities: vec![Entity::Rate(rate)], ..Decision::default() })
    }
}
