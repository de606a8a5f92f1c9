//! Whether pieces came back refused or never came there, as forms and addresses write it.

use crate::request::{Problem, Why};
use ledger::model::Came;
use ledger::store::reads::delivery::DeliveryLine;
use ledger::values::ids::LineId;
use ledger::values::pieces::Pieces;

/// As it is written.
pub const fn code(came: Came) -> &'static str {
    match came {
        Came::Back => "back",
        Came::Short => "short",
    }
}

/// What is written.
///
/// # Errors
/// [`Problem::Field`] for anything else.
pub fn of_code(text: &str) -> Result<Came, Problem> {
    match text {
        "back" => Ok(Came::Back),
        "short" => Ok(Came::Short),
        _ => Err(Problem::field("came", Why::Unknown)),
    }
}

/// What of a line still waits for a decision.
pub const fn waiting(line: &DeliveryLine, came: Came) -> Pieces {
    match came {
        Came::Back => line.refused,
        Came::Short => line.missing,
    }
}

/// Tells the forms about one line's refused or missing pieces from the others on the page.
pub fn key(line: LineId, came: Came) -> String {
    format!("{line}-{}", code(came))
}
