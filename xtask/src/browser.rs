//! The browser half: the islands as WebAssembly, and the script that loads them.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::cargo;

const TARGET: &str = "wasm32-unknown-unknown";

/// Where `scripts/setup` puts the target when rustup cannot fetch it.
const FALLBACK_TOOLCHAIN: &str = "debian-web";

/// Builds the browser half and writes `petalwork.js` and `petalwork_bg.wasm` into `folder`.
///
/// # Errors
/// When no toolchain has the target, or when compiling or binding fails.
pub fn build(folder: &Path) -> Result<()> {
    let wasm = compile()?;
    Bindgen::new()
        .input_path(&wasm)
        .out_name("petalwork")
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen refused the browser half")
}

/// Runs clippy over the browser half. It looks at the profile that is built anyway, whose macros are compiled already.
///
/// # Errors
/// When no toolchain has the target, or clippy finds something.
pub fn lint() -> Result<()> {
    let mut lint = cargo("clippy")?;
    cargo::run(lint.args(["--", "-D", "warnings"])).context("clippy on the browser half")
}

fn compile() -> Result<PathBuf> {
    let mut build = cargo("rustc")?;
    // Only here is the app a library that stands alone: no native build need ever link one.
    build.args(["--crate-type", "cdylib"]);
    cargo::run(&mut build).context("the browser half does not compile")?;
    Ok(folder()?.join(TARGET).join("wasm-release/app.wasm"))
}

/// A target directory of its own, so that the browser half can be built beside the server (no shared lock) and by another
/// toolchain (nothing of one is thrown out for the other).
fn folder() -> Result<PathBuf> {
    Ok(cargo::target()?.join("browser"))
}

/// A cargo command on the browser half.
fn cargo(verb: &str) -> Result<Command> {
    let mut cargo = cargo::cargo();
    if let Some(toolchain) = toolchain()? {
        cargo.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    cargo
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?)
        .args([verb, "--package", "petalwork-app", "--lib"])
        .args(["--no-default-features", "--features", "hydrate"])
        .args(["--profile", "wasm-release", "--target", TARGET, "--target-dir"])
        .arg(folder()?);
    Ok(cargo)
}

/// What is sent to phones must not say where it was built.
fn flags() -> Result<String> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let in_home = || env::home_dir().map(|home| home.join(".cargo"));
    let cargo_home = cargo_home.or_else(in_home).context("there is no home directory")?;
    Ok(format!("--remap-path-prefix={}=crates", cargo_home.join("registry/src").display()))
}

/// The toolchain that can build for the browser: `None` is the one that runs now.
///
/// # Errors
/// Where there is no such file.
fn toolchain() -> Result<Option<&'static str>> {
    for toolchain in [None, Some(FALLBACK_TOOLCHAIN)] {
        if has_target(toolchain) {
            return Ok(toolchain);
        }
    }
    bail!("no toolchain here builds for {TARGET}; `make setup` brings one");
}

/// Asks for the target's standard library itself, as `scripts/setup` does: rustc names its folder whether or not it is there.
fn has_target(toolchain: Option<&str>) -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["--target", TARGET, "--crate-type", "lib", "--crate-name", "probe", "--emit", "dep-info=/dev/null", "-"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(toolchain) = toolchain {
        ask.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    ask.status().is_ok_and(|answer| answer.success())
}
