//! Import into a workshop: a whole file or nothing of it.

use super::background::in_background;
use super::deciding::Deciding;
use super::pools::Turn;
use super::{Ask, BoxFuture, Store, StoreError, unposted};
use crate::import::{File, Ledger, Outcome, Posting};
use crate::journal::{Books, Event};
use crate::model::Actor;
use crate::rules::refusal::Refusal;
use crate::values::ids::{EventId, Seq, WorkshopId};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::BTreeSet;
use std::sync::{Arc, Weak};

/// Whether an import is to be carried out, or only looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Import {
    Preview,
    Post,
}

/// So often a file is decided without holding up those who write; where they write to the same books all the time, it then does.
const TRIES: usize = 3;

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
            let file = Arc::new(file);
            for _ in 0..TRIES {
                // One at a time: deciding a long file keeps a core busy, and others need one too.
                let one = self.importing.lock().await;
                let (deciding, known) = self.opened(workshop, at, &file).await?;
                let (deciding, outcome, parts) = self.decide(deciding, actor, &file, known).await?;
                drop(one);
                if import == Import::Preview || !outcome.is_clean() {
                    return Ok(outcome);
                }
                let mut turn = self.pools.begin().await?;
                // Else somebody wrote to the same books meanwhile, and it may come out otherwise.
                if deciding.is_current(&mut turn, self.pools.lock()).await? {
                    self.post(turn, deciding, parts).await?;
                    return Ok(outcome);
                }
            }
            let (mut turn, mut deciding) = self.write(workshop, at).await?.into_parts();
            let known = read(&mut deciding, &mut turn, &file).await?;
            let (deciding, outcome, parts) = self.decide(deciding, actor, &file, known).await?;
            if outcome.is_clean() {
                self.post(turn, deciding, parts).await?;
            }
            Ok(outcome)
        })
    }

    /// The books as they stand, once nothing of an earlier file is left to be posted, and which of this file's events are in them.
    async fn opened(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        file: &File,
    ) -> Result<(Deciding, BTreeSet<EventId>), StoreError> {
        loop {
            let mut books = self.pools.snapshot().await?;
            let mut deciding = Deciding::open(&mut books, workshop, at, "").await?;
            if !deciding.is_behind() {
                let known = read(&mut deciding, &mut books, file).await?;
                return Ok((deciding, known));
            }
            drop(books);
            self.post_what_is_left(workshop).await?;
        }
    }

    /// Decides all rows, on a thread of its own, and makes the parts in which they are posted if they are many. If the one who waits
    /// for it goes away, it stops.
    async fn decide(
        &self,
        deciding: Deciding,
        actor: Actor,
        file: &Arc<File>,
        known: BTreeSet<EventId>,
    ) -> Result<(Deciding, Outcome, Vec<(Seq, String)>), StoreError> {
        let waits = Arc::new(());
        let waiting = Arc::downgrade(&waits);
        let (file, engine) = (Arc::clone(file), self.engine());
        let decided = in_background(move || {
            let mut importing = Importing { deciding, actor, waiting };
            let outcome = file.put(&mut importing, &known);
            let (decided, end) = importing.deciding.decided();
            let parts = unposted::parts(engine, decided, &end)?;
            Ok((importing.deciding, outcome, parts))
        });
        let decided = decided.await.ok_or(StoreError::BrokeOff)?;
        drop(waits);
        decided
    }

    async fn post(&self, mut turn: Turn, mut deciding: Deciding, parts: Vec<(Seq, String)>) -> Result<(), StoreError> {
        if parts.is_empty() {
            deciding.post(&mut turn).await?;
            return turn.commit().await;
        }
        self.post_parts(turn, deciding.workshop(), parts).await
    }
}

/// Reads all entities and balances, and which of a file's events were posted already.
async fn read(deciding: &mut Deciding, db: &mut AnyConnection, file: &File) -> Result<BTreeSet<EventId>, StoreError> {
    deciding.read_all(db).await?;
    deciding.known(db, &file.ids(deciding.workshop())).await
}

struct Importing {
    deciding: Deciding,
    actor: Actor,
    /// Gone when nobody waits for the outcome any more.
    waiting: Weak<()>,
}

impl Ledger for Importing {
    fn workshop(&self) -> WorkshopId {
        self.deciding.workshop()
    }

    fn books(&self) -> &Books {
        &self.deciding.books
    }

    fn is_awaited(&self) -> bool {
        self.waiting.strong_count() > 0
    }

    fn decide(&mut self, posting: Posting) -> Result<Event, Refusal> {
        let Posting { id, day, command } = posting;
        self.deciding.decide(Ask { id, actor: self.actor, day, command })
    }

    fn next_id(&self, content: &str) -> EventId {
        // The chain's end makes it new each time; whether anything is to be done at all was decided by the books.
        EventId::of_content(self.workshop(), &format!("{content}\u{1f}{}", self.deciding.head()))
    }
}
