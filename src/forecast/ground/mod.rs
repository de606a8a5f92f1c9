//! The village that habits are learned of, in a form that is quick to go through: places in lists instead of ids, days as
//! numbers, and where its pieces are as days go by.

mod facts;
mod opening;
mod reading;
mod step;
mod whereabouts;

pub(super) use facts::{Ground, OrderFacts, Spot, weekday};
pub(super) use opening::{Now, first_day};
pub(super) use reading::steps;
pub(super) use step::Step;
pub(super) use whereabouts::{Opened, Pile, Whereabouts};
