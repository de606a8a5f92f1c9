//! What pages read, on both engines.

mod count;
mod orders;
mod outlook;
mod pool;
mod split;
mod today;
