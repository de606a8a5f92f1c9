//! Answering a worker who says that an entry is not right.

use crate::journal::Books;
use crate::model::{AnswerDispute, Entity, Review};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;

impl Rule for AnswerDispute {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::ReviewsOf(self.event)]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let mut theirs = books.reviews.values().filter(|review| review.event == self.event && !review.earlier);
        let review = theirs
            .find(|review| self.worker.is_none_or(|worker| review.worker == worker))
            .ok_or(Refusal::unknown(Thing::Event))?;
        if !review.is_open() {
            return Err(Refusal::Answered);
        }
        if self.answer.as_str().is_empty() {
            return Err(Refusal::AnswerMissing);
        }
        let review = Review { answer: Some(self.answer.clone()), ..review.clone() };
        Ok(Decision { entities: vec![Entity::Review(review)], note: self.answer.clone(), ..Decision::default() })
    }
}
