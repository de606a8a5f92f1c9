//! The servers that tests talk to: started for one command, gone after it.

mod chromedriver;
mod postgres;
mod server;

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::cargo;

/// Runs `command` with a throw-away PostgreSQL at `PETALWORK_TEST_POSTGRES` and a ChromeDriver at
/// `PETALWORK_TEST_WEBDRIVER`, and takes both away again, however it ends.
///
/// # Errors
/// When a server does not start, or the command fails.
pub fn beside(command: &mut Command) -> Result<()> {
    let running = stop_with_us()?;
    let postgres = postgres::start().context("PostgreSQL does not start")?;
    let chromedriver = chromedriver::start().context("ChromeDriver does not start")?;
    command.env("PETALWORK_TEST_POSTGRES", postgres.url());
    command.env("PETALWORK_TEST_WEBDRIVER", chromedriver.url());
    let name = cargo::name(command);
    let mut child = command.spawn().with_context(|| format!("cannot start {name}"))?;
    running.store(child.id().cast_signed(), Ordering::SeqCst);
    cargo::succeeded(&name, child.wait()?)
}

/// When this program is told to stop, it tells the command whose process id it is given, and lives on to clean up.
fn stop_with_us() -> Result<Arc<AtomicI32>> {
    let running = Arc::new(AtomicI32::new(0));
    let told = Arc::clone(&running);
    ctrlc::set_handler(move || match told.load(Ordering::SeqCst) {
        0 => {}
        process => {
            // It may be gone already, and then there is nothing to tell.
            let _ = kill(Pid::from_raw(process), Signal::SIGTERM);
        }
    })?;
    Ok(running)
}
