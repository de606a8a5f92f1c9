//! Both halves together: built side by side, then run or tested.

use std::panic;
use std::thread;

use anyhow::{Context, Result};

use crate::{cargo, services, site};

/// Builds both halves and becomes `petalwork serve`.
///
/// # Errors
/// When either half does not build, or the server fails.
pub fn run(arguments: &[String]) -> Result<()> {
    let server = ["--bin", "petalwork"];
    both(&[&["build"], &server[..]].concat())?;
    let mut serve = cargo::cargo();
    serve.args(["run", "--quiet"]).args(server).args(["--", "serve"]).args(arguments);
    cargo::run(&mut serve)
}

/// Builds both halves and runs every test, those of this tool last.
///
/// # Errors
/// When something does not build, or a test fails.
pub fn test(arguments: &[String]) -> Result<()> {
    both(&["test", "--no-run"])?;
    let cargo_test = || {
        let mut test = cargo::cargo();
        test.args(["test"]);
        test
    };
    services::beside(cargo_test().args(arguments))?;
    cargo::run(cargo_test().args(["--package", "xtask"]))
}

/// Builds the browser half and, beside it, the server half with these arguments to cargo. One core often waits for the
/// other's long last step otherwise.
fn both(server: &[&str]) -> Result<()> {
    say(
        "Building the browser half and the server (the first time 4 to 8 minutes on two cores; later only what changed)",
    );
    thread::scope(|scope| {
        let browser = scope.spawn(site::build);
        let server = cargo::run(cargo::cargo().args(server));
        let browser = browser.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked));
        server.context("the server half does not build").and(browser)
    })
}

/// Tells what begins now, as `scripts/setup` does.
fn say(what: &str) {
    eprintln!("\x1b[1m==> {what}\x1b[0m");
}
