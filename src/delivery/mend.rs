//! What becomes of pieces that the firm refused or missed. Nothing of it is taken from a worker.

use crate::day::Day;
use crate::decide::{Decision, Moment};
use crate::ids::{DeliveryId, IssueId, LineId, WorkerId};
use crate::journal::{Books, Flow, Move, Place, Transfer};
use crate::money::Fen;
use crate::noun::{Issue, Line, Noun, Skill};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// Which of the two it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// Refused: sent back by the firm.
    Back,
    /// Reported short: never came there.
    Short,
}

impl Came {
    pub(crate) const fn place(self, line: LineId, delivery: DeliveryId) -> Place {
        match self {
            Self::Back => Place::Refused { line, delivery },
            Self::Short => Place::Missing { line, delivery },
        }
    }
}

fn line_of(books: &Books, delivery: DeliveryId, line: LineId) -> Result<&Line, Refusal> {
    let delivery = books.deliveries.get(&delivery).ok_or(Refusal::unknown(Thing::Delivery))?;
    if delivery.lines.iter().all(|sent| sent.line != line) {
        return Err(Refusal::unknown(Thing::Line));
    }
    books.lines.get(&line).ok_or(Refusal::unknown(Thing::Line))
}

fn moved(flow: Flow, pieces: Pieces, from: Place, to: Place, note: &Note) -> Decision {
    Decision { moves: vec![Move::new(flow, pieces, from, to)], note: note.clone(), ..Decision::default() }
}

/// Back into stock: mended here, or found after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restock {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub came: Came,
    pub pieces: Pieces,
    pub note: Note,
}

impl Restock {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let line = line_of(books, self.delivery, self.line)?.id;
        let from = self.came.place(line, self.delivery);
        Ok(moved(Flow::Restocked, self.pieces, from, Place::Stock { line }, &self.note))
    }
}

/// Given up: the pieces can then be replaced 补做.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteOff {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub came: Came,
    pub pieces: Pieces,
    pub reason: Note,
}

impl WriteOff {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let line = line_of(books, self.delivery, self.line)?.id;
        if self.reason.as_str().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let from = self.came.place(line, self.delivery);
        let to = Place::WrittenOff { line, delivery: self.delivery };
        Ok(moved(Flow::WrittenOff, self.pieces, from, to, &self.reason))
    }
}

/// Confirmed after all: the firm owes them at the line's price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agree {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub came: Came,
    pub pieces: Pieces,
    pub note: Note,
}

impl Agree {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let line = line_of(books, self.delivery, self.line)?;
        let order = books.orders.get(&line.order).ok_or(Refusal::unknown(Thing::Order))?;
        let from = self.came.place(line.id, self.delivery);
        let to = Place::Confirmed { line: line.id, delivery: self.delivery };
        let mut decision = moved(Flow::Agreed, self.pieces, from, to, &self.note);
        let owed = line.price.times(self.pieces);
        if owed.0 > 0 {
            decision.transfers.push(Transfer::charged_to(order.firm, owed));
        }
        Ok(decision)
    }
}

/// Refused pieces go home with a worker to be repaired, at a rate agreed with her, which may be nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reissue {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub worker: WorkerId,
    pub pieces: Pieces,
    pub rate: Fen,
    pub note: Note,
}

impl Reissue {
    /// Whether it pays what the workshop's rule for repairs says, by the step's rate of that day.
    pub(crate) fn pays_by_rule(&self, books: &Books, day: Day) -> bool {
        let line = books.lines.get(&self.line);
        let rate = line.and_then(|line| books.rate_on(line.style, line.last_step, day));
        let rule = books.terms().map(|terms| terms.repair).unwrap_or_default();
        rate.is_some_and(|rate| self.rate == rule.of(rate))
    }

    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
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
        decision.nouns.push(Noun::Issue(issue));
        Ok(decision)
    }
}

#[cfg(test)]
mod tests;
