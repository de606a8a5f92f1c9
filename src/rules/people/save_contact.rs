//! Noting how a worker is reached.

use crate::journal::{Books, Entry};
use crate::model::{Contact, Entity, SaveContact};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::EventId;

impl Rule for SaveContact {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Worker(self.worker), Need::Contact(self.worker)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        books.workers.get(&self.worker).ok_or(Refusal::unknown(Thing::Worker))?;
        let before = books.contacts.get(&self.worker).map(|contact| contact.details.clone());
        if before.clone().unwrap_or_default() == self.details {
            return Err(Refusal::SetAlready);
        }
        let contact = Contact { worker: self.worker, written: moment.id, details: self.details.clone(), before };
        Ok(Decision { entities: vec![Entity::Contact(contact)], ..Decision::default() })
    }

    fn correction_needs(&self, _books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        vec![Need::Contact(self.worker)]
    }

    /// What stood there before stands there again, unless something else was noted since.
    fn undone(&self, books: &Books, event: EventId, _entry: &Entry, by: EventId) -> Result<Vec<Entity>, Refusal> {
        let contact = books.contacts.get(&self.worker).filter(|contact| contact.written == event);
        let contact = contact.ok_or(Refusal::NothingToUndo)?;
        let details = contact.before.clone().unwrap_or_default();
        let before = Some(contact.details.clone());
        Ok(vec![Entity::Contact(Contact { worker: self.worker, written: by, details, before })])
    }
}
