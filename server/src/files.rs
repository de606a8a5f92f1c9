//! Reading files that people send. A workbook is read by a process of its own, with limits on memory and time: whatever is
//! in it, the server goes on.

use app::request::{FileRead, ReadFile};
use ledger::import::{File, Kind};
use ledger::parse::book::Book;
use ledger::parse::fault::{Faults, Reason};
use ledger::parse::limit::UPLOAD_BYTES;
use ledger::parse::orders::{self, Mappings};
use ledger::store::background::in_background;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;

/// What the command is called that reads a workbook; people need not know it.
pub(crate) const COMMAND: &str = "read-workbook";

/// The most memory that reading a workbook may take, its program included: 1 GiB, many times what an order takes.
const MEMORY: u64 = 1024 * 1024 * 1024;

/// The most time that reading a workbook may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// So many are read at once: each keeps a core busy.
const AT_ONCE: usize = 2;

/// The most that a workbook's orders may come to as JSON: every row of every sheet with long texts.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// What passes from the process that reads to the one that asked.
type Answer = Result<Book, Reason>;

/// How files are read, with that program to read workbooks: this one, or in tests the one that was built.
#[must_use]
pub fn reader(program: PathBuf) -> ReadFile {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    ReadFile(Arc::new(move |kind, bytes, mappings| {
        let (program, turns) = (program.clone(), Arc::clone(&turns));
        Box::pin(async move {
            let read = if Book::is_one(&bytes) {
                let book = workbook(program, &turns, bytes).await.unwrap_or(Err(Reason::TooCostly));
                in_background(move || of_book(kind, book.map_err(Faults::whole), &mappings)).await
            } else {
                in_background(move || match kind {
                    Kind::Orders => of_book(kind, orders::of_text(&bytes), &mappings),
                    Kind::Styles | Kind::Workers | Kind::Notebook => {
                        FileRead { file: File::of_text(kind, &bytes, &mappings), asked: Vec::new() }
                    }
                })
                .await
            };
            read.unwrap_or_else(|| of_book(kind, Err(Faults::whole(Reason::TooCostly)), &Mappings::default()))
        })
    }))
}

fn of_book(kind: Kind, book: Result<Book, Faults>, mappings: &Mappings) -> FileRead {
    match book {
        Ok(book) => {
            let asked = if kind == Kind::Orders { orders::columns_asked(&book, mappings) } else { Vec::new() };
            FileRead { file: File::of_book(kind, &book, mappings), asked }
        }
        Err(faults) => FileRead { file: File::unreadable(kind, faults), asked: Vec::new() },
    }
}

/// The program that runs now, even where its file was replaced by a newer one.
///
/// # Errors
/// When the system does not tell.
pub fn this_program() -> std::io::Result<PathBuf> {
    let own = PathBuf::from("/proc/self/exe");
    if own.exists() { Ok(own) } else { std::env::current_exe() }
}

/// A workbook; `None` where it could not be read within the limits.
async fn workbook(program: PathBuf, turns: &Semaphore, bytes: Vec<u8>) -> Option<Answer> {
    let _turn = turns.acquire().await.ok()?;
    let answer = tokio::time::timeout(PATIENCE, answer(program, bytes)).await.unwrap_or_else(|late| Err(late.into()));
    let read = answer.and_then(|json| Ok(serde_json::from_slice::<Answer>(&json)?));
    read.map_err(|why| tracing::warn!(%why, "a workbook could not be read")).ok()
}

/// What the program that reads says of a workbook; it ends when nobody waits for it any more.
async fn answer(program: PathBuf, bytes: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .arg(COMMAND)
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

/// Reads the workbook on standard input and writes what was read of it to standard output as JSON.
pub(crate) fn read_workbook() -> std::io::Result<()> {
    limit_itself()?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(UPLOAD_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    let answer: Answer = Book::read(&bytes);
    std::io::stdout().lock().write_all(&serde_json::to_vec(&answer)?)
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
