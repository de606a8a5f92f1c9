//! Reading a file that somebody sent.

use ledger::import::{File, Kind};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

type Reading = Pin<Box<dyn Future<Output = File> + Send>>;

/// How the server reads a file: where no file can harm it.
#[derive(Clone)]
pub struct ReadFile(pub Arc<dyn Fn(Kind, Vec<u8>) -> Reading + Send + Sync>);

impl ReadFile {
    /// The file's rows, and all that is wrong with it.
    pub async fn read(&self, kind: Kind, bytes: Vec<u8>) -> File {
        (self.0)(kind, bytes).await
    }
}

impl fmt::Debug for ReadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadFile")
    }
}
