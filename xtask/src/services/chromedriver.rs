//! ChromeDriver, which plays a person's hand on a real Chromium.

use std::io::{BufRead, BufReader, Read, copy, sink};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use nix::sys::signal::Signal;

use super::server::{Folder, Server};

/// A running ChromeDriver. It ends, with every Chromium it started, before the folder of their profiles goes.
pub struct ChromeDriver {
    _server: Server,
    _folder: Folder,
    port: u16,
}

/// Starts a ChromeDriver on a port that it finds itself.
///
/// # Errors
/// When it is not installed, or ends before it is ready.
pub fn start() -> Result<ChromeDriver> {
    let folder = Folder::new("chromedriver")?;
    let mut command = Command::new("chromedriver");
    command.arg("--port=0").env("TMPDIR", folder.path()).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut server = Server::start(&mut command, Signal::SIGTERM)?;
    let mut said = BufReader::new(server.process.stdout.take().context("it says nothing")?);
    let port = port(&mut said)?;
    // It must never wait for a reader.
    thread::spawn(move || copy(&mut said, &mut sink()));
    Ok(ChromeDriver { _server: server, _folder: folder, port })
}

impl ChromeDriver {
    /// Its address: `http://127.0.0.1:<port>`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// "ChromeDriver was started successfully on port 34567."
fn port(said: &mut impl BufRead) -> Result<u16> {
    let mut all = String::new();
    while said.by_ref().take(10_000).read_line(&mut all)? > 0 {
        let line = all.lines().next_back().unwrap_or_default();
        if let Some((_, port)) = line.split_once("successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    bail!("it ended, saying: {all}");
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_from_what_it_says() {
        let said = "Starting ChromeDriver 156.0\nChromeDriver was started successfully on port 34567.\n";
        assert_eq!(port(&mut said.as_bytes()).unwrap(), 34567);
    }

    #[test]
    fn an_early_end_is_told_with_its_last_words() {
        let why = port(&mut "no such option\n".as_bytes()).unwrap_err();
        assert!(why.to_string().contains("no such option"));
    }
}
