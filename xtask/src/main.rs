//! The build tool of Petalwork. `cargo xtask` alone says what it can do.

mod browser;
mod cargo;
mod halves;
mod services;
mod site;
mod styles;

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
cargo xtask browser          build what browsers load: the browser half and the styles, into target/site
cargo xtask lint-browser     clippy over the browser half
cargo xtask run [ARGS]       build everything, then `petalwork serve ARGS`
cargo xtask test [ARGS]      build everything, then `cargo test ARGS` with the services beside it
cargo xtask bench [WORDS]    build everything for speed and measure it, or the parts that the words name
cargo xtask outbox [NUMBER]  play so many entries (10000) of a phone whose network, tabs and server fail
cargo xtask weak-network     how long pages take to be read on a slow phone over a weak network, as a table
cargo xtask services COMMAND run a command with a throw-away PostgreSQL at PETALWORK_TEST_POSTGRES and a ChromeDriver
                             at PETALWORK_TEST_WEBDRIVER";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((verb, rest)) = arguments.split_first() else { return usage() };
    let done = match verb.as_str() {
        "browser" => site::build(),
        "lint-browser" => browser::lint(),
        "run" => halves::run(rest),
        "test" => halves::test(rest),
        "bench" => halves::bench(rest),
        "outbox" => halves::outbox(rest.first().map_or("10000", String::as_str)),
        "weak-network" => halves::weak_network(),
        "services" => beside(rest),
        _ => return usage(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

fn beside(arguments: &[String]) -> Result<()> {
    let (program, arguments) = arguments.split_first().context("say which command to run")?;
    if program.starts_with('-') {
        bail!("say which command to run");
    }
    services::beside(Command::new(program).args(arguments))
}
