//! Reading a file that somebody sent.

use ledger::import::{File, Kind};
use ledger::parse::asked::Asked;
use ledger::parse::book::{Book, BookLine};
use ledger::parse::mapping::Mappings;
use ledger::parse::orders::SeenInFile;
use ledger::parse::photo::Unfit;
use ledger::parse::sound;
use ledger::store::background::in_background;
use ledger::values::picture::Picture;
use ledger::values::recording::Recording;
use std::future::Future;
use std::pin::Pin;

/// What was read of a file.
pub struct FileRead {
    /// The file's rows, and all that is wrong with it.
    pub file: File,
    /// The columns of which somebody has to say what they are, or has said it.
    pub asked: Option<Asked>,
    /// What its rows as they stand are found in.
    pub source: Source,
    /// The pictures of an orders' workbook.
    pub pictures: Vec<SeenInFile>,
    /// How many more pictures it has, which cannot be taken.
    pub unread_pictures: usize,
}

/// What the rows of a file as they stand are found in, once a page shows them: taking a file into the books needs none of it.
pub enum Source {
    /// A book of orders, whose sheets have names.
    Orders(Book),
    /// Another book: its first sheet counts.
    Book(Book),
    /// A text file that begins with its headers.
    Text(Vec<u8>),
    /// Nothing could be read.
    Nothing,
}

impl Source {
    /// The rows; none of a file that cannot be read as a table, or is very long.
    pub async fn lines(self) -> Vec<BookLine> {
        let lines = in_background(move || match self {
            Self::Orders(book) => book.lines(true),
            Self::Book(book) => book.lines(false),
            Self::Text(bytes) => Book::of_table(&bytes).map(|book| book.lines(false)).unwrap_or_default(),
            Self::Nothing => Vec::new(),
        });
        lines.await.unwrap_or_default()
    }
}

/// What will have been read.
pub type Reading<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// How the server reads a file: where no file can harm it.
pub trait FileReader: Send + Sync {
    /// Reads a file for the books, with what is said of its columns.
    fn read(&self, kind: Kind, bytes: Vec<u8>, mappings: Mappings) -> Reading<FileRead>;

    /// Makes a picture of a photo.
    fn read_photo(&self, bytes: Vec<u8>) -> Reading<Result<Picture, Unfit>>;

    /// Makes a recording of a sound.
    fn read_sound(&self, bytes: Vec<u8>, purpose: sound::Use) -> Reading<Result<Recording, sound::Unfit>>;
}
