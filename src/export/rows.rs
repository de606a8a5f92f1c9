//! Every move and transfer as a row of plain words and numbers.

use super::{Chart, Period};
use crate::journal::Event;
use crate::model::Actor;
use serde::Serialize;
use std::borrow::Cow;

/// Pieces or money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Pieces,
    Yuan,
}

/// A move or a transfer, with the event that it is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The event's place in the chain, and its id.
    pub event: i64,
    pub id: String,
    pub day: String,
    /// When it was written down, UTC.
    pub entered: String,
    pub by: String,
    pub kind: &'static str,
    /// The id of the event that it undoes.
    pub undoes: String,
    pub side: Side,
    /// The flow of a move, the purpose of a transfer.
    pub purpose: &'static str,
    /// Where pieces come from; the account that is credited.
    pub from: String,
    /// Where pieces go; the account that is debited.
    pub to: String,
    /// Pieces, or yuan with two decimals.
    pub amount: String,
    pub note: String,
}

impl Row {
    /// The columns' names.
    pub const COLUMNS: [&'static str; 13] =
        ["event", "id", "day", "entered", "by", "kind", "undoes", "side", "purpose", "from", "to", "amount", "note"];

    /// The rows of an event that happened in that period.
    #[must_use]
    pub fn of(event: &Event, chart: Chart<'_>, period: Period) -> Vec<Self> {
        if !period.contains(event.day) {
            return Vec::new();
        }
        let row = |side, purpose, from, to, amount| Self {
            event: event.seq.0,
            id: event.id.to_string(),
            day: event.day.to_string(),
            entered: event.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            by: by(event.actor, chart),
            kind: event.kind(),
            undoes: event.reverses.map(|id| id.to_string()).unwrap_or_default(),
            side,
            purpose,
            from,
            to,
            amount,
            note: event.note.to_string(),
        };
        let moves = event.moves.iter().map(|step| {
            let [from, to] = [step.from, step.to].map(|place| chart.place(place));
            row(Side::Pieces, step.flow.code(), from, to, step.pieces.to_string())
        });
        let transfers = event.transfers.iter().map(|transfer| {
            let [from, to] = [transfer.credit, transfer.debit].map(|account| chart.account(account));
            row(Side::Yuan, transfer.purpose.code(), from, to, transfer.fen.to_string())
        });
        moves.chain(transfers).collect()
    }
}

fn by(actor: Actor, chart: Chart<'_>) -> String {
    match actor {
        Actor::Coordinator { user } => format!("coordinator {user}"),
        Actor::Helper { user } => format!("helper {user}"),
        Actor::Worker { worker } => chart.account(crate::journal::Account::Worker { worker }),
        Actor::Firm { firm } => chart.account(crate::journal::Account::Firm { firm }),
        Actor::Operator => "operator".to_owned(),
    }
}

/// A text for a cell of a CSV file, so that no spreadsheet runs it as a formula: what begins like one gets an apostrophe before it
/// (OWASP, "CSV Injection").
#[must_use]
pub fn as_text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(["'", text].concat())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"] {
            assert_eq!(as_text(text), format!("'{text}"));
        }
        assert_eq!(as_text("W01 = 3"), "W01 = 3");
    }
}
