//! Opening an order: its pieces enter the pool of the first step.

use crate::journal::{Books, Entry};
use crate::model::{Entity, Line, NewLine, OpenOrder, Order};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::{EventId, LineId, OrderId};
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

impl Rule for OpenOrder {
    fn within_limits(&self) -> bool {
        self.lines.iter().all(NewLine::within_limits)
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
        let mut lines: Vec<Line> = Vec::new();
        for (no, ask) in (1..).zip(&self.lines) {
            let (line, entering) = ask.enter(books, order, LineId(order.0 + no), lines.iter(), no)?;
            lines.push(line);
            decision.moves.push(entering);
        }
        decision.entities.extend(lines.into_iter().map(Entity::from));
        Ok(decision)
    }

    fn correction_needs(&self, books: &Books, _event: EventId, entry: &Entry) -> Vec<Need> {
        let lines = entry.moves.iter().map(|opened| opened.from.line());
        let orders = lines.clone().filter_map(|line| books.lines.get(&line)).map(|line| line.order);
        let orders = orders.flat_map(|order| [Need::Order(order), Need::LinesOf(order)]);
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
        let opened: BTreeMap<LineId, Pieces> =
            entry.moves.iter().map(|opened| (opened.from.line(), opened.pieces)).collect();
        let order = opened.keys().next().and_then(|line| books.lines.get(line)).map(|line| line.order);
        let order = order.and_then(|order| books.orders.get(&order)).ok_or(Refusal::unknown(Thing::Order))?;
        let lines = books.lines.values().filter(|line| line.order == order.id);
        // More pieces, fewer, or one more line: those are corrected first.
        let as_opened = |line: &Line| line.pieces == opened.get(&line.id).copied().unwrap_or_default();
        if !lines.clone().all(as_opened) {
            return Err(Refusal::ChangedSince);
        }
        let struck = Entity::Order(Order { code: order.struck_code(), ..order.clone() });
        let lines = lines.map(|line| Entity::Line(Line { pieces: Pieces::ZERO, ..line.clone() }));
        Ok(std::iter::once(struck).chain(lines).collect())
    }
}
