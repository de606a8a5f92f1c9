//! `petalwork import`: a file into the books, all or nothing.

use super::Failure;
use super::workshop::Which;
use crate::files;
use app::coordinator::{added, findings};
use app::language::Language;
use clap::{Args, ValueEnum};
use ledger::import::Kind;
use ledger::model::Actor;
use ledger::parse::limit::UPLOAD_BYTES;
use ledger::store::{Import, Store};
use ledger::values::clock::{Clock, SystemClock};
use leptos::prelude::{Owner, provide_context};
use std::io::Read;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(super) struct ImportFile {
    /// What the file contains; for a new village in this order.
    kind: What,
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// The language of the messages.
    #[arg(long, default_value = "zh-CN")]
    language: Tongue,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Styles,
    Workers,
    /// A trade firm's XLSX workbook.
    Orders,
    /// A paper notebook as CSV.
    Notebook,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Tongue {
    #[value(name = "zh-CN")]
    Chinese,
    #[value(name = "en")]
    English,
}

impl ImportFile {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let bytes = self.bytes()?;
        let store = Store::open(database).await?;
        let workshop = self.which.find(&store).await?;
        let kind = match self.kind {
            What::Styles => Kind::Styles,
            What::Workers => Kind::Workers,
            What::Orders => Kind::Orders,
            What::Notebook => Kind::Notebook,
        };
        let file = files::reader(files::this_program().map_err(Failure::one)?).read(kind, bytes).await;
        let outcome = store.import(workshop.id, SystemClock.now(), Actor::Operator, file, Import::Post).await?;
        store.close().await;
        Owner::new().with(|| {
            provide_context(match self.language {
                Tongue::Chinese => Language::ZhCn,
                Tongue::English => Language::En,
            });
            if !outcome.is_clean() {
                let (mut lines, more) = findings(&outcome);
                if more > 0 {
                    lines.push(app::words::say_with(app::words::language(), "import-more", |language, arguments| {
                        arguments.set("n", app::words::Argument::into_value(more, language));
                    }));
                }
                return Err(Failure(lines));
            }
            for (kind, n) in added(&outcome) {
                println!("{kind}\t{n}");
            }
            if outcome.total() == 0 {
                println!("{}", app::words::say(app::words::language(), "import-nothing-new"));
            }
            Ok(())
        })
    }

    /// The file, as far as one could be taken: one byte more than may be says that it is too large.
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let open = |error| Failure::one(format!("{}: {error}", self.file.display()));
        let mut bytes = Vec::new();
        let file = std::fs::File::open(&self.file).map_err(open)?;
        file.take(UPLOAD_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(open)?;
        Ok(bytes)
    }
}
