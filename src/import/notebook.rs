//! A paper notebook: each row an event on its own day.
//!
//! A row names no issue. Where a worker holds several of the same order, style and step, what she hands in is drawn from her
//! oldest issue that still has such pieces, and what she gives back from her newest.

use super::doubt::{Doubts, Spot};
use super::finding::field_of;
use super::{Ledger, Outcome, Posting, RowFault};
use crate::journal::{Books, Place};
use crate::model::command::Command;
use crate::model::{
    Advance, Bonus, Count, CountPart, Deduct, Entity, IssueShares, Made, Pay, Replace, Share, TakeBack,
};
use crate::parse::entry::{Deed, EntryKind, MoneyKind};
use crate::parse::field::Field;
use crate::parse::notebook::{NotebookEntry, NotebookRow, PartlyRow};
use crate::rules::order::replaceable;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::work::{Held, draw};
use crate::values::ids::{EventId, IssueId, LineId, StepNo, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Variant};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The events that the rows would be: by what each says and how often it was said above.
pub(super) fn ids(workshop: WorkshopId, rows: &[NotebookRow]) -> Vec<EventId> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    rows.iter()
        .map(|row| {
            let mut content = format!("notebook\u{1f}{}\u{1f}{:?}\u{1f}{}", row.day, row.entry, row.note);
            // What was imported before there were variants is known by the same id.
            if !row.variant.is_empty() {
                let _ = write!(content, "\u{1f}{}", row.variant);
            }
            let nth = seen.entry(content.clone()).or_default();
            *nth += 1;
            EventId::of_content(workshop, &format!("{content}\u{1f}{nth}"))
        })
        .collect()
}

pub(super) fn put(
    rows: &[NotebookRow],
    partly: &[PartlyRow],
    ledger: &mut impl Ledger,
    known: &BTreeSet<EventId>,
    outcome: &mut Outcome,
) {
    let ids = ids(ledger.workshop(), rows);
    let mut importer = Importer::of(ledger);
    let mut faulty = partly.iter().peekable();
    for (row, id) in rows.iter().zip(ids) {
        if !importer.ledger.is_awaited() {
            return;
        }
        while let Some(part) = faulty.next_if(|part| part.line < row.line) {
            importer.doubt(&Sketch::of_part(part));
        }
        if known.contains(&id) {
            outcome.known += 1;
            continue;
        }
        match importer.one(id, row) {
            Ok(kind) => outcome.count(kind),
            Err(fault) => {
                let sketch = Sketch::of_row(row);
                // Before its own shortage is explained, which uses up what it could have moved on.
                importer.doubt(&sketch);
                if !importer.follows(&sketch, &fault.why) {
                    outcome.find(None, row.line, fault.field, fault.why);
                }
            }
        }
    }
}

struct Fault {
    field: Option<Field>,
    why: RowFault,
}

impl Fault {
    fn unknown(field: Field, thing: Thing, code: &Code) -> Self {
        Self { field: Some(field), why: RowFault::Unknown { thing, code: code.to_string() } }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self { field: field_of(&refusal), why: RowFault::Refused(refusal) }
    }
}

/// What is known of a row that was not posted.
struct Sketch<'a> {
    kind: Option<EntryKind>,
    worker: Option<&'a Code>,
    order: Option<&'a Code>,
    style: Option<&'a Code>,
    variant: &'a Variant,
    step: Option<&'a Code>,
    pieces: Option<Pieces>,
    amount: Option<Fen>,
}

impl<'a> Sketch<'a> {
    const fn of_part(part: &'a PartlyRow) -> Self {
        Self {
            kind: part.entry,
            worker: part.worker.as_ref(),
            order: part.order.as_ref(),
            style: part.style.as_ref(),
            variant: &part.variant,
            step: part.step.as_ref(),
            pieces: part.pieces,
            amount: part.amount,
        }
    }

    const fn of_row(row: &'a NotebookRow) -> Self {
        let nothing = Self {
            kind: None,
            worker: None,
            order: None,
            style: None,
            variant: &row.variant,
            step: None,
            pieces: None,
            amount: None,
        };
        match &row.entry {
            NotebookEntry::Work { deed, worker, spot, pieces } => Self {
                kind: Some(EntryKind::Work(*deed)),
                worker: Some(worker),
                order: Some(&spot.order),
                style: Some(&spot.style),
                step: Some(&spot.step),
                pieces: Some(*pieces),
                ..nothing
            },
            NotebookEntry::Replaced { worker, order, style, step, pieces } => Self {
                kind: Some(EntryKind::Replaced),
                worker: worker.as_ref(),
                order: Some(order),
                style: Some(style),
                step: step.as_ref(),
                pieces: Some(*pieces),
                ..nothing
            },
            NotebookEntry::Money { kind, worker, amount } => {
                Self { kind: Some(EntryKind::Money(*kind)), worker: Some(worker), amount: Some(*amount), ..nothing }
            }
        }
    }
}

