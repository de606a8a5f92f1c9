//! The split 派活: jobs shared out among workers, fair and in time, and why.
//!
//! Pure, and our own: [`split`] takes an [`Instance`] and makes a [`Plan`]. The same instance always has the same plan.
//!
//! - Shares are whole packs, but for locked ones and at most one more of each job; smallest and largest shares hold.
//! - What a worker is given fits into her time: for every day on which something is due, all that is due by then, and her work
//!   in hand, fits into what she offers until then. Locks alone may ask for more.
//! - As many pieces as can be are placed; then work follows time ([`Policy`]).
//!
//! For one job, more pieces never mean fewer for anyone, unless there are smallest shares: with those nobody can promise it.
//! (A woman who takes thirty or none takes none of twenty pieces, and her neighbour all; of sixty she takes thirty, and so her
//! neighbour's share may fall.)
//!
//! It calculates in plain whole numbers: every time here is in hundredths of a minute.

mod chain;
#[cfg(feature = "reading")]
pub mod exchange;
mod fill;
mod help;
mod instance;
mod plan;
mod pour;
mod prices;
mod refine;
mod refit;
mod search;
mod sharing;
mod time;
mod trade;
mod work_out;

pub(crate) use time::{after, least};

pub use help::Help;
pub use instance::{Can, Instance, Job, Policy, Worker};
pub use plan::{By, Measures, Plan, Reason, Share, ShareReason, Unplaced, split};
pub use time::working_days;

#[cfg(test)]
mod tests;
