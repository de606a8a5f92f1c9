//! The ledger of Petalwork: what is true of a village workshop's pieces and money, and how it is kept.
//!
//! Every write takes one road: parse (the small types here) → [`decide`] (pure: what is
//! true now, what is asked → what happens, or a [`Refusal`]) → post (`store`, one transaction).
//! Nothing outside `store` does IO or reads a clock.

pub mod journal;
pub mod model;
pub mod rules;
pub mod values;

pub mod forecast;
pub mod pace;
pub mod split;
pub mod trace;
pub mod wage;

#[cfg(feature = "writing")]
pub mod export;
#[cfg(feature = "reading")]
pub mod import;
#[cfg(feature = "reading")]
pub mod parse;
#[cfg(feature = "store")]
pub mod store;

#[cfg(test)]
mod testing;

pub use model::Command;
pub use rules::decide::{decide, would};
pub use rules::decision::{Decided, Decision, Moment};
pub use rules::refusal::Refusal;
