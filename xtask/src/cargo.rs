//! Starting cargo again, and the places it builds into.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, ensure};

/// The repository's root, as `cargo run` tells it: where this was compiled it may lie no more.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}

/// The directory cargo builds into, told from where this program lies: `<target>/debug/xtask`.
///
/// # Errors
/// When it lies elsewhere.
pub fn target() -> Result<PathBuf> {
    let program = env::current_exe().context("cannot tell where xtask itself lies")?;
    let target = program.ancestors().nth(2);
    Ok(target.context("xtask does not lie in a target directory")?.to_owned())
}

/// Cargo in the repository's root, free of what `cargo run` told this program about xtask itself.
pub fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root());
    for (name, _) in env::vars_os() {
        let about_xtask = |name: &str| ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|start| name.starts_with(start));
        if name.to_str().is_some_and(about_xtask) {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started, or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    succeeded(&name, status)
}

/// What to call a command in a message.
pub fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// An error that names the command, unless its status is success.
///
/// # Errors
/// When it is not.
pub fn succeeded(name: &str, status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "{name} failed: {status}");
    Ok(())
}
