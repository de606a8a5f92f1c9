//! HiGHS, the exact solver, in a Python environment of its own.

use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What HiGHS found for an instance.
#[derive(Debug, Deserialize)]
pub struct Answer {
    pub placed: i64,
    /// Nothing places more: proved.
    pub placed_proved: bool,
    /// No split places more than this.
    pub placed_bound: f64,
    /// None where it is not proved.
    pub largest_fill: Option<f64>,
    /// With that many placed, the largest fill cannot be smaller: proved.
    pub fill_proved: bool,
    pub fill_bound: f64,
    /// For each of the two questions.
    pub seconds: [f64; 2],
}

/// Asks HiGHS about these instances, each within so many seconds; sets it up first where it is missing.
///
/// # Panics
/// Where Python or the package is not to be had, saying what brings it: no measure is left out in silence.
pub fn answers(instances: &[Value], seconds: u32) -> Vec<Answer> {
    let folder = folder();
    let python = python(&folder);
    let asked = folder.join("instances.json");
    fs::write(&asked, Value::from(instances).to_string()).expect("a folder to write into");
    let told = folder.join("answers.json");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/split/highs.py");
    let done = Command::new(python)
        .arg(script)
        .arg(asked)
        .arg(&told)
        .arg(seconds.to_string())
        .output()
        .expect("python starts");
    assert!(done.status.success(), "highs.py failed:\n{}", String::from_utf8_lossy(&done.stderr));
    // Through a file: HiGHS writes its own greeting to standard output.
    serde_json::from_slice(&fs::read(told).expect("what highs.py wrote")).expect("an answer for each instance")
}

/// `target/highs`, wherever cargo builds into.
fn folder() -> PathBuf {
    let program = std::env::current_exe().expect("this program lies somewhere");
    program.ancestors().nth(3).expect("in a target directory").join("highs")
}

/// Python with `highspy`.
fn python(folder: &Path) -> PathBuf {
    let python = folder.join("bin/python");
    let has = |python: &Path| {
        Command::new(python).args(["-c", "import highspy"]).output().is_ok_and(|done| done.status.success())
    };
    if has(&python) {
        return python;
    }
    eprintln!("Setting up HiGHS (about 40 MB from PyPI)");
    let made = Command::new("python3").args(["-m", "venv"]).arg(folder).status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "python3 -m venv does not work here. On Debian: apt-get install python3-venv"
    );
    let installed = Command::new(&python).args(["-m", "pip", "install", "--quiet", PACKAGE]).status();
    assert!(installed.is_ok_and(|status| status.success()) && has(&python), "pip could not install {PACKAGE}");
    python
}

/// HiGHS with its Python interface.
const PACKAGE: &str = "highspy==1.16.0";
