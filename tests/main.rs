//! Black box: one binary. `store` runs one suite on both engines, `flows` acts over HTTP, `cli` runs the program, `browser` acts as
//! people do. `architecture` reads the code itself, `statements` the SQL.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

mod architecture;
mod browser;
mod cli;
mod flows;
mod statements;
mod store;
mod support;
