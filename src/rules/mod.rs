//! The rules: a file a command, each with who may ask it, the numbers it may hold, what it needs to know, what follows from it,
//! and what its correction needs. No IO and no clock.

mod approval;
mod closed;
mod correct;
pub mod decide;
pub mod decision;
mod delivery;
pub mod need;
pub mod order;
mod pay;
mod people;
mod photo;
pub mod plausibility;
pub mod refusal;
mod routing;
pub(crate) mod rule;
mod settle;
mod style;
mod terms;
mod voice;
mod wage;
pub mod work;

#[cfg(test)]
mod tests;
