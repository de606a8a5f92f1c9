//! Changing the firm's number of an order, its due day or its note.

use super::change::{changed, is_last, later_needs, order_needs, standing};
use crate::journal::{Books, Entry};
use crate::model::{ChangeOrder, Command, Entity, Order, OrderHead};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::EventId;

impl Order {
    /// What stands above its lines and may change.
    #[must_use]
    pub fn head(&self) -> OrderHead {
        OrderHead { code: self.code.clone(), due: self.due, note: self.note.clone() }
    }

    /// It with another head.
    fn under(&self, books: &Books, head: &OrderHead) -> Result<Self, Refusal> {
        if head.due < self.placed {
            return Err(Refusal::DueFirst { placed: self.placed, due: head.due });
        }
        let mut others = books.orders.values().filter(|other| other.id != self.id && other.firm == self.firm);
        if others.any(|other| other.code == head.code) {
            return Err(Refusal::Exists { thing: Thing::Order, code: head.code.to_string() });
        }
        let OrderHead { code, due, note } = head.clone();
        Ok(Self { code, due, note, ..self.clone() })
    }
}

impl Rule for ChangeOrder {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        order_needs(self.order).into_iter().chain([Need::OrdersCoded(self.head.code.clone())]).collect()
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let order = standing(books, self.order)?;
        if order.head() != self.was {
            return Err(Refusal::OrderChanged);
        }
        if self.head == self.was {
            return Err(Refusal::Unchanged);
        }
        let order = order.under(books, &self.head)?;
        Ok(Decision {
            entities: vec![order.into(), changed(books, moment.id, self.order).into()],
            ..Decision::default()
        })
    }

    fn correction_needs(&self, books: &Books, event: EventId, _entry: &Entry) -> Vec<Need> {
        let mut needs = later_needs(books, self.order, event);
        needs.push(Need::OrdersCoded(self.was.code.clone()));
        needs
    }

    fn undone(
        &self,
        books: &Books,
        event: EventId,
        _entry: &Entry,
        correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        let order = standing(books, self.order)?;
        is_last(books, self.order, event, |other| matches!(other, Command::ChangeOrder(_)))?;
        Ok(vec![order.under(books, &self.was)?.into(), changed(books, correction, self.order).into()])
    }
}
