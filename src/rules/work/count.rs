//! Counting what a worker brings: accepted 合格, rework 返工, scrapped 报废.

use crate::journal::{Books, Entry, Flow, Move, Place, Purpose, Transfer};
use crate::model::{Count, CountPart, Entity, HandIn, Issue, Line, Made};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule, counts};
use crate::values::ids::EventId;

impl Rule for Count {
    fn askers(&self) -> Askers {
        Askers::CoordinatorOrHelper
    }

    fn within_limits(&self) -> bool {
        self.parts.iter().all(|part| counts([part.accepted, part.rework, part.scrapped]))
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = Need::issues(books, self.parts.iter().map(|part| part.issue));
        needs.extend(self.answers());
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let mut decision = Decision { note: self.reason.clone(), ..Decision::default() };
        for part in &self.parts {
            let issue = books.issues.get(&part.issue).ok_or(Refusal::unknown(Thing::Issue))?;
            let line = books.lines.get(&issue.line).ok_or(Refusal::unknown(Thing::Line))?;
            if issue.worker != self.worker {
                return Err(Refusal::NotYours);
            }
            part.moves(issue, line, books, &mut decision)?;
        }
        if decision.moves.is_empty() {
            return Err(Refusal::Nothing);
        }
        let answered = self.answered(books)?;
        let counted = Some(moment.id);
        decision
            .entities
            .extend(answered.into_iter().map(|hand_in| Entity::HandIn(HandIn { counted, ..hand_in.clone() })));
        Ok(decision)
    }

    fn correction_needs(&self, _books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        self.answers().collect()
    }

    /// The hand-ins that it answered wait again.
    fn undone(&self, books: &Books, event: EventId, _entry: &Entry, _by: EventId) -> Result<Vec<Entity>, Refusal> {
        let of_it = books.hand_ins.values().filter(|hand_in| hand_in.counted == Some(event));
        Ok(of_it.map(|hand_in| Entity::HandIn(HandIn { counted: None, ..hand_in.clone() })).collect())
    }
}

impl Count {
    /// The declarations that this count answers. Where it names none, what was counted is what came in: all that
    /// wait for these issues are answered, or they would stand in the way of what she declares next.
    fn answered<'b>(&self, books: &'b Books) -> Result<Vec<&'b HandIn>, Refusal> {
        let Some(id) = self.declared else {
            let of_these = |hand_in: &&HandIn| self.parts.iter().any(|part| part.issue == hand_in.issue);
            return Ok(books.hand_ins.values().filter(|hand_in| hand_in.counted.is_none()).filter(of_these).collect());
        };
        let hand_in = books.hand_ins.get(&id).ok_or(Refusal::unknown(Thing::HandIn))?;
        if hand_in.worker != self.worker {
            return Err(Refusal::NotYours);
        }
        if hand_in.counted.is_some() {
            return Err(Refusal::Answered);
        }
        Ok(vec![hand_in])
    }
}

impl CountPart {
    fn moves(&self, issue: &Issue, line: &Line, books: &Books, decision: &mut Decision) -> Result<(), Refusal> {
        let hand = Place::Hand { line: line.id, issue: issue.id, worker: issue.worker };
        let redo = Place::Redo { line: line.id, issue: issue.id, worker: issue.worker };
        let from = match self.made {
            Made::Fresh => hand,
            Made::Again => redo,
        };
        if let Some(seen) = self.seen.filter(|seen| *seen != books.pieces_at(from)) {
            return Err(Refusal::Stale { seen, now: books.pieces_at(from) });
        }
        if self.made == Made::Again && self.rework.any() {
            return Err(Refusal::Nothing);
        }
        let onward = if issue.step < line.last_step {
            Place::Pool { line: line.id, step: issue.step.next() }
        } else {
            Place::Stock { line: line.id }
        };
        let scrap = Place::Scrap { line: line.id, step: issue.step };
        let moves = [
            (Flow::Accepted, self.accepted, onward),
            (Flow::SentBack, self.rework, redo),
            (Flow::Scrapped, self.scrapped, scrap),
        ];
        decision.moves.extend(
            moves
                .into_iter()
                .filter(|(_, pieces, _)| pieces.any())
                .map(|(flow, pieces, to)| Move::new(flow, pieces, from, to)),
        );
        let earned = issue.rate.times(self.accepted);
        // Repair may be agreed at no rate: then nothing is owed, and there is no transfer of nothing.
        if earned.0 > 0 {
            decision.transfers.push(Transfer::owed_to(issue.worker, Purpose::Earned, earned));
        }
        Ok(())
    }
}

impl Count {
    /// The hand-ins that it may answer.
    fn answers(&self) -> impl Iterator<Item = Need> {
        self.parts.iter().map(|part| Need::HandInsOf(part.issue)).chain(self.declared.map(Need::HandIn))
    }
}
