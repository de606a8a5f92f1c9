//! Where the books hold the things of each sort.

use super::Books;
use crate::model::entity::for_all_entities;
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list says which: one more needs no line here")
)]
use crate::model::*;
use crate::values::clip_name::ClipName;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Something that the books hold by its key.
pub trait Kept: Keyed + Clone + Debug + PartialEq {
    /// All that the books know of.
    fn all(books: &Books) -> &BTreeMap<Self::Key, Self>;

    /// The same, to be changed.
    fn all_mut(books: &mut Books) -> &mut BTreeMap<Self::Key, Self>;
}

macro_rules! keep {
    ($($name:ident, $field:ident, $key:ty, $find:expr;)+) => {
        $(impl Kept for $name {
            fn all(books: &Books) -> &BTreeMap<$key, Self> {
                &books.$field
            }

            fn all_mut(books: &mut Books) -> &mut BTreeMap<$key, Self> {
                &mut books.$field
            }
        })+

        /// Puts it in the place of what was there under its key.
        fn put(books: &mut Books, entity: Entity) {
            match entity {
                $(Entity::$name(it) => drop($name::all_mut(books).insert(it.key(), it)),)+
                Entity::Approval(approval) => books.approval = approval.on,
            }
        }
    };
}

for_all_entities!(keep);

impl Books {
    /// Takes an entity as it now stands.
    pub fn learn(&mut self, entity: Entity) {
        self.last_id = self.last_id.max(entity.number());
        if let Entity::Slip(slip) = &entity {
            let (worker, until) = (slip.worker, slip.until);
            let settled: Vec<Day> = self.unsettled_of(worker, until).map(|(day, _)| day).collect();
            for day in settled {
                self.unsettled.remove(&(worker, day));
            }
            self.settled_through = self.settled_through.max(Some(until));
        }
        put(self, entity);
    }
}
