//! Where the books hold the things of each sort.

use super::Books;
use crate::model::entity::for_all_entities;
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list says which: one more needs no line here")
)]
use crate::model::*;
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
        pub(super) fn put(books: &mut Books, entity: Entity) {
            match entity {
                $(Entity::$name(it) => drop($name::all_mut(books).insert(it.key(), it)),)+
                Entity::Approval(approval) => books.approval = approval.on,
            }
        }
    };
}

for_all_entities!(keep);
