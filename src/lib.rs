//! The ledger of Petalwork: what is true of a village workshop's pieces and money, and how it is kept.
//!
//! Every write takes one road: parse (the small types here) → [`decide`] (pure: what is
//! true now, what is asked → what happens, or a [`Refusal`]) → post (`store`, one transaction).
//! Nothing outside `store` does IO or reads a clock.

pub mod clock;
pub mod command;
pub mod day;
pub mod forecast;
pub mod ids;
pub mod journal;
pub mod money;
pub mod noun;
pub mod pieces;
pub mod refusal;
pub mod text;

pub mod approval;
mod bounds;
pub mod correction;
mod decide;
pub mod delivery;
pub mod order;
pub mod pace;
pub mod pay;
pub mod people;
pub mod settlement;
pub mod split;
pub mod style;
pub mod terms;
pub mod unusual;
pub mod wage;
pub mod work;

#[cfg(feature = "writing")]
pub mod export;
#[cfg(feature = "reading")]
pub mod import;
#[cfg(feature = "reading")]
pub mod reading;
#[cfg(feature = "store")]
pub mod store;

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod village;

pub use command::Command;
pub use decide::{Decided, Decision, Moment, decide, would};
pub use refusal::Refusal;
