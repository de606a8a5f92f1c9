//! The newest event of each workshop, looked up by one task for all who wait.

use ledger::store::Store;
use ledger::values::ids::{Seq, WorkshopId};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// What is known of all workshops.
#[derive(Debug, Default)]
struct Known {
    newest: BTreeMap<WorkshopId, Seq>,
    is_end: bool,
}

/// The newest events, looked up while somebody waits: other processes write to the same database.
#[derive(Clone, Debug)]
pub(super) struct Heads {
    store: Store,
    every: Duration,
    known: watch::Sender<Known>,
    /// Whether the task runs.
    looks: Arc<Mutex<bool>>,
}

/// One who waits.
#[derive(Debug)]
pub(crate) struct Waiting(watch::Receiver<Known>);

/// What ended the waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    Event,
    /// The program ends.
    End,
}

impl Heads {
    pub(super) fn new(store: Store, every: Duration) -> Self {
        Self { store, every, known: watch::Sender::default(), looks: Arc::default() }
    }

    /// Begins to look, where nobody waited so far.
    pub(super) fn listen(&self) -> Waiting {
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = Waiting(self.known.subscribe());
        if !*looks {
            *looks = true;
            tokio::spawn(self.clone().look());
        }
        waiting
    }

    pub(super) fn end(&self) {
        self.known.send_modify(|known| known.is_end = true);
    }

    async fn look(self) {
        while self.is_wanted() {
            match self.store.newest_events().await {
                Ok(newest) => {
                    self.known.send_if_modified(|known| {
                        let newest: BTreeMap<_, _> = newest.into_iter().collect();
                        let is_other = newest != known.newest;
                        known.newest = newest;
                        is_other
                    });
                }
                Err(error) => tracing::error!(%error, "the newest events could not be looked up"),
            }
            tokio::time::sleep(self.every).await;
        }
    }

    /// Whether somebody still waits. Where nobody does, the task has ended for who comes next.
    fn is_wanted(&self) -> bool {
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        *looks = self.known.receiver_count() > 0 && !self.known.borrow().is_end;
        *looks
    }
}

impl Waiting {
    /// Waits until that workshop has a newer event.
    pub(crate) async fn beyond(&mut self, workshop: WorkshopId, seq: Seq) -> Heard {
        let is_over = |known: &Known| known.is_end || known.newest.get(&workshop).is_some_and(|newest| *newest > seq);
        match self.0.wait_for(is_over).await {
            Ok(known) if !known.is_end => Heard::Event,
            Ok(_) | Err(_) => Heard::End,
        }
    }
}
