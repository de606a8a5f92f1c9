//! Styles, their steps, and what a step pays.

mod edit;
mod hourly;
mod list;
mod rate;
mod save;
mod show;
mod study;
mod table;

pub use edit::NewStylePage;
pub use list::StylesPage;
pub use show::StylePage;
pub(super) use table::StylesTable;

use crate::words;
use ledger::model::Step;

/// Rows for steps that a form offers.
const MOST_STEPS: usize = 8;

/// Standard minutes as one would type them: `6`, `7.5`.
fn minutes(step: &Step) -> String {
    let (whole, part) = (step.centiminutes.0 / 100, step.centiminutes.0 % 100);
    let text = format!("{whole}.{part:02}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Standard minutes of a whole piece, all steps together.
fn whole_minutes(steps: &[Step]) -> String {
    words::minutes(steps.iter().map(|step| step.centiminutes).sum())
}
