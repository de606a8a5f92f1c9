//! Changing what the firm pays for a piece: for all that it has not confirmed yet.

use super::change::{changed, is_last, later_needs, line_needs, standing_line};
use crate::journal::{Books, Entry, PlaceKind};
use crate::model::{ChangePrice, Command, Entity, Line, OrderChange};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;
use crate::values::ids::EventId;
use crate::values::money::Fen;

/// The line at another price, and that the event changed it.
fn priced(books: &Books, line: &Line, price: Fen, event: EventId) -> Vec<Entity> {
    let former_price = Some((line.id, line.price));
    let change = OrderChange { former_price, ..changed(books, event, line.order) };
    vec![Line { price, ..line.clone() }.into(), change.into()]
}

impl Rule for ChangePrice {
    fn within_limits(&self) -> bool {
        self.price.is_entry()
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = line_needs(books, self.line);
        needs.push(Need::PlacesOf(self.line));
        needs
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let line = standing_line(books, self.line)?;
        if line.price != self.was {
            return Err(Refusal::OrderChanged);
        }
        if self.price == self.was {
            return Err(Refusal::Unchanged);
        }
        let places = books.places.iter().filter(|(place, _)| place.line() == line.id);
        let confirmed = places.filter(|(place, _)| place.kind() == PlaceKind::Confirmed).map(|(_, n)| *n).sum();
        if line.pieces <= confirmed {
            return Err(Refusal::AllConfirmed);
        }
        Ok(Decision { entities: priced(books, line, self.price, moment.id), ..Decision::default() })
    }

    fn correction_needs(&self, books: &Books, event: EventId, _entry: &Entry) -> Vec<Need> {
        let mut needs = line_needs(books, self.line);
        let order = books.lines.get(&self.line).map(|line| line.order);
        needs.extend(order.into_iter().flat_map(|order| later_needs(books, order, event)));
        needs
    }

    /// What was confirmed at the other price meanwhile stays as it was charged.
    fn undone(
        &self,
        books: &Books,
        event: EventId,
        _entry: &Entry,
        correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        let line = standing_line(books, self.line)?;
        let is_alike = |other: &Command| matches!(other, Command::ChangePrice(other) if other.line == self.line);
        is_last(books, line.order, event, is_alike)?;
        Ok(priced(books, line, self.was, correction))
    }
}