/// The ledger with its codes looked up.
struct Importer<'l, L> {
    ledger: &'l mut L,
    workers: BTreeMap<Code, WorkerId>,
    /// Lines by the order's number and the style's code; two firms may use one number.
    lines: BTreeMap<(Code, Code), Vec<LineId>>,
    /// A worker's issues of a line's step, oldest first.
    issues: BTreeMap<(WorkerId, LineId, StepNo), Vec<IssueId>>,
    doubts: Doubts,
}

impl<'l, L: Ledger> Importer<'l, L> {
    fn of(ledger: &'l mut L) -> Self {
        let books = ledger.books();
        let workers = books.workers.values().map(|worker| (worker.number.clone(), worker.id)).collect();
        let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in books.lines.values() {
            if let (Some(order), Some(style)) = (books.orders.get(&line.order), books.styles.get(&line.style)) {
                lines.entry((order.code.clone(), style.code.clone())).or_default().push(line.id);
            }
        }
        let mut issues: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for issue in books.issues.values().filter(|issue| issue.repairs.is_none()) {
            issues.entry((issue.worker, issue.line, issue.step)).or_default().push(issue.id);
        }
        Self { ledger, workers, lines, issues, doubts: Doubts::default() }
    }

    fn books(&self) -> &Books {
        self.ledger.books()
    }

