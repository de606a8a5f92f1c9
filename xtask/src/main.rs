//! The build tool of Petalwork. `cargo xtask` alone says what it can do.

mod browser;
mod cargo;
mod site;
mod styles;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask browser     build what browsers load, into target/site: the browser half and the styles";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let done = match arguments.next().as_deref() {
        Some("browser") => site::build(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why:#}");
            ExitCode::FAILURE
        }
    }
}
