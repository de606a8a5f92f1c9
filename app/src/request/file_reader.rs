//! Reading a file that somebody sent.

use ledger::import::{File, Kind};
use ledger::parse::book::BookLine;
use ledger::parse::orders::{Mappings, SeenInFile};
use ledger::parse::photo::Unfit;
use ledger::values::picture::Picture;
use std::future::Future;
use std::pin::Pin;

/// What was read of a file.
pub struct FileRead {
    /// The file's rows, and all that is wrong with it.
    pub file: File,
    /// The columns of which somebody has to say what they are, or has said it, with what stands below each.
    pub asked: Vec<(String, String)>,
    /// Its rows as they stand; none of a file that cannot be read as a table, or is very long.
    pub lines: Vec<BookLine>,
    /// The pictures of an orders' workbook.
    pub pictures: Vec<SeenInFile>,
    /// How many more pictures it has, which cannot be taken.
    pub unread_pictures: usize,
}

/// What will have been read.
pub type Reading<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// How the server reads a file: where no file can harm it.
pub trait FileReader: Send + Sync {
    /// Reads a file for the books, with what is said of its columns.
    fn read(&self, kind: Kind, bytes: Vec<u8>, mappings: Mappings) -> Reading<FileRead>;

    /// Makes a picture of a photo.
    fn read_photo(&self, bytes: Vec<u8>) -> Reading<Result<Picture, Unfit>>;
}
