//! As people do: a real Chromium, the width of a cheap phone, once with script and once without, in both languages.

mod phone;
mod whole_loop;

pub use phone::{Phone, Script};
