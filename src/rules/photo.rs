//! Putting a photo to a style, a step, an order or a count, and taking it away.

use crate::Command;
use crate::journal::{Books, Entry, Flow};
use crate::model::{Entity, Photo, Pictured, SetPhoto};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule};
use crate::values::ids::EventId;
use crate::values::picture::PictureHash;

impl Rule for SetPhoto {
    /// Who counts may show what was wrong; a thing of the workshop is the coordinator's to picture.
    fn askers(&self) -> Askers {
        match self.of {
            Pictured::Count(_) => Askers::CoordinatorOrHelper,
            Pictured::Style(_) | Pictured::Step(..) | Pictured::Order(_) => Askers::Coordinator,
        }
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let thing = match self.of {
            Pictured::Style(style) | Pictured::Step(style, _) => Need::Style(style),
            Pictured::Order(order) => Need::Order(order),
            Pictured::Count(count) => Need::Event(count),
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
        Pictured::Count(id) => spoiled_some(books, id),
    }
}

/// Whether it is a count that stands and sent back or scrapped pieces: there is nothing wrong to be seen on others.
fn spoiled_some(books: &Books, count: EventId) -> Result<(), Refusal> {
    let entry = books.entries.get(&count).filter(|entry| matches!(entry.asked, Command::Count(_)));
    let entry = entry.ok_or(Refusal::unknown(Thing::Event))?;
    if entry.reversed_by.is_some() {
        return Err(Refusal::Corrected);
    }
    let mut flows = entry.moves.iter().map(|step| step.flow);
    let spoiled = flows.any(|flow| matches!(flow, Flow::SentBack | Flow::Scrapped));
    if spoiled { Ok(()) } else { Err(Refusal::NoneSpoiled) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, Correct, Made};
    use crate::testing::village::{COORDINATOR, ONE, TWO, Village, note};
    use crate::values::ids::{OrderId, StepNo, StyleId, UserId};

    fn picture(n: u8) -> Option<PictureHash> {
        Some(crate::testing::village::picture(n).hash())
    }

    #[test]
    fn a_photo_is_put_replaced_taken_away_and_each_can_be_undone() {
        let mut v = Village::new();
        let line = v.order("A-1", v.rose, 10);
        let issue = v.issue(line, ONE, v.fang, 10);
        let count = Pictured::Count(v.count(issue, 8, 2, 0));
        for of in [Pictured::Style(v.peony), Pictured::Step(v.peony, TWO), Pictured::Order(v.order_of(line)), count] {
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
            (Pictured::Count(v.next_id()), Thing::Event),
            // What is no count.
            (Pictured::Count(v.events[0].id), Thing::Event),
        ] {
            assert_eq!(v.ask(SetPhoto { of, was: None, picture: picture(1) }), Err(Refusal::unknown(thing)), "{of:?}");
        }
    }

    #[test]
    fn a_count_gets_one_where_it_stands_and_spoiled_some() {
        let mut v = Village::new();
        let line = v.order("A-1", v.rose, 40);
        let issue = v.issue(line, ONE, v.fang, 40);
        let put = |count| SetPhoto { of: Pictured::Count(count), was: None, picture: picture(1) };
        let good = v.count(issue, 10, 0, 0);
        assert_eq!(v.refused(put(good)), Refusal::NoneSpoiled);
        let sent_back = v.count(issue, 4, 6, 0);
        v.done(put(sent_back));
        let scrapped = v.done(v.a_count(issue, Made::Again, [0, 0, 2]));
        v.done(put(scrapped));
        // Once it is undone, it says nothing any more of what she made; what was put can still be taken back.
        let undone = v.count(issue, 9, 0, 1);
        let photo = v.done(put(undone));
        v.correct(undone).expect("undone");
        assert_eq!(v.refused(SetPhoto { was: picture(1), picture: picture(2), ..put(undone) }), Refusal::Corrected);
        v.correct(photo).expect("taken back");
        assert_eq!(photo_of(&v.books, Pictured::Count(undone)), None);
    }

    #[test]
    fn who_helps_pictures_counts_and_nothing_else_and_nobody_does_from_outside() {
        let mut v = Village::new();
        let line = v.order("A-1", v.rose, 10);
        let issue = v.issue(line, ONE, v.fang, 10);
        let count = Pictured::Count(v.count(issue, 8, 2, 0));
        let things = [count, Pictured::Style(v.rose), Pictured::Step(v.rose, ONE), Pictured::Order(v.order_of(line))];
        for (actor, allowed) in [
            (COORDINATOR, [true; 4]),
            (Actor::Operator, [true; 4]),
            (Actor::Helper { user: UserId(3) }, [true, false, false, false]),
            (Actor::Worker { worker: v.fang }, [false; 4]),
            (Actor::Firm { firm: v.huarui }, [false; 4]),
        ] {
            for (of, allowed) in things.into_iter().zip(allowed) {
                let said = v.clone().ask_as(actor, v.today, SetPhoto { of, was: None, picture: picture(1) });
                assert_eq!(said.err(), (!allowed).then_some(Refusal::NotYours), "{actor:?} {of:?}");
            }
        }
        let helper = Actor::Helper { user: UserId(3) };
        v.ask_as(helper, v.today, SetPhoto { of: count, was: None, picture: picture(1) }).expect("put");
        v.ask_as(helper, v.today, SetPhoto { of: count, was: picture(1), picture: picture(2) }).expect("replaced");
        v.ask_as(helper, v.today, SetPhoto { of: count, was: picture(2), picture: None }).expect("taken away");
    }

    #[test]
    fn where_a_second_one_approves_a_photo_waits_for_nobody() {
        let mut v = Village::new();
        let line = v.order("A-1", v.rose, 10);
        let issue = v.issue(line, ONE, v.fang, 10);
        let of = Pictured::Count(v.count(issue, 8, 2, 0));
        v.books.approval = true;
        v.done(SetPhoto { of, was: None, picture: picture(1) });
        assert_eq!(photo_of(&v.books, of), picture(1));
    }
}
