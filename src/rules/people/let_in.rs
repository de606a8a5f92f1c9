//! Letting a further coordinator in.

use crate::journal::Books;
use crate::model::LetIn;
use crate::rules::decision::{Decision, Moment};
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for LetIn {
    fn decide(&self, _books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        Ok(Decision::default())
    }
}
