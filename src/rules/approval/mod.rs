//! Rules on what waits for a second coordinator.

mod approve;
mod decline;
mod open;
mod propose;
mod set_approval;
mod waits;
mod withdraw;

pub(crate) use set_approval::FEWEST;

#[cfg(test)]
mod tests;