    /// Posts one row; returns the kind of its event.
    fn one(&mut self, id: EventId, row: &NotebookRow) -> Result<&'static str, Fault> {
        let command = match &row.entry {
            NotebookEntry::Work { deed, worker, spot, pieces } => {
                let line = self.line(&spot.order, &spot.style, &row.variant)?;
                let step = self.step(line, &spot.step)?;
                let worker = self.worker(worker)?;
                self.work(*deed, worker, line, step, *pieces, row)?
            }
            NotebookEntry::Replaced { worker, order, style, step, pieces } => {
                let line = self.line(order, style, &row.variant)?;
                // She is only remarked, but must be somebody.
                if let Some(worker) = worker {
                    self.worker(worker)?;
                }
                if let Some(step) = step {
                    self.step(line, step)?;
                }
                Replace { line, pieces: *pieces }.into()
            }
            NotebookEntry::Money { kind, worker, amount } => {
                let (worker, fen, note) = (self.worker(worker)?, *amount, row.note.clone());
                match kind {
                    MoneyKind::Advance => Advance { worker, fen, note }.into(),
                    MoneyKind::Bonus => Bonus { worker, fen, note }.into(),
                    MoneyKind::Deduction => Deduct { worker, fen, reason: note }.into(),
                    MoneyKind::Paid => Pay { worker, fen, note, seen: None, ahead: false }.into(),
                }
            }
        };
        let event = self.ledger.decide(Posting { id, day: Some(row.day), command })?;
        for entity in &event.entities {
            if let Entity::Issue(issue) = entity {
                self.issues.entry((issue.worker, issue.line, issue.step)).or_default().push(issue.id);
            }
        }
        Ok(event.kind())
    }

    fn work(
        &self,
        deed: Deed,
        worker: WorkerId,
        line: LineId,
        step: StepNo,
        pieces: Pieces,
        row: &NotebookRow,
    ) -> Result<Command, Fault> {
        let none = Pieces::ZERO;
        let (made, accepted, rework, scrapped) = match deed {
            Deed::Issued => {
                return Ok(IssueShares { line, step, shares: vec![Share { worker, pieces }], seen: None }.into());
            }
            Deed::Returned => {
                let held = self.held(worker, line, step, Made::Fresh).into_iter().rev();
                let parts = self.drawn(held, worker, line, step, Made::Fresh, pieces)?;
                let parts = parts.into_iter().map(|part| (part.issue, part.pieces)).collect();
                return Ok(TakeBack { parts, note: row.note.clone() }.into());
            }
            Deed::Accepted => (Made::Fresh, true, false, false),
            Deed::SentBack => (Made::Fresh, false, true, false),
            Deed::Scrapped => (Made::Fresh, false, false, true),
            Deed::AcceptedAfterRework => (Made::Again, true, false, false),
            Deed::ScrappedInRework => (Made::Again, false, false, true),
        };
        let held = self.held(worker, line, step, made).into_iter();
        let parts = self.drawn(held, worker, line, step, made, pieces)?;
        let parts = parts
            .into_iter()
            .map(|Held { issue, pieces }| CountPart {
                issue,
                made,
                accepted: if accepted { pieces } else { none },
                rework: if rework { pieces } else { none },
                scrapped: if scrapped { pieces } else { none },
                seen: None,
            })
            .collect();
        Ok(Count { worker, parts, reason: row.note.clone(), declared: None }.into())
    }

    /// What her issues of a step still hold, oldest first.
    fn held(&self, worker: WorkerId, line: LineId, step: StepNo, made: Made) -> Vec<Held> {
        let place = |issue| match made {
            Made::Fresh => Place::Hand { line, issue, worker },
            Made::Again => Place::Redo { line, issue, worker },
        };
        let issues = self.issues.get(&(worker, line, step)).map_or(&[][..], Vec::as_slice);
        issues.iter().map(|issue| Held { issue: *issue, pieces: self.books().pieces_at(place(*issue)) }).collect()
    }

    fn drawn(
        &self,
        held: impl Iterator<Item = Held>,
        worker: WorkerId,
        line: LineId,
        step: StepNo,
        made: Made,
        pieces: Pieces,
    ) -> Result<Vec<Held>, Refusal> {
        draw(held, pieces).ok_or_else(|| Refusal::NotEnough {
            place: match made {
                Made::Fresh => crate::journal::PlaceKind::Hand,
                Made::Again => crate::journal::PlaceKind::Redo,
            },
            have: self.held(worker, line, step, made).iter().map(|held| held.pieces).sum(),
            asked: pieces,
        })
    }

    fn worker(&self, code: &Code) -> Result<WorkerId, Fault> {
        self.workers.get(code).copied().ok_or_else(|| Fault::unknown(Field::Worker, Thing::Worker, code))
    }

    fn line(&self, order: &Code, style: &Code, variant: &Variant) -> Result<LineId, Fault> {
        let Some(lines) = self.lines.get(&(order.clone(), style.clone())) else {
            return Err(if self.lines.keys().any(|(known, _)| known == order) {
                Fault::unknown(Field::Style, Thing::Line, style)
            } else {
                Fault::unknown(Field::Order, Thing::Order, order)
            });
        };
        let of = |id: &LineId| self.books().lines.get(id);
        let meant: Vec<LineId> = match variant.is_empty() {
            true => lines.clone(),
            false => lines.iter().copied().filter(|id| of(id).is_some_and(|line| line.variant == *variant)).collect(),
        };
        // One that was struck out, or cancelled before anybody had any of it, is meant by nobody.
        let ordered: Vec<LineId> =
            meant.iter().copied().filter(|id| of(id).is_some_and(|line| line.pieces.any())).collect();
        match if ordered.is_empty() { &meant } else { &ordered }.as_slice() {
            [line] => Ok(*line),
            [] => Err(Fault { field: Some(Field::Variant), why: RowFault::unknown_variant(style, variant) }),
            [one, others @ ..] => {
                let order_of = |id: &LineId| of(id).map(|line| line.order);
                Err(if others.iter().any(|other| order_of(other) != order_of(one)) {
                    Fault { field: Some(Field::Order), why: RowFault::Ambiguous { code: order.to_string() } }
                } else {
                    Fault { field: Some(Field::Variant), why: RowFault::VariantMissing { code: style.to_string() } }
                })
            }
        }
    }

    fn step(&self, line: LineId, code: &Code) -> Result<StepNo, Fault> {
        let style = self.books().lines.get(&line).and_then(|line| self.books().styles.get(&line.style));
        style.and_then(|style| style.step_no(code)).ok_or_else(|| Fault::unknown(Field::Step, Thing::Step, code))
    }

    /// Whether a refused row is short only of what faulty rows above would have brought.
    fn follows(&mut self, row: &Sketch<'_>, why: &RowFault) -> bool {
        let worker = row.worker.and_then(|code| self.workers.get(code)).copied();
        if let (RowFault::Refused(Refusal::MoreThanOwed { owed }), Some(worker)) = (why, worker) {
            let asked = row.amount.unwrap_or_default();
            return self.doubts.explain(Spot::Owed(worker), asked.0 - owed.0);
        }
        let Some((line, step)) = self.spot(row) else { return false };
        match (why, row.kind) {
            (RowFault::Refused(Refusal::NotEnough { have, asked, .. }), Some(EntryKind::Work(deed))) => {
                let spot = match deed {
                    Deed::Issued => Spot::Pool(line, step),
                    Deed::Accepted | Deed::SentBack | Deed::Scrapped | Deed::Returned => Spot::Hand(line, step, worker),
                    Deed::AcceptedAfterRework | Deed::ScrappedInRework => Spot::Redo(line, step, worker),
                };
                self.doubts.explain(spot, asked.0 - have.0)
            }
            (RowFault::Refused(Refusal::NothingToReplace { most }), _) => {
                let asked = row.pieces.unwrap_or_default();
                self.doubts.explain(Spot::Lost(line), asked.0 - most.0)
            }
            _ => false,
        }
    }

    /// Remembers what a row that was not posted would have brought: where its entry cannot be read, all that it could.
    fn doubt(&mut self, row: &Sketch<'_>) {
        match row.kind {
            Some(kind) => self.doubt_as(row, kind),
            None => EntryKind::ALL.into_iter().for_each(|kind| self.doubt_as(row, kind)),
        }
    }

    fn doubt_as(&mut self, row: &Sketch<'_>, kind: EntryKind) {
        let worker = row.worker.and_then(|code| self.workers.get(code)).copied();
        let most = row.pieces.map_or(i64::MAX, |pieces| pieces.0);
        let Some((line, step)) = self.spot(row) else {
            match (kind, worker) {
                (EntryKind::Work(_) | EntryKind::Replaced, _) => self.doubts.raise(Spot::Anywhere, most),
                (EntryKind::Money(MoneyKind::Bonus), Some(worker)) => {
                    self.doubts.raise(Spot::Owed(worker), row.amount.unwrap_or(Fen::MOST).0);
                }
                (EntryKind::Money(_), _) => {}
            }
            return;
        };
        // No more than it said, and no more than it could have found, what is in doubt there included.
        let pool = self.books().pieces_at(Place::Pool { line, step }).0;
        let home = |this: &Self, made| {
            let of = |worker| this.held(worker, line, step, made).iter().map(|held| held.pieces.0).sum::<i64>();
            worker.map_or_else(|| this.workers.values().map(|worker| of(*worker)).sum(), of)
        };
        let could = |this: &Self, there: i64, spot| most.min(there.saturating_add(this.doubts.at(spot)));
        let hand = could(self, home(self, Made::Fresh), Spot::Hand(line, step, worker));
        let redo = could(self, home(self, Made::Again), Spot::Redo(line, step, worker));
        let onward = Spot::Pool(line, step.next());
        let style = self.books().lines.get(&line).map(|line| line.style);
        let rates = self.books().rates.values().filter(|rate| Some(rate.style) == style && rate.step == step);
        let rate = rates.map(|rate| rate.rate.0).max().unwrap_or_default();
        let owed = |this: &mut Self, pieces: i64| {
            if let Some(worker) = worker {
                this.doubts.raise(Spot::Owed(worker), pieces.saturating_mul(rate));
            }
        };
        match kind {
            EntryKind::Work(Deed::Issued) => {
                let issued = could(self, pool, Spot::Pool(line, step));
                self.doubts.raise(Spot::Hand(line, step, worker), issued);
            }
            EntryKind::Work(Deed::Accepted) => {
                self.doubts.raise(onward, hand);
                owed(self, hand);
            }
            EntryKind::Work(Deed::AcceptedAfterRework) => {
                self.doubts.raise(onward, redo);
                owed(self, redo);
            }
            EntryKind::Work(Deed::SentBack) => self.doubts.raise(Spot::Redo(line, step, worker), hand),
            EntryKind::Work(Deed::Scrapped) => self.doubts.raise(Spot::Lost(line), hand),
            EntryKind::Work(Deed::ScrappedInRework) => self.doubts.raise(Spot::Lost(line), redo),
            EntryKind::Work(Deed::Returned) => self.doubts.raise(Spot::Pool(line, step), hand),
            EntryKind::Replaced => {
                let most = self.books().lines.get(&line).map_or(0, |line| replaceable(self.books(), line).0);
                let replaced = could(self, most, Spot::Lost(line));
                self.doubts.raise(Spot::Pool(line, StepNo::FIRST), replaced);
            }
            EntryKind::Money(_) => {}
        }
    }

    fn spot(&self, row: &Sketch<'_>) -> Option<(LineId, StepNo)> {
        let line = self.line(row.order?, row.style?, row.variant).ok()?;
        let step = match row.step {
            Some(step) => self.step(line, step).ok()?,
            None if row.kind == Some(EntryKind::Replaced) => StepNo::FIRST,
            None => return None,
        };
        Some((line, step))
    }
}
