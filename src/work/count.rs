//! Counting what a worker brings: accepted 合格, rework 返工, scrapped 报废.

use crate::decide::{Decision, Moment};
use crate::ids::{EventId, IssueId, WorkerId};
use crate::journal::{Books, Flow, Move, Place, Purpose, Transfer};
use crate::noun::{HandIn, Issue, Line, Noun};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// Whether pieces come fresh or back from rework.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    Fresh,
    /// 返工交活 · 返工报废
    Again,
}

/// What was counted of one issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountPart {
    pub issue: IssueId,
    pub made: Made,
    pub accepted: Pieces,
    /// Sent back to be done again; only for fresh pieces, for those in rework simply stay there.
    pub rework: Pieces,
    pub scrapped: Pieces,
}

/// A count of what one worker handed in. She earns accepted × the rate of the issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub worker: WorkerId,
    pub parts: Vec<CountPart>,
    /// Why some were sent back or scrapped.
    pub reason: Note,
    /// The worker's own declaration that this answers; without one, all that wait for the issues counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<EventId>,
}

impl Count {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let mut decision = Decision { note: self.reason.clone(), ..Decision::default() };
        for part in &self.parts {
            let issue = books.issues.get(&part.issue).ok_or(Refusal::unknown(Thing::Issue))?;
            let line = books.lines.get(&issue.line).ok_or(Refusal::unknown(Thing::Line))?;
            if issue.worker != self.worker {
                return Err(Refusal::NotYours);
            }
            part.moves(issue, line, &mut decision)?;
        }
        if decision.moves.is_empty() {
            return Err(Refusal::Nothing);
        }
        let answered = self.answered(books)?;
        let counted = Some(moment.id);
        decision.nouns.extend(answered.into_iter().map(|hand_in| Noun::HandIn(HandIn { counted, ..hand_in.clone() })));
        Ok(decision)
    }

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
    fn moves(&self, issue: &Issue, line: &Line, decision: &mut Decision) -> Result<(), Refusal> {
        let hand = Place::Hand { line: line.id, issue: issue.id, worker: issue.worker };
        let redo = Place::Redo { line: line.id, issue: issue.id, worker: issue.worker };
        let from = match self.made {
            Made::Fresh => hand,
            Made::Again => redo,
        };
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

#[cfg(test)]
mod tests;
