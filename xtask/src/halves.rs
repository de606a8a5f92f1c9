//! Both halves together: built side by side, then run or tested.

use std::os::unix::process::CommandExt;
use std::panic;
use std::thread;

use anyhow::{Context, Result};

use crate::{cargo, services, site};

/// Builds both halves and becomes `petalwork serve`.
///
/// # Errors
/// When either half does not build.
pub fn run(arguments: &[String]) -> Result<()> {
    both(&["build", "--bin", "petalwork"])?;
    say("Starting the server; Ctrl-C stops it");
    let mut serve = cargo::cargo();
    serve.args(["run", "--quiet", "--bin", "petalwork", "--", "serve"]).args(arguments);
    Err(serve.exec()).context("cannot start cargo")
}

/// Builds both halves and runs every test, those of this tool last; or, with arguments, those that they name.
///
/// # Errors
/// When something does not build, or a test fails.
pub fn test(arguments: &[String]) -> Result<()> {
    both(&["test", "--no-run"])?;
    say("Running the tests, with a PostgreSQL and a ChromeDriver of their own");
    services::beside(cargo::cargo().arg("test").args(arguments))?;
    if arguments.is_empty() {
        cargo::run(cargo::cargo().args(["test", "--package", "xtask"]))?;
    }
    Ok(())
}

/// Plays so many entries of a phone whose network, tabs and server fail: more than the tests do.
///
/// # Errors
/// When something does not build, or an entry is lost or doubled.
pub fn outbox(entries: &str) -> Result<()> {
    both(&["test", "--no-run"])?;
    say(&format!("Playing {entries} entries"));
    let mut test = cargo::cargo();
    test.args(["test", "--test", "petalwork", "--", "browser::outbox::of_thousands"]);
    services::beside(test.env("PETALWORK_OUTBOX_ENTRIES", entries))
}

/// Opens the main pages on a slow phone over weak networks, and prints what they cost.
///
/// # Errors
/// When something does not build, or a page is too large.
pub fn weak_network() -> Result<()> {
    both(&["test", "--no-run"])?;
    let mut test = cargo::cargo();
    test.args(["test", "--quiet", "--test", "petalwork", "--", "browser::weak_network", "--nocapture"]);
    services::beside(test.env("PETALWORK_TABLE", "yes"))
}

/// Measures speed, size and quality, as `benches/` says: pace, forecast and split, which need the ledger alone, and both halves; or what
/// words name.
///
/// # Errors
/// When something does not build.
pub fn bench(arguments: &[String]) -> Result<()> {
    let of = |of: &str| arguments.iter().filter(|word| word.starts_with(of)).cloned().collect::<Vec<_>>();
    let (pace, forecast, split) = (of("pace"), of("forecast"), of("split"));
    let all = arguments.is_empty();
    if all || !pace.is_empty() {
        say("Building paces for speed");
        ledger_bench("pace", &pace)?;
    }
    if all || !forecast.is_empty() {
        say("Building forecasts for speed");
        ledger_bench("forecast", &forecast)?;
    }
    if all || !split.is_empty() {
        say("Building the split for speed; with an exact solver beside it, it takes up to half an hour");
        ledger_bench("split", &split)?;
    }
    let halves: Vec<_> =
        arguments.iter().filter(|word| ![&pace, &forecast, &split].iter().any(|of| of.contains(word))).collect();
    if all || !halves.is_empty() {
        say("Building both halves for speed (the first time about 12 minutes on two cores)");
        site::build()?;
        // Under many readers, on both engines: with a PostgreSQL beside it.
        services::beside(
            cargo::cargo().args(["bench", "--package", "petalwork", "--bench", "petalwork", "--"]).args(&halves),
        )?;
    }
    Ok(())
}

/// A benchmark of the ledger alone.
fn ledger_bench(name: &str, words: &[String]) -> Result<()> {
    let package = ["bench", "--package", "petalwork-ledger", "--features", "reading", "--bench", name, "--"];
    cargo::run(cargo::cargo().args(package).args(words))
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
