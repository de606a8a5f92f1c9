//! What pages read, on both engines.

mod count;
mod orders;
mod pool;
mod split;
mod today;
