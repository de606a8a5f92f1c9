//! Import: what files say, put to the ledger as commands, row by row, all or nothing.
//!
//! No IO and no rules of its own: [`crate::parse`] has parsed the rows, [`crate::rules`] decide each of them against
//! books that already hold those before it. What is new here is the translation, and that every faulty row is named and
//! no other: a row that only lacks what a faulty row above would have brought is not blamed (see `doubt`).

mod doubt;
mod finding;
mod kind;
mod ledger;
mod notebook;
mod orders;
mod styles;
mod workers;

pub use finding::{Finding, Outcome, RowFault};
pub use kind::Kind;
pub use ledger::{Ledger, Posting};

use crate::parse;
use crate::parse::book::Book;
use crate::parse::fault::Faults;
use crate::parse::mapping::Mappings;
use crate::values::ids::{EventId, WorkshopId};
use crate::values::text::Name;
use std::collections::BTreeSet;

/// A file that was read, not yet put to the ledger.
pub enum File {
    Styles(parse::Read<parse::styles::StyleRow>),
    Workers(parse::Read<parse::workers::WorkerRow>),
    Orders(parse::Read<parse::orders::OrderSheet>),
    Notebook(parse::Read<parse::notebook::NotebookRow, parse::notebook::PartlyRow>),
}

impl File {
    /// Reads a file of a kind. A stranger's workbook can take all memory or never end, whatever limits are set to what it
    /// unpacks to: where many people depend on the process, another one reads it.
    #[must_use]
    pub fn read(kind: Kind, bytes: &[u8]) -> Self {
        let mappings = Mappings::default();
        if !Book::is_one(bytes) {
            return Self::of_text(kind, bytes, &mappings);
        }
        match Book::read(bytes) {
            Ok(book) => Self::of_book(kind, &book, &mappings),
            Err(reason) => Self::unreadable(kind, Faults::whole(reason)),
        }
    }

    /// Reads a text file: CSV, or with semicolons or tabs.
    #[must_use]
    pub fn of_text(kind: Kind, bytes: &[u8], mappings: &Mappings) -> Self {
        match kind {
            Kind::Styles => Self::Styles(parse::styles::read_named(bytes, &mappings.any())),
            Kind::Workers => Self::Workers(parse::workers::read_named(bytes, &mappings.any())),
            Kind::Orders => match parse::orders::of_text(bytes) {
                Ok(book) => Self::of_book(kind, &book, mappings),
                Err(faults) => Self::unreadable(kind, faults),
            },
            Kind::Notebook => Self::Notebook(parse::notebook::read_named(bytes, &mappings.any())),
        }
    }

    /// Takes what was read of a workbook.
    #[must_use]
    pub fn of_book(kind: Kind, book: &Book, mappings: &Mappings) -> Self {
        match kind {
            Kind::Styles => Self::Styles(parse::styles::of_book(book, &mappings.any())),
            Kind::Workers => Self::Workers(parse::workers::of_book(book, &mappings.any())),
            Kind::Orders => Self::Orders(parse::orders::of_book(book, mappings)),
            Kind::Notebook => Self::Notebook(parse::notebook::of_book(book, &mappings.any())),
        }
    }

    /// A file of which nothing could be read.
    #[must_use]
    pub fn unreadable(kind: Kind, faults: Faults) -> Self {
        match kind {
            Kind::Styles => Self::Styles(parse::Read::nothing(faults)),
            Kind::Workers => Self::Workers(parse::Read::nothing(faults)),
            Kind::Orders => Self::Orders(parse::Read::nothing(faults)),
            Kind::Notebook => Self::Notebook(parse::Read::nothing(faults)),
        }
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn faults(&self) -> &Faults {
        match self {
            Self::Styles(read) => &read.faults,
            Self::Workers(read) => &read.faults,
            Self::Orders(read) => &read.faults,
            Self::Notebook(read) => &read.faults,
        }
    }

    /// The firms whose orders it holds.
    #[must_use]
    pub fn firms(&self) -> BTreeSet<Name> {
        match self {
            Self::Orders(read) => read.rows.iter().map(|order| order.firm.clone()).collect(),
            Self::Styles(_) | Self::Workers(_) | Self::Notebook(_) => BTreeSet::new(),
        }
    }

    /// The events that its rows would be: the same row always has the same id, so what was imported is known again.
    #[must_use]
    pub fn ids(&self, workshop: WorkshopId) -> Vec<EventId> {
        match self {
            Self::Notebook(read) => notebook::ids(workshop, &read.rows),
            Self::Orders(read) => read.rows.iter().map(|sheet| orders::id(workshop, sheet)).collect(),
            Self::Styles(_) | Self::Workers(_) => Vec::new(),
        }
    }

    /// Puts the rows to a ledger. `known` are those of [`File::ids`] that were posted before.
    pub fn put(&self, ledger: &mut impl Ledger, known: &BTreeSet<EventId>) -> Outcome {
        let mut outcome = Outcome::default();
        match self {
            Self::Styles(read) => {
                outcome.take(read.faults.clone(), read.unused.clone());
                styles::put(&read.rows, ledger, &mut outcome);
            }
            Self::Workers(read) => {
                outcome.take(read.faults.clone(), read.unused.clone());
                workers::put(&read.rows, ledger, &mut outcome);
            }
            Self::Orders(read) => {
                outcome.take(read.faults.clone(), read.unused.clone());
                orders::put(&read.rows, ledger, known, &mut outcome);
            }
            Self::Notebook(read) => {
                outcome.take(read.faults.clone(), read.unused.clone());
                notebook::put(&read.rows, &read.partly, ledger, known, &mut outcome);
            }
        }
        outcome
            .findings
            .sort_by(|one, other| (&one.place.sheet, one.place.line).cmp(&(&other.place.sheet, other.place.line)));
        outcome
    }
}
