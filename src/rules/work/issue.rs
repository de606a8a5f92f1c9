//! Issuing 领活 shares of one pool.

use crate::journal::{Books, Flow, Move, Place};
use crate::model::{Entity, Issue, IssueShares, Skill};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule, counts};
use crate::values::ids::{IssueId, StepNo};
use std::collections::BTreeSet;

impl Rule for IssueShares {
    fn askers(&self) -> Askers {
        Askers::CoordinatorOrHelper
    }

    fn within_limits(&self) -> bool {
        counts(self.shares.iter().map(|share| share.pieces))
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        self.shares_need(books)
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        self.issues(books, moment, books.last_id + 1)
    }
}

impl IssueShares {
    /// What follows, its issues counted up from `first`.
    pub(crate) fn issues(&self, books: &Books, moment: &Moment, first: i64) -> Result<Decision, Refusal> {
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
            decision.entities.push(Entity::Issue(issue));
        }
        Ok(decision)
    }
}

impl IssueShares {
    /// What issuing them needs to know.
    pub(crate) fn shares_need(&self, books: &Books) -> Vec<Need> {
        let pool = Place::Pool { line: self.line, step: self.step };
        let mut needs = vec![Need::Line(self.line), Need::Place(pool)];
        needs.extend(self.shares.iter().map(|share| Need::Worker(share.worker)));
        needs.extend(books.lines.get(&self.line).map(|line| Need::RatesOf(line.style)));
        needs
    }
}
