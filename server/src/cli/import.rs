//! `petalwork import`: a file into the books, all or nothing.

use super::Failure;
use super::workshop::Which;
use crate::files;
use app::coordinator::{added, findings};
use app::language::Language;
use app::request::FileRead;
use clap::{Args, ValueEnum};
use ledger::import::{File, Kind};
use ledger::model::Actor;
use ledger::parse::field::Field;
use ledger::parse::limit::UPLOAD_BYTES;
use ledger::parse::orders::SeenInFile;
use ledger::store::{Import, Store, StylePicture};
use ledger::values::clock::{Clock, SystemClock};
use ledger::values::ids::WorkshopId;
use ledger::values::text::Code;
use leptos::prelude::{Owner, provide_context};
use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(super) struct ImportFile {
    /// What the file contains; for a new village in this order.
    kind: What,
    file: PathBuf,
    /// What a column is whose header does not say it; may be given several times.
    ///
    /// FIELD of styles is style, name, step, step-name, rate, minutes or from; of workers worker, worker-name, minutes-a-day, days-off or
    /// skills; of orders style, name, variant, pieces, price, pack, note, order, firm, placed or due; of the notebook day, worker, order,
    /// style, variant, step, entry, pieces, yuan or note.
    #[arg(long = "map", value_name = "COLUMN=FIELD", value_parser = mapped)]
    map: Vec<(String, String)>,
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
    /// What a trade firm sends.
    Orders,
    /// A paper notebook.
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
        let mut mappings = store.remembered_columns(workshop.id, kind).await?;
        for (column, field) in &self.map {
            let field = kind.field(field).ok_or_else(|| Failure::one(unknown(kind, field)))?;
            if !mappings.of_file.say(column, field) {
                return Err(Failure::one(format!("--map: the column {column} is named twice")));
            }
        }
        let reader = files::reader(files::this_program().map_err(Failure::one)?);
        let mapping = mappings.of_file.clone();
        let FileRead { file, pictures, .. } = reader.read(kind, bytes, mappings).await;
        let (taken, firms) = (taken(&file), file.firms());
        let outcome = store.import(workshop.id, SystemClock.now(), Actor::Operator, file, Import::Post).await?;
        if outcome.is_clean() {
            store.remember_columns(workshop.id, kind, firms, &mapping).await?;
        }
        let photos = if outcome.is_clean() { photos(&store, workshop.id, pictures).await? } else { Vec::new() };
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
            print!("{taken}");
            photos.iter().for_each(|style| println!("photo\t{style}"));
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

/// Puts the pictures that stand beside a line to its style, where that has no photo yet; the codes of those styles.
async fn photos(store: &Store, workshop: WorkshopId, pictures: Vec<SeenInFile>) -> Result<Vec<Code>, Failure> {
    let styles = store.read(workshop).await?.styles().styles_listed(None).await?;
    let mut given = BTreeSet::new();
    let of_style = |seen: SeenInFile| Some(StylePicture { style: seen.style?, was: None, picture: seen.picture });
    let of_styles = pictures.into_iter().filter_map(of_style);
    let lacks = |seen: &StylePicture| styles.lacks_photo(&seen.style) && given.insert(seen.style.clone());
    let lacking = of_styles.filter(lacks).collect();
    let put = store.set_photos_of_styles(workshop, SystemClock.now(), Actor::Operator, lacking).await;
    put.map_err(Failure::one)
}

/// `款号=style`
fn mapped(text: &str) -> Result<(String, String), String> {
    let (column, field) = text.rsplit_once('=').ok_or("COLUMN=FIELD is wanted")?;
    Ok((column.to_owned(), field.trim().to_owned()))
}

/// That no column of such a file is that.
fn unknown(kind: Kind, field: &str) -> String {
    let fields: Vec<_> = kind.fields().map(Field::code).collect();
    format!("--map: {field} is no column of {}; FIELD is {}", kind.code(), fields.join(", "))
}

/// Each order of a firm's file with its lines, as they were taken; nothing of another file.
fn taken(file: &File) -> String {
    let File::Orders(read) = file else { return String::new() };
    let mut text = String::new();
    for order in &read.rows {
        let (placed, due) = (order.placed, order.due);
        text.push_str(&format!("order\t{}\t{}\t{placed}\t{due}\n", order.code, order.firm));
        for line in &order.lines {
            let (pieces, pack) = (line.pieces, line.pack);
            text.push_str(&format!("line\t{}\t{}\t{pieces}\t{}\t{pack}\n", line.style, line.variant, line.price));
        }
    }
    text
}
