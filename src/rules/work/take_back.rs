//! Taking unmade pieces back 退活.

use crate::journal::{Books, Flow, Move, Place};
use crate::model::TakeBack;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Rule, counts};

impl Rule for TakeBack {
    fn within_limits(&self) -> bool {
        counts(self.parts.iter().map(|(_, pieces)| *pieces))
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        Need::issues(books, self.parts.iter().map(|(issue, _)| *issue))
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        if self.parts.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut decision = Decision { note: self.note.clone(), ..Decision::default() };
        let mut worker = None;
        for &(id, pieces) in &self.parts {
            let issue = books.issues.get(&id).ok_or(Refusal::unknown(Thing::Issue))?;
            if *worker.get_or_insert(issue.worker) != issue.worker {
                return Err(Refusal::NotYours);
            }
            let hand = Place::Hand { line: issue.line, issue: id, worker: issue.worker };
            // What came for repair goes back among the refused, not into a pool where it would be made again.
            let back = match issue.repairs {
                Some(delivery) => Place::Refused { line: issue.line, delivery },
                None => Place::Pool { line: issue.line, step: issue.step },
            };
            decision.moves.push(Move::new(Flow::Returned, pieces, hand, back));
        }
        Ok(decision)
    }
}
