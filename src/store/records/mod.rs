//! Entities as rows: each describes its own table, and is read and written by the same few functions.

mod actor;
mod balance;
mod contact;
mod delivery;
mod order;
mod people;
mod photo;
mod proposal;
mod record;
mod review;
mod rows;
mod settlement;
mod style;
mod terms;
mod voice;
mod wage;
mod work;

pub(super) use actor::actor;
pub(super) use balance::{accounts, places};
pub(super) use record::{Record, Want, columns_of, read};
pub(super) use rows::Rows;

use super::{BoxFuture, StoreError};
use crate::journal::{Books, Kept};
use crate::model::entity::for_all_entities;
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list says which: one more needs no line here")
)]
use crate::model::*;
use crate::values::ids::WorkshopId;
use sqlx::AnyConnection;

macro_rules! for_each_record {
    ($($name:ident, $field:ident, $key:ty, $find:expr;)+) => {
        /// The rows that entities are kept as; of one that is named twice, the last.
        ///
        /// # Errors
        /// When what a row keeps as JSON cannot be written.
        pub(super) fn rows<'e>(entities: impl Iterator<Item = &'e Entity>) -> Result<Rows, StoreError> {
            let mut rows = Rows::default();
            for entity in entities {
                match entity {
                    $(Entity::$name(it) => rows.put_record(it)?,)+
                    // It stands in the workshop's own row, beside the chain's end.
                    Entity::Approval(_) => {}
                }
            }
            Ok(rows)
        }

        /// Reads all entities and balances of a workshop. Events are not among them.
        pub(super) fn read_all<'a>(
            db: &'a mut AnyConnection,
            workshop: WorkshopId,
            books: &'a mut Books,
        ) -> BoxFuture<'a, ()> {
            Box::pin(async move {
                $(read::<$name>(Want::All, db, workshop, books).await?;)+
                places(Want::All, db, workshop, books).await?;
                accounts(Want::All, db, workshop, books).await
            })
        }

        /// What differs between the books as they are kept and as they follow from the events, entity by entity.
        pub(super) fn differences(kept: &Books, due: &Books, tell: &mut impl FnMut(String)) {
            $(differ(<$name as Record>::TABLE.name, $name::all(kept), $name::all(due), tell);)+
            differ("places", &kept.places, &due.places, tell);
            differ("accounts", &kept.accounts, &due.accounts, tell);
        }
    };
}

for_all_entities!(for_each_record);

fn differ<K: Ord + std::fmt::Debug, V: PartialEq + std::fmt::Debug>(
    table: &str,
    kept: &std::collections::BTreeMap<K, V>,
    due: &std::collections::BTreeMap<K, V>,
    tell: &mut impl FnMut(String),
) {
    for (id, it) in due {
        if kept.get(id) != Some(it) {
            tell(format!("{table} {id:?} should be {it:?}, and is {:?}", kept.get(id)));
        }
    }
    for id in kept.keys().filter(|id| !due.contains_key(id)) {
        tell(format!("{table} {id:?} follows from no event"));
    }
}
