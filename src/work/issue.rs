//! Issuing 领活 and taking back 退活.

use crate::decide::{Decision, Moment};
use crate::ids::{IssueId, LineId, StepNo, WorkerId};
use crate::journal::{Books, Flow, Move, Place};
use crate::noun::{Issue, Noun, Skill};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What one worker is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub worker: WorkerId,
    pub pieces: Pieces,
}

/// Issues shares of one line's step, all or none, at the rate that holds on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueShares {
    pub line: LineId,
    pub step: StepNo,
    pub shares: Vec<Share>,
    /// What the pool held on the page where this was decided; refused when it has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Pieces>,
}

impl IssueShares {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        self.issues(books, moment, books.last_id + 1)
    }

    /// What follows, its issues counted up from `first`.
    fn issues(&self, books: &Books, moment: &Moment, first: i64) -> Result<Decision, Refusal> {
        let line = books.lines.get(&self.line).ok_or(Refusal::unknown(Thing::Line))?;
        if self.step < StepNo::FIRST || self.step > line.last_step {
            return Err(Refusal::unknown(Thing::Step));
        }
        let pool = Place::Pool { line: line.id, step: self.step };
        if let Some(seen) = self.seen.filter(|seen| *seen != books.pieces_at(pool)) {
            return Err(Refusal::Stale { seen, now: books.pieces_at(pool) });
        }
        let rate = books.rate_on(line.style, self.step, moment.day).ok_or(Refusal::NoRate { day: moment.day })?;
        if self.shares.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut decision = Decision::default();
        let mut given = BTreeSet::new();
        for (share, number) in self.shares.iter().zip(first..) {
            let worker = books.workers.get(&share.worker).ok_or(Refusal::unknown(Thing::Worker))?;
            if !given.insert(worker.id) {
                return Err(Refusal::Twice { code: worker.number.to_string() });
            }
            if !worker.active {
                return Err(Refusal::NotActive { worker: worker.name.to_string() });
            }
            if !worker.skills.contains(&Skill { style: line.style, step: self.step }) {
                return Err(Refusal::CannotDo { worker: worker.name.to_string() });
            }
            let issue = Issue {
                id: IssueId(number),
                line: line.id,
                step: self.step,
                worker: worker.id,
                pieces: share.pieces,
                rate,
                day: moment.day,
                repairs: None,
            };
            let hand = Place::Hand { line: line.id, issue: issue.id, worker: worker.id };
            decision.moves.push(Move::new(Flow::Issued, share.pieces, pool, hand));
            decision.nouns.push(Noun::Issue(issue));
        }
        Ok(decision)
    }
}

/// Issues all shares of a split 派活, of one pool or several: all of them or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitShares {
    pub parts: Vec<IssueShares>,
}

impl SplitShares {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if self.parts.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut all = Decision::default();
        let mut pools = BTreeSet::new();
        for (part, before) in self.parts.iter().zip(0..) {
            if !pools.insert((part.line, part.step)) {
                return Err(Refusal::Twice { code: (before + 1).to_string() });
            }
            let issued = i64::try_from(all.nouns.len()).unwrap_or(i64::MAX);
            let Decision { nouns, moves, .. } = part.issues(books, moment, books.last_id + 1 + issued)?;
            all.nouns.extend(nouns);
            all.moves.extend(moves);
        }
        Ok(all)
    }
}

/// Takes unmade pieces back 退活 to where they were issued from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBack {
    /// From which issues, and how many of each: all one worker's.
    pub parts: Vec<(IssueId, Pieces)>,
    pub note: Note,
}

impl TakeBack {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
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
            // What came for repair goes back among the refused, not into a pool where it would be made anew.
            let back = match issue.repairs {
                Some(delivery) => Place::Refused { line: issue.line, delivery },
                None => Place::Pool { line: issue.line, step: issue.step },
            };
            decision.moves.push(Move::new(Flow::Returned, pieces, hand, back));
        }
        Ok(decision)
    }
}

#[cfg(test)]
mod tests;
