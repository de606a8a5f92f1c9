//! A server process, and the folder it works in.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use crate::cargo;

/// How long a server may take to start or to stop.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Between two looks at whether it has.
pub const PAUSE: Duration = Duration::from_millis(50);

/// A server in a process group of its own. Dropping it ends the whole group.
pub struct Server {
    /// The process itself.
    pub process: Child,
    stop: Signal,
}

impl Server {
    /// Starts `command`, to be ended by the signal `stop`.
    ///
    /// # Errors
    /// When there is no such program.
    pub fn start(command: &mut Command, stop: Signal) -> Result<Self> {
        let name = cargo::name(command);
        let process = command.process_group(0).spawn();
        Ok(Self { process: process.with_context(|| format!("cannot start {name}"))?, stop })
    }
}

impl Drop for Server {
    #[expect(clippy::disallowed_methods, reason = "a tool waits by the machine's time")]
    fn drop(&mut self) {
        let group = Pid::from_raw(self.process.id().cast_signed());
        // An error here means that it has ended by itself.
        let _ = killpg(group, self.stop);
        let begun = Instant::now();
        while matches!(self.process.try_wait(), Ok(None)) && begun.elapsed() < PATIENCE {
            thread::sleep(PAUSE);
        }
        // Whatever does not listen, and whatever it started and left behind.
        let _ = killpg(group, Signal::SIGKILL);
        let _ = self.process.wait();
    }
}

/// A new folder that only its owner can open. Dropping it removes it with all it holds.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes a folder among the system's temporary ones.
    ///
    /// # Errors
    /// When it cannot be made, or is there already.
    pub fn new(name: &str) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("petalwork-{name}-{}", std::process::id()));
        let made = DirBuilder::new().mode(0o700).create(&path);
        made.with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(why) = fs::remove_dir_all(&self.0) {
            eprintln!("xtask: cannot remove {}: {why}", self.0.display());
        }
    }
}
