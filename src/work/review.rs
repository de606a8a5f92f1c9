//! What a worker says: that she brings work, and whether a count is right.

use crate::command::Command;
use crate::decide::{Decision, Moment};
use crate::ids::{EventId, IssueId, WorkerId};
use crate::journal::{Actor, Books, Place};
use crate::noun::{HandIn, Noun, Review, Verdict};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// A worker declares a hand-in. No piece moves: the coordinator's count decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declare {
    pub issue: IssueId,
    pub pieces: Pieces,
}

impl Declare {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let worker = asking_worker(moment)?;
        let issue = books
            .issues
            .get(&self.issue)
            .filter(|issue| issue.worker == worker)
            .ok_or(Refusal::unknown(Thing::Issue))?;
        if !self.pieces.any() {
            return Err(Refusal::Nothing);
        }
        let hand = Place::Hand { line: issue.line, issue: issue.id, worker };
        let redo = Place::Redo { line: issue.line, issue: issue.id, worker };
        let have = books.pieces_at(hand) + books.pieces_at(redo);
        let waiting: Pieces = books
            .hand_ins
            .values()
            .filter(|other| other.issue == issue.id && other.counted.is_none())
            .map(|other| other.pieces)
            .sum();
        if self.pieces + waiting > have {
            return Err(Refusal::NotEnough {
                place: hand.kind(),
                have: Pieces((have - waiting).0.max(0)),
                asked: self.pieces,
            });
        }
        let hand_in =
            HandIn { id: moment.id, issue: issue.id, worker, pieces: self.pieces, day: moment.day, counted: None };
        Ok(Decision { nouns: vec![Noun::HandIn(hand_in)], ..Decision::default() })
    }
}

/// A worker says whether a count of her work is right. She may change her mind until it is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewCount {
    pub count: EventId,
    pub verdict: Verdict,
}

impl ReviewCount {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let worker = asking_worker(moment)?;
        let entry = books
            .entries
            .get(&self.count)
            .filter(|entry| matches!(&entry.asked, Command::Count(count) if count.worker == worker))
            .ok_or(Refusal::unknown(Thing::Event))?;
        if entry.reversed_by.is_some() {
            return Err(Refusal::Corrected);
        }
        if books.reviews.get(&self.count).is_some_and(|old| old.answer.is_some()) {
            return Err(Refusal::Answered);
        }
        let review = Review { count: self.count, worker, verdict: self.verdict.clone(), day: moment.day, answer: None };
        Ok(Decision { nouns: vec![Noun::Review(review)], ..Decision::default() })
    }
}

/// The coordinator answers a dispute in words; a wrong count is mended by a correction besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDispute {
    pub count: EventId,
    pub answer: Note,
}

impl AnswerDispute {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let review = books.reviews.get(&self.count).ok_or(Refusal::unknown(Thing::Event))?;
        if review.answer.is_some() {
            return Err(Refusal::Answered);
        }
        match review.verdict {
            Verdict::Right => return Err(Refusal::Answered),
            Verdict::Wrong { .. } => {}
        }
        if self.answer.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let review = Review { answer: Some(self.answer.clone()), ..review.clone() };
        Ok(Decision { nouns: vec![Noun::Review(review)], note: self.answer.clone(), ..Decision::default() })
    }
}

const fn asking_worker(moment: &Moment) -> Result<WorkerId, Refusal> {
    match moment.actor {
        Actor::Worker { worker } => Ok(worker),
        Actor::Coordinator { .. } | Actor::Firm { .. } | Actor::Operator => Err(Refusal::NotYours),
    }
}

#[cfg(test)]
mod tests;
