//! A process of its own for reading what strangers send, with limits on memory and time: whatever is in it, the server goes on.

use ledger::parse::limit::{PHOTO_BYTES, UPLOAD_BYTES};
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

/// The most memory that reading may take, its program included: 1 GiB, many times what an order takes.
const MEMORY: u64 = 1024 * 1024 * 1024;

/// The most time that reading may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// The most that what was read may come to: every row of every sheet of a workbook, with long texts, as JSON.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// The most bytes of anything that is read.
const MOST_INPUT: usize = if UPLOAD_BYTES > PHOTO_BYTES { UPLOAD_BYTES } else { PHOTO_BYTES };

/// What the program's command makes of the bytes; it ends when nobody waits for it any more.
///
/// # Errors
/// When it did not end well within the limits.
pub(crate) async fn ask(program: &Path, command: &str, bytes: Vec<u8>) -> std::io::Result<Vec<u8>> {
    tokio::time::timeout(PATIENCE, answer(program, command, bytes)).await.unwrap_or_else(|late| Err(late.into()))
}

async fn answer(program: &Path, command: &str, bytes: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .arg(command)
        // It needs nothing that the server knows.
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(std::io::Error::other("it has no input or output"));
    };
    let mut json = Vec::new();
    let mut output = output.take(MOST_BYTES);
    let write = async move {
        // It may have read enough to know; what it says counts.
        let _ = input.write_all(&bytes).await;
    };
    let ((), read) = tokio::join!(write, output.read_to_end(&mut json));
    read?;
    let status = child.wait().await?;
    if status.success() { Ok(json) } else { Err(std::io::Error::other(format!("it ended: {status}"))) }
}

/// In the process that reads: what it makes of standard input goes to standard output as JSON.
///
/// # Errors
/// When it cannot limit itself, read or write.
pub(crate) fn reply<T: serde::Serialize>(read: impl FnOnce(&[u8]) -> T) -> std::io::Result<()> {
    limit_itself()?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MOST_INPUT as u64 + 1).read_to_end(&mut bytes)?;
    std::io::stdout().lock().write_all(&serde_json::to_vec(&read(&bytes))?)
}

#[cfg(unix)]
fn limit_itself() -> std::io::Result<()> {
    use ledger::store::background::step_back;
    use rlimit::{Resource, setrlimit};
    // Behind the pages, where there is not enough of the processor for both.
    step_back()?;
    setrlimit(Resource::AS, MEMORY, MEMORY)?;
    setrlimit(Resource::CPU, PATIENCE.as_secs(), PATIENCE.as_secs())?;
    // It writes to what it was given, and to no file.
    setrlimit(Resource::FSIZE, 0, 0)?;
    setrlimit(Resource::CORE, 0, 0)
}

#[cfg(not(unix))]
fn limit_itself() -> std::io::Result<()> {
    Ok(())
}
