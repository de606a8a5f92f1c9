//! For tests only: a made-up village, and a simulator that does anything at all in one.

mod simulation;
pub mod village;
