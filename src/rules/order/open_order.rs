//! Opening an order: its pieces enter the pool of the first step.

use crate::journal::{Books, Entry, Flow, Move, Place};
use crate::model::{Entity, Line, OpenOrder, Order};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Rule, counts};
use crate::values::ids::{EventId, LineId, OrderId, StepNo};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Code;
use std::collections::BTreeSet;

impl Rule for OpenOrder {
    fn within_limits(&self) -> bool {
        self.lines.iter().all(|line| counts([line.pieces, line.pack]) && line.price.is_entry())
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::Firm(self.firm), Need::OrdersCoded(self.code.clone())];
        needs.extend(self.lines.iter().map(|line| Need::Style(line.style)));
        needs
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
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
            entities: vec![Entity::Order(Order {
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
            decision.entities.push(Entity::Line(Line {
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

    fn correction_needs(&self, books: &Books, _event: EventId, entry: &Entry) -> Vec<Need> {
        let lines = entry.moves.iter().map(|opened| opened.from.line());
        let orders = lines.clone().filter_map(|line| books.lines.get(&line)).map(|line| Need::Order(line.order));
        lines.map(Need::Line).chain(orders).collect()
    }

    /// An order that never was: its lines are of no pieces, so that none can be replaced, and its number is free.
    fn undone(
        &self,
        books: &Books,
        _event: EventId,
        entry: &Entry,
        _correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        let line = |id: LineId| books.lines.get(&id).ok_or(Refusal::unknown(Thing::Line));
        let lines = entry.moves.iter().map(|opened| line(opened.from.line())).collect::<Result<Vec<_>, _>>()?;
        let order = lines.first().and_then(|line| books.orders.get(&line.order));
        let order = order.ok_or(Refusal::unknown(Thing::Order))?;
        let struck = Entity::Order(Order { code: struck_code(order), ..order.clone() });
        let lines = lines.into_iter().map(|line| Entity::Line(Line { pieces: Pieces::ZERO, ..line.clone() }));
        Ok(std::iter::once(struck).chain(lines).collect())
    }
}

/// `HR-2026-091 ✕42`: a number of its own, since that of the order itself may be given again, and struck again.
fn struck_code(order: &Order) -> Code {
    let mark = format!(" ✕{}", order.id);
    let kept = Code::MOST.saturating_sub(mark.chars().count());
    let code: String = order.code.as_str().chars().take(kept).collect();
    Code::parse(&format!("{code}{mark}")).unwrap_or_else(|_| order.code.clone())
}
