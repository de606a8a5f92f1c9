//! What a worker says: that she brings work, and whether a count is right.

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

/// A worker says whether an entry of her record book is right: an issue, a count, a payment. She may say more, after an answer too;
/// all of it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewEntry {
    #[serde(rename = "count")]
    pub event: EventId,
    pub verdict: Verdict,
}

impl ReviewEntry {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let worker = asking_worker(moment)?;
        let entry = books.entries.get(&self.event).ok_or(Refusal::unknown(Thing::Event))?;
        // Work is disputed in pieces, money in yuan; another's entry is not there.
        let fits = match self.verdict {
            Verdict::Right => entry.moves_work_of(worker) || entry.moves_money_of(worker),
            Verdict::Wrong { .. } => entry.moves_work_of(worker),
            Verdict::Amount { .. } => !entry.moves_work_of(worker) && entry.moves_money_of(worker),
        };
        if !fits {
            return Err(Refusal::unknown(Thing::Event));
        }
        if entry.reversed_by.is_some() {
            return Err(Refusal::Corrected);
        }
        let before = books.said_of(self.event, worker).next_back();
        if before.is_some_and(|before| before.verdict == self.verdict && before.answer.is_none()) {
            return Err(Refusal::SetAlready);
        }
        let review = Review {
            event: self.event,
            worker,
            turn: before.map_or(1, |before| before.turn + 1),
            verdict: self.verdict.clone(),
            day: moment.day,
            answer: None,
            earlier: false,
        };
        let earlier = before.map(|before| Noun::Review(Review { earlier: true, ..before.clone() }));
        Ok(Decision { nouns: earlier.into_iter().chain([Noun::Review(review)]).collect(), ..Decision::default() })
    }
}

/// The coordinator answers a dispute in words; what was wrong is mended by a correction besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDispute {
    #[serde(rename = "count")]
    pub event: EventId,
    /// Whose dispute it is: a split may be disputed by several. A count has but one worker, who need not be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<WorkerId>,
    pub answer: Note,
}

impl AnswerDispute {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
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
        Ok(Decision { nouns: vec![Noun::Review(review)], note: self.answer.clone(), ..Decision::default() })
    }
}

pub(super) const fn asking_worker(moment: &Moment) -> Result<WorkerId, Refusal> {
    match moment.actor {
        Actor::Worker { worker } => Ok(worker),
        Actor::Coordinator { .. } | Actor::Firm { .. } | Actor::Operator => Err(Refusal::NotYours),
    }
}

#[cfg(test)]
mod tests;
