//! The command line: one file a command.
//!
//! A command ends with 0 on success, 1 when it refused (the reasons on standard error), 2 for wrong usage.

mod account;
mod audit;
mod demo;
mod end_account;
mod export;
mod head;
mod import;
mod init;
mod invite;
mod public_url;
mod report;
mod reset_password;
mod serve;
mod split;
mod workshop;

use crate::files;
use clap::{Parser, Subcommand};
use ledger::parse::sound::Use;
use ledger::store::StoreError;
use std::fmt::Display;
use std::future::Future;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Petalwork 花工账: order book, split, counting table and pay book of a village that makes flowers by hand.
#[derive(Debug, Parser)]
#[command(name = "petalwork", version)]
struct Line {
    /// Where the books are: sqlite:FILE (created if missing) or postgres://…
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true, default_value = "sqlite:petalwork.db")]
    database: String,
    /// A file whose first line says where the books are, in place of --database: it may hold a password.
    #[arg(long, global = true, env = "DATABASE_URL_FILE", value_name = "FILE")]
    database_file: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages.
    Serve(serve::Serve),
    /// Create a workshop, and print the link with which its coordinator creates her account.
    Init(init::Init),
    /// Print a link for one more coordinator's account.
    Invite(invite::Invite),
    /// Print a link with which somebody who forgot her password chooses another.
    ResetPassword(reset_password::ResetPassword),
    /// End the access of a coordinator or clerk, at once and everywhere.
    EndAccount(end_account::EndAccount),
    /// Import a file into the books: all of it or, if anything is wrong, nothing.
    Import(import::ImportFile),
    /// Calculate all books again from their events and report every difference.
    Audit(audit::Audit),
    /// Print the number and hash of the last event, to keep elsewhere and pass to `audit --head` later.
    Head(head::Head),
    /// Export the books to standard output.
    Export(export::Export),
    /// Print totals of the books as CSV.
    Report(report::Report),
    /// Create the made-up demo village in an empty database.
    Demo,
    /// Calculate a split: an instance as JSON from standard input, the plan as JSON to standard output.
    ///
    /// Pieces that do not fit are in the plan under "unplaced", with the reason and what would help; the command still
    /// succeeds. It fails only if the instance cannot be read or contradicts itself, and then prints where and why, one line
    /// per fault.
    Split,
    /// Read the workbook on standard input: what the server calls, within limits, to read strangers' files.
    #[command(name = files::READ_WORKBOOK, hide = true)]
    ReadWorkbook,
    /// Make a picture of the photo on standard input, likewise.
    #[command(name = files::READ_PHOTO, hide = true)]
    ReadPhoto,
    /// Make a recording of the sound on standard input, likewise: for a clip.
    #[command(name = files::READ_CLIP, hide = true)]
    ReadClip,
    /// The same, for a word with a dispute.
    #[command(name = files::READ_WORD, hide = true)]
    ReadWord,
}

/// Why a command refused: one reason a line.
#[derive(Debug, Default)]
pub struct Failure(pub Vec<String>);

impl Failure {
    /// One reason.
    pub fn one(reason: impl Display) -> Self {
        Self(vec![reason.to_string()])
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::one(error)
    }
}

/// Does what the command line asks.
#[must_use]
pub fn run() -> ExitCode {
    let Line { database, database_file, command } = Line::parse();
    let filter = EnvFilter::try_from_env("PETALWORK_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=error"));
    // In a file, colours would stand between the words that somebody searches for.
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr).init();
    let done = database_file.map_or(Ok(database), |file| address_in(&file)).and_then(|address| command.run(&address));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(reasons)) => {
            for reason in reasons {
                eprintln!("petalwork: {reason}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Where the books are, as a file says.
fn address_in(file: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|why| Failure::one(format!("{}, which says where the books are: {why}", file.display())))?;
    Ok(text.lines().next().unwrap_or_default().trim().to_owned())
}

impl Command {
    fn run(self, database: &str) -> Result<(), Failure> {
        match self {
            Self::Serve(serve) => wait(Box::pin(serve.run(database))),
            Self::Init(init) => wait(Box::pin(init.run(database))),
            Self::Invite(invite) => wait(Box::pin(invite.run(database))),
            Self::ResetPassword(reset) => wait(Box::pin(reset.run(database))),
            Self::EndAccount(end) => wait(Box::pin(end.run(database))),
            Self::Import(import) => wait(Box::pin(import.run(database))),
            Self::Audit(audit) => wait(Box::pin(audit.run(database))),
            Self::Head(head) => wait(Box::pin(head.run(database))),
            Self::Export(export) => wait(Box::pin(export.run(database))),
            Self::Report(report) => wait(Box::pin(report.run(database))),
            Self::Demo => wait(Box::pin(demo::run(database))),
            Self::Split => split::run(),
            // Without threads: each would take of the memory to which it limits itself.
            Self::ReadWorkbook => files::read_workbook().map_err(Failure::one),
            Self::ReadPhoto => files::read_photo().map_err(Failure::one),
            Self::ReadClip => files::read_sound(Use::Clip).map_err(Failure::one),
            Self::ReadWord => files::read_sound(Use::Word).map_err(Failure::one),
        }
    }
}

/// Does what reads and writes the books, on all cores.
fn wait(work: Pin<Box<dyn Future<Output = Result<(), Failure>> + '_>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::one)?.block_on(work)
}
