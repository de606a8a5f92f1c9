//! What can go wrong in keeping the books.

use crate::rules::refusal::Refusal;
use std::borrow::Cow;

/// The database failed, or is not what it should be. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such workshop here.
    #[error("there is no such workshop")]
    NoWorkshop,
    /// The database is another program's.
    #[error("this database is not Petalwork's: give it one of its own")]
    NotOurs,
    /// The database was written by a newer program.
    #[error("this database is newer than this program (schema {found}, known {known}): update Petalwork")]
    Newer { found: i64, known: i64 },
    /// The address is of no engine that we know.
    #[error("{0}: a database is named sqlite:FILE or postgres://…")]
    BadAddress(String),
    /// The SQLite library could lose writes.
    #[error("SQLite {0} can lose committed writes; 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// There is no room left.
    #[error("the disk is full, or cannot be written: make room and try again; nothing was changed")]
    Full,
    /// The database itself guards the law, and refused.
    #[error("the database refused what would break the law; nothing was changed")]
    Guarded(#[source] sqlx::Error),
    /// The machine gave no random numbers, so no secret can be made.
    #[error("this machine gives no random numbers")]
    NoChance,
    /// A row says what it cannot say.
    #[error("a bad row in {table}: {what}")]
    BadRow { table: Cow<'static, str>, what: String },
    /// The program met what it was not made for, while it went through a file.
    #[error("reading the file broke off; nothing was changed")]
    BrokeOff,
    /// A long file was taken, and posting it stopped on the way.
    #[error("the file was taken, but not all of it is in the books yet; the rest follows with the next entry: {0}")]
    Unposted(#[source] Box<StoreError>),
    /// Anything else that the database says.
    #[error("the database failed: {0}")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        const SQLITE_FULL: &str = "13";
        // SQLITE_IOERR_WRITE: what a quota or a limit on files comes to.
        const SQLITE_CANNOT_WRITE: &str = "778";
        const POSTGRES_DISK_FULL: &str = "53100";
        let Some(database) = error.as_database_error() else { return Self::Database(error) };
        if database
            .code()
            .is_some_and(|code| [SQLITE_FULL, SQLITE_CANNOT_WRITE, POSTGRES_DISK_FULL].contains(&code.as_ref()))
        {
            return Self::Full;
        }
        match database.kind() {
            sqlx::error::ErrorKind::CheckViolation | sqlx::error::ErrorKind::UniqueViolation => Self::Guarded(error),
            _ => Self::Database(error),
        }
    }
}

/// Why a command was not carried out: by the rules, or by the database.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error(transparent)]
    Rule(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}
