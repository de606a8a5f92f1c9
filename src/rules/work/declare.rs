//! A worker declares a hand-in.

use crate::journal::{Books, Entry, Place};
use crate::model::{Declare, Entity, HandIn};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule};
use crate::rules::work::review::asking_worker;
use crate::values::ids::EventId;
use crate::values::pieces::Pieces;

impl Rule for Declare {
    fn askers(&self) -> Askers {
        Askers::Worker
    }

    fn within_limits(&self) -> bool {
        self.pieces.is_entry()
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = Need::issues(books, [self.issue]);
        needs.push(Need::HandInsOf(self.issue));
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
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
        Ok(Decision { entities: vec![Entity::HandIn(hand_in)], ..Decision::default() })
    }

    fn correction_needs(&self, _books: &Books, event: EventId, _entry: &Entry) -> Vec<Need> {
        vec![Need::HandIn(event)]
    }

    /// What was declared by mistake waits no more.
    fn undone(&self, books: &Books, event: EventId, _entry: &Entry, by: EventId) -> Result<Vec<Entity>, Refusal> {
        let hand_in = books.hand_ins.get(&event).ok_or(Refusal::unknown(Thing::HandIn))?;
        match hand_in.counted {
            Some(_) => Err(Refusal::Answered),
            None => Ok(vec![Entity::HandIn(HandIn { counted: Some(by), ..hand_in.clone() })]),
        }
    }
}
