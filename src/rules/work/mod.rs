//! Rules on work: handed out, taken back, counted, declared and disputed.

mod answer_dispute;
mod count;
mod declare;
mod draw;
mod issue;
mod retract;
mod review;
mod split;
mod take_back;

pub use draw::{Held, draw, draw_count};

#[cfg(test)]
mod tests;
