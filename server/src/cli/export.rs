//! `petalwork export`: the books for others, to standard output.

use super::Failure;
use super::workshop::Which;
use clap::{Args, ValueEnum};
use csv::{Terminator, WriterBuilder};
use ledger::export::{Chart, Hledger, Period, Row, Workbook, as_text};
use ledger::journal::Event;
use ledger::store::{Snapshot, Store, Workshop};
use ledger::values::day::Day;
use ledger::values::ids::Seq;
use std::io::{BufWriter, Write};

#[derive(Args, Debug)]
pub(super) struct Export {
    what: What,
    #[arg(long)]
    format: Format,
    /// The first day; without it, from the beginning.
    #[arg(long, value_name = "DAY")]
    from: Option<Day>,
    /// The last day; without it, to the end.
    #[arg(long, value_name = "DAY")]
    until: Option<Day>,
    #[command(flatten)]
    which: Which,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// Every move and every transfer.
    Books,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A journal for hledger, with opening balances from before the first day.
    Hledger,
    /// UTF-8 with a byte order mark, so that spreadsheets read Chinese.
    Csv,
    Xlsx,
}

impl Export {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let What::Books = self.what;
        let period = Period::of(self.from, self.until).map_err(Failure::one)?;
        let store = Store::open(database).await?;
        let workshop = self.which.find(&store).await?;
        let mut snapshot = store.read(workshop.id).await?;
        let books = snapshot.books().await?;
        let chart = Chart { books: &books };
        let out = BufWriter::new(std::io::stdout().lock());
        match self.format {
            Format::Hledger => hledger(&mut snapshot, &workshop, chart, period, out).await?,
            Format::Csv => csv(&mut snapshot, chart, period, out).await?,
            Format::Xlsx => xlsx(&mut snapshot, chart, period, out).await?,
        }
        drop(snapshot);
        store.close().await;
        Ok(())
    }
}

/// Every event, in order, up to the end that the chain has in that snapshot.
async fn each(snapshot: &mut Snapshot, mut of: impl FnMut(&Event) -> Result<(), Failure>) -> Result<(), Failure> {
    let last = snapshot.head().await?.seq;
    let mut after = Seq(0);
    loop {
        let events = snapshot.events_after(after, last).await?;
        let Some(end) = events.last() else { return Ok(()) };
        after = end.seq;
        events.iter().try_for_each(&mut of)?;
    }
}

async fn hledger(
    snapshot: &mut Snapshot,
    workshop: &Workshop,
    chart: Chart<'_>,
    period: Period,
    mut out: impl Write,
) -> Result<(), Failure> {
    let mut journal = Hledger::new(chart, period);
    out.write_all(Hledger::begin(workshop.name.as_str()).as_bytes()).map_err(Failure::one)?;
    each(snapshot, |event| out.write_all(journal.event(event).as_bytes()).map_err(Failure::one)).await?;
    out.write_all(journal.end().as_bytes()).and_then(|()| out.flush()).map_err(Failure::one)
}

async fn csv(snapshot: &mut Snapshot, chart: Chart<'_>, period: Period, mut out: impl Write) -> Result<(), Failure> {
    out.write_all("\u{feff}".as_bytes()).map_err(Failure::one)?;
    let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).has_headers(false).from_writer(out);
    rows.write_record(Row::COLUMNS).map_err(Failure::one)?;
    each(snapshot, |event| {
        Row::of(event, chart, period)
            .into_iter()
            .try_for_each(|row| rows.serialize(harmless(row)).map_err(Failure::one))
    })
    .await?;
    rows.flush().map_err(Failure::one)
}

/// What people named or wrote, as texts that no spreadsheet runs.
fn harmless(row: Row) -> Row {
    let text = |text: &str| as_text(text).into_owned();
    Row { note: text(&row.note), from: text(&row.from), to: text(&row.to), by: text(&row.by), ..row }
}

async fn xlsx(snapshot: &mut Snapshot, chart: Chart<'_>, period: Period, mut out: impl Write) -> Result<(), Failure> {
    let mut workbook = Workbook::new().map_err(Failure::one)?;
    each(snapshot, |event| {
        Row::of(event, chart, period).iter().try_for_each(|row| workbook.add(row).map_err(Failure::one))
    })
    .await?;
    out.write_all(&workbook.bytes().map_err(Failure::one)?).and_then(|()| out.flush()).map_err(Failure::one)
}
