//! The plan as the split page shows it: what is known, what is chosen, what follows, and that in words.

mod board;
mod choices;
mod days;
mod outcome;
#[cfg(test)]
mod tests;
mod text;

pub use board::{Board, BoardWorker};
pub use choices::{Choices, name};
pub use days::find_days_for_the_late;
pub use outcome::{BAR, SplitOutcome};
pub use text::PlanText;
