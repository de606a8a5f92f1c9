//! Reading a file that somebody sent.

use ledger::import::{File, Kind};
use ledger::parse::orders::Mappings;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What was read of a file.
pub struct FileRead {
    /// The file's rows, and all that is wrong with it.
    pub file: File,
    /// The columns of which somebody has to say what they are, or has said it, with what stands below each.
    pub asked: Vec<(String, String)>,
}

type Reading = Pin<Box<dyn Future<Output = FileRead> + Send>>;

/// How the server reads a file: where no file can harm it.
#[derive(Clone)]
pub struct ReadFile(pub Arc<dyn Fn(Kind, Vec<u8>, Mappings) -> Reading + Send + Sync>);

impl ReadFile {
    /// Reads a file, with what is said of its columns.
    pub async fn read(&self, kind: Kind, bytes: Vec<u8>, mappings: Mappings) -> FileRead {
        (self.0)(kind, bytes, mappings).await
    }
}

impl fmt::Debug for ReadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadFile")
    }
}
