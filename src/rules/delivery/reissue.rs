//! Handing refused pieces out to be repaired.

use crate::journal::{Books, Flow, Place};
use crate::model::{Came, Entity, Issue, Reissue, Skill};
use crate::rules::decision::{Decision, Moment};
use crate::rules::delivery::returned::{line_of, moved};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::day::Day;
use crate::values::ids::IssueId;

impl Rule for Reissue {
    fn within_limits(&self) -> bool {
        self.pieces.is_entry() && self.rate.is_entry()
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = Need::delivery(books, self.delivery);
        needs.extend([Need::Place(Came::Back.place(self.line, self.delivery)), Need::Worker(self.worker)]);
        if books.approval {
            // Whether it pays by the rule, and need not wait.
            needs.push(Need::Terms);
            needs.extend(books.lines.get(&self.line).map(|line| Need::RatesOf(line.style)));
        }
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let line = line_of(books, self.delivery, self.line)?;
        let worker = books.workers.get(&self.worker).ok_or(Refusal::unknown(Thing::Worker))?;
        if !worker.active {
            return Err(Refusal::NotActive { worker: worker.name.to_string() });
        }
        if !worker.skills.contains(&Skill { style: line.style, step: line.last_step }) {
            return Err(Refusal::CannotDo { worker: worker.name.to_string() });
        }
        let issue = Issue {
            id: IssueId(books.last_id + 1),
            line: line.id,
            step: line.last_step,
            worker: worker.id,
            pieces: self.pieces,
            rate: self.rate,
            day: moment.day,
            repairs: Some(self.delivery),
        };
        let from = Place::Refused { line: line.id, delivery: self.delivery };
        let hand = Place::Hand { line: line.id, issue: issue.id, worker: worker.id };
        let mut decision = moved(Flow::Reissued, self.pieces, from, hand, &self.note);
        decision.entities.push(Entity::Issue(issue));
        Ok(decision)
    }
}

impl Reissue {
    /// Whether it pays what the workshop's rule for repairs says, by the step's rate of that day.
    pub(crate) fn pays_by_rule(&self, books: &Books, day: Day) -> bool {
        let line = books.lines.get(&self.line);
        let rate = line.and_then(|line| books.rate_on(line.style, line.last_step, day));
        let rule = books.terms().map(|terms| terms.repair).unwrap_or_default();
        rate.is_some_and(|rate| self.rate == rule.of(rate))
    }
}
