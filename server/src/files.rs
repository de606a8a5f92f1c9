//! Reading files that people send. Workbooks, photos and sounds are read by a process of their own.

use crate::process;
use app::request::{FileRead, FileReader, Reading, Source};
use ledger::import::{File, Kind};
use ledger::parse::book::Book;
use ledger::parse::fault::{Faults, Reason};
use ledger::parse::mapping::Mappings;
use ledger::parse::orders;
use ledger::parse::photo::{self, Unfit};
use ledger::parse::sound;
use ledger::store::background::in_background;
use ledger::values::picture::Picture;
use ledger::values::recording::Recording;
use serde::de::DeserializeOwned;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What the command is called that reads a workbook; people need not know it.
pub(crate) const READ_WORKBOOK: &str = "read-workbook";

/// What the command is called that makes a picture of a photo, likewise.
pub(crate) const READ_PHOTO: &str = "read-photo";

/// What the commands are called that make a recording of a sound, for a clip and for a word with a dispute.
pub(crate) const READ_CLIP: &str = "read-clip";
pub(crate) const READ_WORD: &str = "read-word";

/// So many are read at once: each keeps a core busy.
const AT_ONCE: usize = 2;

/// How files are read, with that program to read what could do harm: this one, or in tests the one that was built.
#[must_use]
pub fn reader(program: PathBuf) -> Arc<dyn FileReader> {
    Arc::new(Processes { program: program.into(), turns: Arc::new(Semaphore::new(AT_ONCE)) })
}

#[derive(Clone)]
struct Processes {
    program: Arc<std::path::Path>,
    turns: Arc<Semaphore>,
}

impl FileReader for Processes {
    fn read(&self, kind: Kind, bytes: Vec<u8>, mappings: Mappings) -> Reading<FileRead> {
        let own = self.clone();
        Box::pin(async move {
            let read = if Book::is_one(&bytes) {
                let book: Result<Book, Reason> = own.ask(READ_WORKBOOK, bytes).await.unwrap_or(Err(Reason::TooCostly));
                in_background(move || of_book(kind, book.map_err(Faults::whole), &mappings)).await
            } else {
                in_background(move || of_text(kind, bytes, &mappings)).await
            };
            read.unwrap_or_else(|| of_book(kind, Err(Faults::whole(Reason::TooCostly)), &Mappings::default()))
        })
    }

    fn read_photo(&self, bytes: Vec<u8>) -> Reading<Result<Picture, Unfit>> {
        let own = self.clone();
        Box::pin(async move { own.ask(READ_PHOTO, bytes).await.unwrap_or(Err(Unfit::TooCostly)) })
    }

    fn read_sound(&self, bytes: Vec<u8>, purpose: sound::Use) -> Reading<Result<Recording, sound::Unfit>> {
        let own = self.clone();
        let command = match purpose {
            sound::Use::Clip => READ_CLIP,
            sound::Use::Word => READ_WORD,
        };
        Box::pin(async move { own.ask(command, bytes).await.unwrap_or(Err(sound::Unfit::TooCostly)) })
    }
}

impl Processes {
    /// What the process with that command makes of the bytes; `None` where it could not be had within the limits.
    async fn ask<T: DeserializeOwned>(&self, command: &str, bytes: Vec<u8>) -> Option<T> {
        let _turn = self.turns.acquire().await.ok()?;
        let answer = process::ask(&self.program, command, bytes).await;
        let read = answer.and_then(|json| Ok(serde_json::from_slice(&json)?));
        read.map_err(|why| tracing::warn!(command, %why, "a file could not be read")).ok()
    }
}

fn of_book(kind: Kind, book: Result<Book, Faults>, mappings: &Mappings) -> FileRead {
    match book {
        Ok(book) => {
            let file = File::of_book(kind, &book, mappings);
            let asked = kind.asked(&book, mappings);
            let File::Orders(read) = &file else {
                return FileRead { asked, ..plain(file, Source::Book(book)) };
            };
            let pictures = orders::pictures(&book, &read.rows);
            let unread_pictures = book.unread_pictures();
            FileRead { file, asked, source: Source::Orders(book), pictures, unread_pictures }
        }
        Err(faults) => plain(File::unreadable(kind, faults), Source::Nothing),
    }
}

fn of_text(kind: Kind, bytes: Vec<u8>, mappings: &Mappings) -> FileRead {
    match kind {
        Kind::Orders => of_book(kind, orders::of_text(&bytes), mappings),
        Kind::Styles | Kind::Workers | Kind::Notebook => {
            let file = File::of_text(kind, &bytes, mappings);
            // Most files say what their columns are: nothing more has to be found out of them.
            let asks = file.faults().are_of_headers() || !mappings.any().is_empty();
            let book = if asks { Book::of_table(&bytes).ok() } else { None };
            let asked = book.and_then(|book| kind.asked(&book, mappings));
            FileRead { asked, ..plain(file, Source::Text(bytes)) }
        }
    }
}

/// A file in which nobody has to say what is what, without pictures.
const fn plain(file: File, source: Source) -> FileRead {
    FileRead { file, asked: None, source, pictures: Vec::new(), unread_pictures: 0 }
}

/// The program that runs now, even where its file was replaced by a newer one.
///
/// # Errors
/// When the system does not tell.
pub fn this_program() -> std::io::Result<PathBuf> {
    let own = PathBuf::from("/proc/self/exe");
    if own.exists() { Ok(own) } else { std::env::current_exe() }
}

/// Reads the workbook on standard input.
pub(crate) fn read_workbook() -> std::io::Result<()> {
    process::reply(Book::read)
}

/// Makes a picture of the photo on standard input.
pub(crate) fn read_photo() -> std::io::Result<()> {
    process::reply(photo::read)
}

/// Makes a recording of the sound on standard input.
pub(crate) fn read_sound(purpose: sound::Use) -> std::io::Result<()> {
    process::reply(|bytes| sound::read(bytes, purpose))
}
