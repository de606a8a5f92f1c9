//! Putting a photo to a style, a step or an order, and taking it away.

use crate::journal::{Books, Entry};
use crate::model::{Entity, Photo, Pictured, SetPhoto};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::EventId;
use crate::values::picture::PictureHash;

impl Rule for SetPhoto {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        let thing = match self.of {
            Pictured::Style(style) | Pictured::Step(style, _) => Need::Style(style),
            Pictured::Order(order) => Need::Order(order),
        };
        vec![thing, Need::PhotosOf(self.of)]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        is_there(books, self.of)?;
        if photo_of(books, self.of) != self.was {
            return Err(Refusal::PhotoChanged);
        }
        if self.picture == self.was {
            return Err(Refusal::Unchanged);
        }
        let photo = Photo { of: self.of, picture: self.picture };
        Ok(Decision { entities: vec![photo.into()], ..Decision::default() })
    }

    fn correction_needs(&self, books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        self.needs(books)
    }

    fn undone(
        &self,
        books: &Books,
        _event: EventId,
        _entry: &Entry,
        _correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        if photo_of(books, self.of) != self.picture {
            return Err(Refusal::ChangedSince);
        }
        Ok(vec![Photo { of: self.of, picture: self.was }.into()])
    }
}

fn photo_of(books: &Books, of: Pictured) -> Option<PictureHash> {
    books.photos.get(&of).and_then(|photo| photo.picture)
}

/// Whether there is such a thing; an order that was struck out gets no photo any more.
fn is_there(books: &Books, of: Pictured) -> Result<(), Refusal> {
    match of {
        Pictured::Style(id) => books.styles.get(&id).map(|_| ()).ok_or(Refusal::unknown(Thing::Style)),
        Pictured::Step(id, no) => {
            let style = books.styles.get(&id).ok_or(Refusal::unknown(Thing::Style))?;
            style.step(no).map(|_| ()).ok_or(Refusal::unknown(Thing::Step))
        }
        Pictured::Order(id) => {
            let order = books.orders.get(&id).ok_or(Refusal::unknown(Thing::Order))?;
            if order.is_struck() { Err(Refusal::OrderStruck) } else { Ok(()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::model::Correct;
    use crate::testing::village::{ONE, TWO, Village, note};
    use crate::values::ids::{OrderId, StepNo, StyleId};

    fn picture(n: u8) -> Option<PictureHash> {
        Some(crate::testing::village::picture(n).hash())
    }

    #[test]
    fn a_photo_is_put_replaced_taken_away_and_each_can_be_undone() {
        let mut v = Village::new();
        let line = v.order("A-1", v.rose, 10);
        for of in [Pictured::Style(v.peony), Pictured::Step(v.peony, TWO), Pictured::Order(v.order_of(line))] {
            let mut set = |was, picture| v.ask(SetPhoto { of, was, picture });
            let first = set(None, picture(1)).expect("put");
            assert_eq!(set(None, picture(2)), Err(Refusal::PhotoChanged), "a page from before");
            assert_eq!(set(picture(1), picture(1)), Err(Refusal::Unchanged));
            let second = set(picture(1), picture(2)).expect("replaced");
            let undo = |event: &crate::journal::Event| {
                Command::Correct(Correct { event: event.id, reason: note("拍错了") })
            };
            assert_eq!(v.ask(undo(&first)), Err(Refusal::ChangedSince));
            v.ask(undo(&second)).expect("undone");
            assert_eq!(photo_of(&v.books, of), picture(1));
            let gone = v.ask(SetPhoto { of, was: picture(1), picture: None }).expect("taken away");
            assert_eq!(photo_of(&v.books, of), None);
            v.ask(undo(&gone)).expect("put back");
            assert_eq!(photo_of(&v.books, of), picture(1));
        }
    }

    #[test]
    fn what_is_not_there_gets_none() {
        let mut v = Village::new();
        for (of, thing) in [
            (Pictured::Style(StyleId(777)), Thing::Style),
            (Pictured::Step(StyleId(777), ONE), Thing::Style),
            (Pictured::Step(v.peony, StepNo(9)), Thing::Step),
            (Pictured::Order(OrderId(777)), Thing::Order),
        ] {
            assert_eq!(v.ask(SetPhoto { of, was: None, picture: picture(1) }), Err(Refusal::unknown(thing)), "{of:?}");
        }
    }
}
