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

/// Compiles `petalwork-app` for the browser. It has a target directory of its own, so that it can be built beside the
/// server (no shared lock) and by another toolchain (nothing of one is thrown out for the other).
fn compile() -> Result<PathBuf> {
    let target = cargo::target()?.join("browser");
    let mut build = cargo::cargo();
    if let Some(toolchain) = toolchain()? {
        build.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    build
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?)
        .args([
            "rustc",
            "--locked",
            "--package",
            "petalwork-app",
            "--lib",
            "--crate-type",
            "cdylib",
        ])
        .args(["--no-default-features", "--features", "hydrate"])
        .args([
            "--profile",
            "wasm-release",
            "--target",
            TARGET,
            "--target-dir",
        ])
        .arg(&target);
    cargo::run(&mut build).context("the browser half does not compile")?;
    Ok(target.join(TARGET).join("wasm-release/app.wasm"))
}

/// What is sent to phones must not say where it was built.
fn flags() -> Result<String> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let in_home = || env::home_dir().map(|home| home.join(".cargo"));
    let cargo_home = cargo_home
        .or_else(in_home)
        .context("there is no home directory")?;
    Ok(format!(
        "--remap-path-prefix={}=crates",
        cargo_home.join("registry/src").display()
    ))
}

/// The toolchain that can build for the browser: `None` is the one that runs now.
///
/// # Errors
/// When there is none.
pub fn toolchain() -> Result<Option<&'static str>> {
    for toolchain in [None, Some(FALLBACK_TOOLCHAIN)] {
        if has_target(toolchain) {
            return Ok(toolchain);
        }
    }
    bail!("no toolchain here builds for {TARGET}; `make setup` brings one");
}

fn has_target(toolchain: Option<&str>) -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", TARGET])
        .stderr(Stdio::null());
    if let Some(toolchain) = toolchain {
        ask.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    let Ok(answer) = ask.output() else {
        return false;
    };
    let folder = String::from_utf8_lossy(&answer.stdout);
    answer.status.success() && holds_standard_library(Path::new(folder.trim()))
}

/// rustc names the folder whether or not anything lies in it.
fn holds_standard_library(folder: &Path) -> bool {
    let Ok(mut entries) = folder.read_dir() else {
        return false;
    };
    entries.any(|entry| {
        entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}
