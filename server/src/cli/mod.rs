//! The command line: one file a command.
//!
//! A command ends with 0 on success, 1 when it refused (the reasons on standard error), 2 for wrong usage.

mod audit;
mod demo;
mod export;
mod head;
mod import;
mod init;
mod invite;
mod report;
mod serve;
mod split;
mod workshop;

use crate::files;
use clap::{Parser, Subcommand};
use ledger::store::StoreError;
use std::fmt::Display;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Petalwork 花工账: order book, split, counting table and pay book of a village that makes flowers by hand.
#[derive(Debug, Parser)]
#[command(name = "petalwork", version)]
struct Line {
    /// Where the books are: sqlite:FILE (created if missing) or postgres://…
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true, default_value = "sqlite:petalwork.db")]
    database: String,
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
    #[command(name = files::COMMAND, hide = true)]
    ReadWorkbook,
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
    let Line { database, command } = Line::parse();
    let filter = EnvFilter::try_from_env("PETALWORK_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=error"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    if matches!(command, Command::ReadWorkbook) {
        // Without threads: each would take of the memory that it limits itself to.
        return match files::read_workbook() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let done = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(command.run(&database)),
        Err(why) => Err(Failure::one(why)),
    };
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

impl Command {
    async fn run(self, database: &str) -> Result<(), Failure> {
        match self {
            Self::Serve(serve) => serve.run(database).await,
            Self::Init(init) => init.run(database).await,
            Self::Invite(invite) => invite.run(database).await,
            Self::Import(import) => import.run(database).await,
            Self::Audit(audit) => audit.run(database).await,
            Self::Head(head) => head.run(database).await,
            Self::Export(export) => export.run(database).await,
            Self::Report(report) => report.run(database).await,
            Self::Demo => demo::run(database).await,
            Self::Split => split::run(),
            Self::ReadWorkbook => files::read_workbook().map_err(Failure::one),
        }
    }
}
