//! The plan as the split page shows it: what is known, what is chosen, what follows, and how that is said.

mod board;
mod choices;
mod outcome;
mod said;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod truth;

pub(super) use board::Board;
pub(super) use choices::{Choices, name};
pub(super) use outcome::{BAR, Outcome};
pub(super) use said::Said;
