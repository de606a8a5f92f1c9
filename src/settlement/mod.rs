//! Settlement 结算: what each worker earned and was given until a day, written down and never changed.
//!
//! A worker's periods follow each other without a gap: each begins on the day after the last. So every transfer of hers is in
//! exactly one slip, or in none yet; and nothing that touches her can be written down any more for a day that was settled. What
//! turns out wrong later is corrected later, and stands in a later slip.

mod closed;
mod settle;
mod slip;
mod tally;

pub(crate) use closed::{open, rate_open};
pub use settle::Settle;
pub use slip::Slip;
pub use tally::Tally;

#[cfg(test)]
mod tests;
