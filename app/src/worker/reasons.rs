//! Why something is not right, to be chosen by the person who writes little.

use crate::components::Pick;
use crate::request::{Problem, Why, field};
use ledger::values::text::Note;

/// The reason that says nothing by itself: it needs words of her own.
const OTHER: &str = "other";

/// Reasons to choose from, each by its code; "something else" comes last by itself.
pub struct Reasons(pub Vec<(&'static str, String)>);

impl Reasons {
    fn all(self) -> impl Iterator<Item = (&'static str, String)> {
        self.0.into_iter().chain([(OTHER, t!("my-dispute-other"))])
    }

    /// For a choice.
    pub fn picks(self) -> Vec<Pick> {
        self.all().map(|(code, words)| Pick::new(code, words)).collect()
    }

    /// What she chose with what she added, as the coordinator will read it.
    ///
    /// # Errors
    /// [`Problem::Field`] of `why` or of `words`.
    pub fn note(self, code: &str, own: &str) -> Result<Note, Problem> {
        let missing = || Problem::field("why", if code.is_empty() { Why::Missing } else { Why::Unknown });
        let (code, words) = self.all().find(|(known, _)| *known == code).ok_or_else(missing)?;
        match (code, own.trim()) {
            (OTHER, "") => Err(Problem::field("words", Why::Missing)),
            (OTHER, own) => field::note("words", own),
            (_, "") => field::note("why", &words),
            (_, own) => field::note("words", &format!("{words} · {own}")),
        }
    }
}
