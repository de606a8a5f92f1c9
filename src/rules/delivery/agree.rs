//! Confirmed after all, as agreed with the firm.

use crate::journal::{Books, Flow, Place, Transfer};
use crate::model::Agree;
use crate::rules::decision::{Decision, Moment};
use crate::rules::delivery::returned::{line_of, moved};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;

impl Rule for Agree {
    fn within_limits(&self) -> bool {
        self.pieces.is_entry()
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        let mut needs = Need::delivery(books, self.delivery);
        needs.push(Need::Place(self.came.place(self.line, self.delivery)));
        needs
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let line = line_of(books, self.delivery, self.line)?;
        let order = books.orders.get(&line.order).ok_or(Refusal::unknown(Thing::Order))?;
        let from = self.came.place(line.id, self.delivery);
        let to = Place::Confirmed { line: line.id, delivery: self.delivery };
        let mut decision = moved(Flow::Agreed, self.pieces, from, to, &self.note);
        // At the price of the answer, whatever the line costs by now.
        let delivery = books.deliveries.get(&self.delivery).ok_or(Refusal::unknown(Thing::Delivery))?;
        let sent = delivery.lines.iter().find(|sent| sent.line == line.id);
        let owed = sent.and_then(|sent| sent.price).unwrap_or(line.price).times(self.pieces);
        if owed.0 > 0 {
            decision.transfers.push(Transfer::charged_to(order.firm, owed));
        }
        Ok(decision)
    }
}
