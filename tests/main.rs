//! Black box: one binary. `store` runs one suite on both engines, `flows` acts over HTTP, `cli` runs the program, `browser` acts as
//! people do.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

mod browser;
mod cli;
mod flows;
mod store;
mod support;
