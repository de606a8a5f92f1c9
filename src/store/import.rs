//! Import into a workshop: one transaction for a whole file.

use super::{Ask, BoxFuture, Store, Writing};
use crate::import::{File, Ledger, Outcome, Posting};
use crate::journal::{Books, Event};
use crate::model::Actor;
use crate::rules::refusal::Refusal;
use crate::values::ids::{EventId, WorkshopId};
use chrono::{DateTime, Utc};

/// Whether an import is to be carried out, or only looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Import {
    Preview,
    Post,
}

impl Store {
    /// Puts a file's rows to a workshop's ledger: all of them, or, where any is faulty, none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails. Faulty rows are no error but the [`Outcome`]'s findings.
    pub fn import(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        actor: Actor,
        file: File,
        import: Import,
    ) -> BoxFuture<'_, Outcome> {
        Box::pin(async move {
            let mut writing = self.write(workshop, at).await?;
            writing.read_all().await?;
            let known = writing.known(&file.ids(workshop)).await?;
            let mut importing = Importing { writing, actor };
            let outcome = file.put(&mut importing, &known);
            if import == Import::Post && outcome.is_clean() {
                importing.writing.commit().await?;
            }
            Ok(outcome)
        })
    }
}

struct Importing {
    writing: Writing,
    actor: Actor,
}

impl Ledger for Importing {
    fn workshop(&self) -> WorkshopId {
        self.writing.workshop()
    }

    fn books(&self) -> &Books {
        self.writing.books()
    }

    fn decide(&mut self, posting: Posting) -> Result<Event, Refusal> {
        let Posting { id, day, command } = posting;
        self.writing.decide(Ask { id, actor: self.actor, day, command })
    }

    fn next_id(&self, content: &str) -> EventId {
        // The chain's end makes it new each time; whether anything is to be done at all was decided by the books.
        EventId::of_content(self.workshop(), &format!("{content}\u{1f}{}", self.writing.head()))
    }
}
