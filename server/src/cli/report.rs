//! `petalwork report`: what the books add up to, as CSV.

use super::Failure;
use super::workshop::Which;
use clap::{Args, ValueEnum};
use csv::{Terminator, WriterBuilder};
use ledger::export::as_text;
use ledger::store::Store;
use ledger::store::reads::report::{StepTotals, WorkerTotals};
use serde::Serialize;

#[derive(Args, Debug)]
pub(super) struct Report {
    of: Of,
    #[command(flatten)]
    which: Which,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// What each worker made, earned and is owed.
    Workers,
    /// Where the pieces of each order line are, step by step.
    Lines,
}

impl Report {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let workshop = self.which.find(&store).await?.id;
        match self.of {
            Of::Workers => {
                let rows = store.read(workshop).await?.worker_totals().await?;
                print(rows.into_iter().map(|row| WorkerTotals { worker: safe(&row.worker), ..row }))
            }
            Of::Lines => {
                let rows = store.read(workshop).await?.step_totals().await?;
                let made_safe = |row: StepTotals| {
                    let [order, style, step] = [&row.order, &row.style, &row.step].map(|text| safe(text));
                    let variant = row.variant.as_deref().map(safe);
                    StepTotals { order, style, step, variant, ..row }
                };
                print(rows.into_iter().map(made_safe))
            }
        }?;
        store.close().await;
        Ok(())
    }
}

/// A text that no spreadsheet runs as a formula.
fn safe(text: &str) -> String {
    as_text(text).into_owned()
}

/// Prints rows as RFC 4180 has them, each line ended by CR LF.
fn print<T: Serialize>(rows: impl Iterator<Item = T>) -> Result<(), Failure> {
    let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(std::io::stdout().lock());
    for row in rows {
        out.serialize(row).map_err(Failure::one)?;
    }
    out.flush().map_err(Failure::one)
}
