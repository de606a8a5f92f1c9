//! The road's last part: a transaction that holds a workshop's chain while commands are decided, then posts all or nothing.

use super::pools::Turn;
use super::query::query;
use super::{BoxFuture, Engine, Refused, Store, StoreError, gather, post, records};
use crate::journal::{Books, ChainLink, Event, Hash};
use crate::model::Actor;
use crate::model::command::Command;
use crate::rules::decide::{decide, would};
use crate::rules::decision::{Decided, Moment};
use crate::rules::refusal::Refusal;
use crate::values::clock::Zone;
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, WorkshopId};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// What is asked, by whom, as of which day.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Made where the request began. The same id twice is one event.
    pub id: EventId,
    pub actor: Actor,
    /// The day on which it happened; `None` for today.
    pub day: Option<Day>,
    pub command: Command,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    pub event: Event,
    /// Whether it had been posted before, and this was only asked again.
    pub repeated: bool,
}

/// An open transaction on one workshop's books. Dropped without [`Writing::commit`], nothing happened.
pub struct Writing {
    turn: Turn,
    workshop: WorkshopId,
    at: DateTime<Utc>,
    today: Day,
    coordinators: i64,
    head: Hash,
    seq: Seq,
    pub(super) books: Books,
    posted: Vec<(Event, ChainLink)>,
}

impl Store {
    /// Carries out one command: the one way in for pages, phones and the command line.
    ///
    /// # Errors
    /// [`Refused`]: by a rule, or because the database failed. Nothing was changed.
    pub fn perform(&self, workshop: WorkshopId, at: DateTime<Utc>, ask: Ask) -> BoxFuture<'_, Receipt, Refused> {
        Box::pin(async move {
            let mut writing = self.write(workshop, at).await?;
            let receipt = writing.receive(ask).await?;
            writing.commit().await?;
            Ok(receipt)
        })
    }

    /// Carries out several commands, all or none; each is an event of its own, and sees what those before it did.
    ///
    /// # Errors
    /// The place of the command that was refused, from 0, and why. Nothing was changed.
    pub fn perform_all(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        asks: Vec<Ask>,
    ) -> BoxFuture<'_, Vec<Receipt>, (usize, Refused)> {
        Box::pin(async move {
            let mut writing = self.write(workshop, at).await.map_err(|error| (0, error.into()))?;
            // All is read before anything is decided: read later, the database's balances would hide what was decided since.
            let mut read = Vec::with_capacity(asks.len());
            for (place, ask) in asks.iter().enumerate() {
                read.push(writing.earlier_or_read(ask).await.map_err(|refused| (place, refused))?);
            }
            let mut receipts = Vec::with_capacity(asks.len());
            for (place, (ask, earlier)) in asks.into_iter().zip(read).enumerate() {
                let receipt = match earlier {
                    Some(event) => Receipt { event, repeated: true },
                    None => {
                        let event = writing.decide(ask).map_err(|refusal| (place, refusal.into()))?;
                        Receipt { event, repeated: false }
                    }
                };
                receipts.push(receipt);
            }
            writing.commit().await.map_err(|error| (0, error.into()))?;
            Ok(receipts)
        })
    }

    /// Carries out a command, then those that follow from its event, all or none: a style and its first rates.
    ///
    /// # Errors
    /// The place of the command that was refused, from 0, and why. Nothing was changed.
    pub async fn perform_then(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        ask: Ask,
        then: impl FnOnce(&Event) -> Vec<Ask> + Send,
    ) -> Result<Vec<Receipt>, (usize, Refused)> {
        let mut writing = self.write(workshop, at).await.map_err(|error| (0, error.into()))?;
        let first = writing.receive(ask).await.map_err(|refused| (0, refused))?;
        let asks = then(&first.event);
        let mut receipts = vec![first];
        for (ask, place) in asks.into_iter().zip(1..) {
            // Written down first, so that what is read for it is what is true since.
            writing.post().await.map_err(|error| (place, error.into()))?;
            receipts.push(writing.receive(ask).await.map_err(|refused| (place, refused))?);
        }
        writing.commit().await.map_err(|error| (0, error.into()))?;
        Ok(receipts)
    }

    /// What would come of a command, without doing it; of one that must be approved, once it is.
    ///
    /// # Errors
    /// [`Refused`], as [`Store::perform`] would.
    pub fn rehearse(&self, workshop: WorkshopId, at: DateTime<Utc>, ask: Ask) -> BoxFuture<'_, Event, Refused> {
        Box::pin(async move {
            let mut writing = self.write(workshop, at).await?;
            match writing.earlier_or_read(&ask).await? {
                Some(event) => Ok(event),
                None => {
                    let (id, actor) = (ask.id, ask.actor);
                    let decided = would(&writing.books, writing.moment(&ask), ask.command)?;
                    Ok(writing.event(id, actor, decided))
                }
            }
        })
    }

    /// Opens a workshop's books for writing, waiting for the one who writes to them now.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such workshop or the database fails.
    pub fn write(&self, workshop: WorkshopId, at: DateTime<Utc>) -> BoxFuture<'_, Writing> {
        Box::pin(async move {
            let lock = if self.pools.engine == Engine::Postgres { " FOR UPDATE" } else { "" };
            let mut turn = self.pools.begin().await?;
            let text = format!(
                "SELECT head_seq, head_hash, last_id, settled_through, approval, \
             (SELECT COUNT(*) FROM users WHERE workshop = $1 AND firm IS NULL) FROM workshops WHERE id = $1{lock}"
            );
            let found = query(text).bind(workshop).optional(&mut *turn.tx).await?;
            let (seq, head, last_id, settled_through, approval, coordinators): (
                Seq,
                String,
                i64,
                Option<Day>,
                bool,
                i64,
            ) = found.ok_or(StoreError::NoWorkshop)?;
            Ok(Writing {
                seq,
                head: Hash::kept(head),
                books: Books { approval, settled_through, last_id, ..Books::default() },
                coordinators,
                turn,
                workshop,
                at,
                today: Zone::china().day(at),
                posted: Vec::new(),
            })
        })
    }
}

