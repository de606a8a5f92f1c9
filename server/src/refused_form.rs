//! A refused form as it is kept in the database.

use app::components::{Draft, DraftAnswer};
use app::request::Problem;
use ledger::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A refused form: what was typed, and why it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RefusedForm {
    /// The address that it was sent to.
    pub action: String,
    /// Every field by its name; one that came several times has a line for each. No secrets.
    pub fields: BTreeMap<String, String>,
    pub problem: Problem,
}

/// More than that is not kept.
const MOST_BYTES: usize = 64 * 1024;

impl RefusedForm {
    /// As JSON; `None` where it is too much.
    pub fn to_json(&self) -> Option<String> {
        serde_json::to_string(self).ok().filter(|text| text.len() <= MOST_BYTES)
    }

    /// From that text.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// For the page, in the language of the request.
    pub fn draft(self) -> Draft {
        if matches!(self.problem, Problem::Refused { refusal: Refusal::IdReused, .. }) {
            // It is recorded already, as it was first filled in. Filled in again, it would be recorded beside that: the page
            // says so above its forms, and none of them shows what was typed.
            return Draft { refusal: Some(self.problem.words()), ..Draft::default() };
        }
        let refusal = match self.problem {
            Problem::SignedOut | Problem::PinNeeded | Problem::ProofNeeded => app::t!("draft-signed-in"),
            ref problem => problem.words(),
        };
        // Refused by a rule, the form is a new event when it is sent again. In all other cases the first may have been
        // recorded, with its answer lost: then the same id is the same event.
        let again = matches!(
            self.problem,
            Problem::SignedOut
                | Problem::PinNeeded
                | Problem::ProofNeeded
                | Problem::Wait { .. }
                | Problem::Full
                | Problem::Unposted
                | Problem::Database
        );
        let event = self.fields.get("event").filter(|_| again).cloned();
        let field = self.problem.field_name().map(str::to_owned);
        let answer = match self.problem {
            Problem::Ask { .. } => DraftAnswer::Asked,
            Problem::Review { .. } => DraftAnswer::Review,
            _ => DraftAnswer::Refused,
        };
        Draft { action: self.action, fields: self.fields, refusal: Some(refusal), field, answer, event }
    }
}
