//! Recording what was counted.

use crate::addresses;
use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::model;
use ledger::model::{CountPart, Made};
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was typed of one issue; an empty field is zero.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RowTyped {
    issue: String,
    /// What she had when the page was made: fresh, and in rework.
    hand: String,
    redo: String,
    accepted: String,
    rework: String,
    scrapped: String,
    redo_accepted: String,
    redo_scrapped: String,
}

#[server(prefix = "/api", endpoint = "count")]
pub async fn count(
    event: String,
    worker: String,
    #[server(default)] rows: Vec<RowTyped>,
    #[server(default)] reason: String,
    #[server(default)] words: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let parts = parsed(&rows)?;
    let why = joined(&reason, &words);
    if parts.iter().any(|part| part.scrapped.any()) && why.is_empty() {
        return Err(Problem::field("reason", Why::Missing));
    }
    let ask = model::Count {
        worker: field::id("worker", &worker)?,
        parts,
        reason: field::note("words", &why)?,
        declared: None,
    };
    asking.perform(&event, None, ask).await?;
    go(addresses::count(), Done::Counted)
}

/// The reason that was chosen, and what was added to it.
fn joined(reason: &str, words: &str) -> String {
    match (reason.trim(), words.trim()) {
        (reason, "") => reason.to_owned(),
        ("", words) => words.to_owned(),
        (reason, words) => t!("reason-words", reason = reason, words = words),
    }
}

fn parsed(rows: &[RowTyped]) -> Result<Vec<CountPart>, Problem> {
    let mut parts = Vec::new();
    for row in rows {
        let number = |part: &str, typed: &str| field::pieces_or_none(&format!("rows[{}][{part}]", row.issue), typed);
        let seen = |part: &str, had: &str| if had.is_empty() { Ok(None) } else { number(part, had).map(Some) };
        let issue = field::id("issue", &row.issue)?;
        let fresh = CountPart {
            issue,
            made: Made::Fresh,
            accepted: number("accepted", &row.accepted)?,
            rework: number("rework", &row.rework)?,
            scrapped: number("scrapped", &row.scrapped)?,
            seen: seen("hand", &row.hand)?,
        };
        let again = CountPart {
            issue,
            made: Made::Again,
            accepted: number("redo_accepted", &row.redo_accepted)?,
            rework: Pieces::ZERO,
            scrapped: number("redo_scrapped", &row.redo_scrapped)?,
            seen: seen("redo", &row.redo)?,
        };
        let any = |part: &CountPart| part.accepted.any() || part.rework.any() || part.scrapped.any();
        parts.extend([fresh, again].into_iter().filter(any));
    }
    Ok(parts)
}
