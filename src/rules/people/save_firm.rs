//! Saving a firm.

use crate::journal::Books;
use crate::model::{Entity, Firm, SaveFirm};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::FirmId;

impl Rule for SaveFirm {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        let mut needs = vec![Need::FirmNamed(self.name.clone())];
        needs.extend(self.firm.map(Need::Firm));
        needs
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        if books.firms.values().any(|other| other.name == self.name && Some(other.id) != self.firm) {
            return Err(Refusal::Exists { thing: Thing::Firm, code: self.name.to_string() });
        }
        let id = match self.firm {
            None => FirmId(books.last_id + 1),
            Some(id) => books.firms.get(&id).map(|old| old.id).ok_or(Refusal::unknown(Thing::Firm))?,
        };
        Ok(Decision { entities: vec![Entity::Firm(Firm { id, name: self.name.clone() })], ..Decision::default() })
    }
}
