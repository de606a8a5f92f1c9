//! Pay day: who is owed what, and paying many at once.

mod list;
mod many;

pub use list::PayPage;
