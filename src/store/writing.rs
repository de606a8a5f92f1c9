//! The road's last part: a transaction that holds a workshop's chain while commands are decided, then posts all or nothing.

use super::deciding::Deciding;
use super::pools::Turn;
use super::{Ask, BoxFuture, Receipt, Refused, Store, StoreError};
use crate::journal::{Books, Event, Hash};
use crate::model::command::Command;
use crate::rules::refusal::Refusal;
use crate::values::ids::WorkshopId;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// An open transaction on one workshop's books. Dropped without [`Writing::commit`], nothing happened.
pub struct Writing {
    turn: Turn,
    deciding: Deciding,
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

    /// Opens a workshop's books for writing, waiting for the one who writes to them now.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such workshop or the database fails.
    pub fn write(&self, workshop: WorkshopId, at: DateTime<Utc>) -> BoxFuture<'_, Writing> {
        Box::pin(async move {
            loop {
                let mut turn = self.pools.begin().await?;
                let deciding = Deciding::open(&mut turn, workshop, at, self.pools.lock()).await?;
                if !deciding.is_behind() {
                    return Ok(Writing { turn, deciding });
                }
                drop(turn);
                self.post_what_is_left(workshop).await?;
            }
        })
    }
}

impl Writing {
    /// Whose books they are.
    #[must_use]
    pub const fn workshop(&self) -> WorkshopId {
        self.deciding.workshop()
    }

    /// Where the chain ends, with what was decided.
    #[must_use]
    pub const fn head(&self) -> &Hash {
        self.deciding.head()
    }

    /// The books as far as they were read, with what was decided since.
    #[must_use]
    pub const fn books(&self) -> &Books {
        &self.deciding.books
    }

    /// Reads all entities and balances, for a writer of many commands. Past events are not among them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn read_all(&mut self) -> Result<(), StoreError> {
        self.deciding.read_all(&mut self.turn).await
    }

    /// Reads what deciding that command needs, beside what is in the books already.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn read_for(&mut self, command: &Command) -> Result<(), StoreError> {
        self.deciding.read_for(&mut self.turn, command).await
    }

    /// Decides a command by these books and adds its event to them, to be posted by [`Writing::commit`].
    ///
    /// # Errors
    /// [`Refusal`]: nothing was added.
    pub fn decide(&mut self, ask: Ask) -> Result<Event, Refusal> {
        self.deciding.decide(ask)
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
    async fn post(&mut self) -> Result<(), StoreError> {
        self.deciding.post(&mut self.turn).await
    }

    /// The transaction and what is decided in it, for a file that is decided on a thread of its own.
    pub(super) fn into_parts(self) -> (Turn, Deciding) {
        (self.turn, self.deciding)
    }

    /// The transaction, for what is written beside the books.
    pub(super) fn db(&mut self) -> &mut AnyConnection {
        &mut self.turn
    }

    /// Decides a command by what the database says, unless it was posted before.
    pub(super) fn receive(&mut self, ask: Ask) -> BoxFuture<'_, Receipt, Refused> {
        Box::pin(async move {
            match self.earlier_or_read(&ask).await? {
                Some(event) => Ok(Receipt { event, repeated: true }),
                None => Ok(Receipt { event: self.decide(ask)?, repeated: false }),
            }
        })
    }

    fn earlier_or_read<'a>(&'a mut self, ask: &'a Ask) -> BoxFuture<'a, Option<Event>, Refused> {
        self.deciding.earlier_or_read(&mut self.turn, ask)
    }
}
