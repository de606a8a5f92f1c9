//! Orders 订单: opening one, and replacing 补做 what was lost of it.

use crate::day::Day;
use crate::decide::Decision;
use crate::ids::{FirmId, LineId, OrderId, StepNo, StyleId};
use crate::journal::{Books, Flow, Move, Place, PlaceKind};
use crate::money::Fen;
use crate::noun::{Line, Noun, Order};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::{Code, Note};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A line as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLine {
    pub style: StyleId,
    pub pieces: Pieces,
    /// What the firm pays for a piece.
    pub price: Fen,
    /// Pieces in a pack, at least 1.
    pub pack: Pieces,
    pub note: Note,
}

/// Opens an order: its pieces enter the pool of the first step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenOrder {
    pub firm: FirmId,
    pub code: Code,
    pub placed: Day,
    pub due: Day,
    pub lines: Vec<NewLine>,
    pub note: Note,
}

impl OpenOrder {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        books.firms.get(&self.firm).ok_or(Refusal::unknown(Thing::Firm))?;
        if self.due < self.placed {
            return Err(Refusal::DueFirst { placed: self.placed, due: self.due });
        }
        if self.lines.is_empty() {
            return Err(Refusal::NoLines);
        }
        // A number belongs to its firm: two firms may both call an order "1".
        if books.orders.values().any(|other| other.firm == self.firm && other.code == self.code) {
            return Err(Refusal::Exists { thing: Thing::Order, code: self.code.to_string() });
        }
        let order = OrderId(books.last_id + 1);
        let mut decision = Decision {
            nouns: vec![Noun::Order(Order {
                id: order,
                firm: self.firm,
                code: self.code.clone(),
                placed: self.placed,
                due: self.due,
                note: self.note.clone(),
            })],
            ..Decision::default()
        };
        let mut styles = BTreeSet::new();
        for (no, ask) in (1..).zip(&self.lines) {
            let style = books.styles.get(&ask.style).ok_or(Refusal::unknown(Thing::Style))?;
            if !styles.insert(ask.style) {
                return Err(Refusal::Twice { code: style.code.to_string() });
            }
            if !ask.pieces.any() || !ask.pack.any() || ask.price < Fen::ZERO {
                return Err(Refusal::Nothing);
            }
            let line = LineId(order.0 + no);
            let last_step = StepNo(i64::try_from(style.steps.len()).unwrap_or(i64::MAX));
            decision.nouns.push(Noun::Line(Line {
                id: line,
                order,
                no,
                style: ask.style,
                pieces: ask.pieces,
                price: ask.price,
                pack: ask.pack,
                last_step,
                note: ask.note.clone(),
            }));
            decision.moves.push(Move::new(
                Flow::Opened,
                ask.pieces,
                Place::Ordered { line },
                Place::Pool { line, step: StepNo::FIRST },
            ));
        }
        Ok(decision)
    }
}

/// Replaces 补做 pieces that were spoiled or written off: that many more enter the pool of the first step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replace {
    pub line: LineId,
    pub pieces: Pieces,
}

impl Replace {
    pub(crate) fn decide(&self, books: &Books) -> Result<Decision, Refusal> {
        let line = books.lines.get(&self.line).ok_or(Refusal::unknown(Thing::Line))?;
        let most = replaceable(books, line);
        if self.pieces > most {
            return Err(Refusal::NothingToReplace { most });
        }
        Ok(Decision {
            moves: vec![Move::new(
                Flow::Replaced,
                self.pieces,
                Place::Ordered { line: self.line },
                Place::Pool { line: self.line, step: StepNo::FIRST },
            )],
            ..Decision::default()
        })
    }
}

/// How many pieces of a line can still be replaced: what is lost, less what was replaced already.
///
/// All that was ever opened is minus the balance of `ordered`; what is beyond the line's own count was replaced.
#[must_use]
pub fn replaceable(books: &Books, line: &Line) -> Pieces {
    let lost: i64 = books
        .places
        .iter()
        .filter(|(place, _)| {
            place.line() == line.id && matches!(place.kind(), PlaceKind::Scrap | PlaceKind::WrittenOff)
        })
        .map(|(_, pieces)| pieces.0)
        .sum();
    let opened = -books.pieces_at(Place::Ordered { line: line.id }).0;
    Pieces((lost - (opened - line.pieces.0)).max(0))
}

#[cfg(test)]
mod tests;