impl Writing {
    /// Whose books they are.
    #[must_use]
    pub const fn workshop(&self) -> WorkshopId {
        self.workshop
    }

    /// Where the chain ends, with what was decided.
    #[must_use]
    pub const fn head(&self) -> &Hash {
        &self.head
    }

    /// The books as far as they were read, with what was decided since.
    #[must_use]
    pub const fn books(&self) -> &Books {
        &self.books
    }

    /// Reads all entities and balances, for a writer of many commands. Past events are not among them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn read_all(&mut self) -> Result<(), StoreError> {
        records::read_all(&mut self.turn.tx, self.workshop, &mut self.books).await
    }

    /// Reads what deciding that command needs, beside what is in the books already.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn read_for(&mut self, command: &Command) -> Result<(), StoreError> {
        gather::gather(&mut self.turn.tx, self.workshop, command, self.today, &mut self.books).await
    }

    /// Which of these events were posted already.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn known(&mut self, ids: &[EventId]) -> Result<BTreeSet<EventId>, StoreError> {
        gather::known(&mut self.turn.tx, self.workshop, ids).await
    }

    /// Decides a command by these books and adds its event to them, to be posted by [`Writing::commit`].
    ///
    /// # Errors
    /// [`Refusal`]: nothing was added.
    pub fn decide(&mut self, ask: Ask) -> Result<Event, Refusal> {
        if self.books.entries.contains_key(&ask.id) {
            return Err(Refusal::IdReused);
        }
        let (id, actor, moment) = (ask.id, ask.actor, self.moment(&ask));
        let decided = decide(&self.books, moment, ask.command)?;
        let event = self.event(id, actor, decided);
        // `decide` has checked the law against the same books.
        let internal = |broken: &dyn ToString| Refusal::Internal { broken: broken.to_string() };
        self.books.apply(&event).map_err(|broken| internal(&broken))?;
        let body = post::body(&event).map_err(|error| internal(&error))?;
        let link = ChainLink::after(self.head.clone(), body);
        self.head = link.hash.clone();
        self.seq = event.seq;
        self.posted.push((event.clone(), link));
        Ok(event)
    }

    fn moment(&self, ask: &Ask) -> Moment {
        let day = ask.day.unwrap_or(self.today);
        Moment { id: ask.id, actor: ask.actor, day, today: self.today, coordinators: self.coordinators }
    }

    /// The next event of the chain.
    fn event(&self, id: EventId, actor: Actor, decided: Decided) -> Event {
        let Decided { asked, day, decision } = decided;
        Event {
            workshop: self.workshop,
            seq: Seq(self.seq.0 + 1),
            id,
            at: self.at,
            day,
            actor,
            asked,
            reverses: decision.reverses,
            entities: decision.entities,
            moves: decision.moves,
            transfers: decision.transfers,
            note: decision.note,
        }
    }

    /// Posts all that was decided, in one transaction.
    ///
    /// # Errors
    /// [`StoreError`], and then none of it happened.
    pub fn commit(mut self) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            self.post().await?;
            self.turn.commit().await
        })
    }

    /// Writes down what was decided, in the transaction that is open.
    fn post(&mut self) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            post::post(&mut self.turn.tx, self.workshop, &self.posted, &self.books).await?;
            self.posted.clear();
            Ok(())
        })
    }

    /// Decides a command by what the database says, unless it was posted before.
    fn receive(&mut self, ask: Ask) -> BoxFuture<'_, Receipt, Refused> {
        Box::pin(async move {
            match self.earlier_or_read(&ask).await? {
                Some(event) => Ok(Receipt { event, repeated: true }),
                None => Ok(Receipt { event: self.decide(ask)?, repeated: false }),
            }
        })
    }

    /// The event that a command was already, or else what deciding it needs to know.
    fn earlier_or_read<'a>(&'a mut self, ask: &'a Ask) -> BoxFuture<'a, Option<Event>, Refused> {
        Box::pin(async move {
            if let Some(event) = self.earlier(ask.id).await? {
                let same = event.is_of(&ask.command) && event.actor == ask.actor;
                return if same { Ok(Some(event)) } else { Err(Refusal::IdReused.into()) };
            }
            let day = ask.day.unwrap_or(self.today);
            gather::gather(&mut self.turn.tx, self.workshop, &ask.command, day, &mut self.books).await?;
            Ok(None)
        })
    }

    async fn earlier(&mut self, id: EventId) -> Result<Option<Event>, StoreError> {
        gather::event(&mut self.turn.tx, self.workshop, id).await
    }
}
