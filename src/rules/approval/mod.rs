//! Rules on what waits for a second coordinator.

mod approve;
mod decline;
mod open;
mod propose;
mod set_approval;
mod waits;
mod withdraw;

#[cfg(test)]
mod tests;
