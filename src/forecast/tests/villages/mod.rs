//! Made-up villages of different habits, each with a number: the same number is the same village.
//!
//! 12 to 24 women who can do some two thirds of all steps, 8 to 16 orders of 1 to 3 styles of 2 to 4 steps, 200 to 1,200 pieces,
//! to be ready in 10 to 30 days, over some eighty days. They know nothing of the forecast: women have paces of their own at each
//! step, keep pieces that are half made, come late, and follow habits for which the forecast need not have a rule.
//!
//! Those with numbers from 1 on are there to try things on; the figures that are told come from [`JUDGING`], which nobody looked
//! at before.
#![expect(clippy::cast_precision_loss, reason = "small numbers of a made-up village")]

use super::ledger;

mod chance;
mod given;
mod habits;
mod life;
mod notes;
mod people;

pub use habits::VILLAGES;
pub use life::live;

/// The numbers of the villages that judge.
pub const JUDGING: std::ops::RangeInclusive<u64> = 1_001..=1_008;
