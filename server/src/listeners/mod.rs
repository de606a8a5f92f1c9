//! How many may wait for news: each holds a connection, and pages need some too.

mod heads;

pub(crate) use heads::Heard;

use app::request::SessionId;
use heads::{Heads, Waiting};
use ledger::store::Store;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A third of the connections.
const PLACES: usize = 256;
/// Windows that one person sees at once; a script asks only while its page is seen.
const PLACES_OF_A_SESSION: usize = 4;

/// All who wait for news with a page open.
#[derive(Clone, Debug)]
pub struct Listeners {
    heads: Heads,
    places: Arc<Semaphore>,
    of_sessions: Arc<Mutex<HashMap<SessionId, usize>>>,
}

/// One of them; the place is free when it is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    session: SessionId,
    of_sessions: Arc<Mutex<HashMap<SessionId, usize>>>,
    _one: OwnedSemaphorePermit,
}

impl Listeners {
    /// How often the books are looked at while somebody waits: as fast as people look up.
    pub const LOOK_EVERY: Duration = Duration::from_secs(2);

    /// Nobody waits yet. While anybody does, the database is looked at so often.
    #[must_use]
    pub fn new(store: Store, every: Duration) -> Self {
        let places = Arc::new(Semaphore::new(PLACES));
        Self { heads: Heads::new(store, every), places, of_sessions: Arc::default() }
    }

    /// Sends all away that wait, and who comes later: the program ends.
    pub fn end(&self) {
        self.heads.end();
    }

    pub(crate) fn listen(&self) -> Waiting {
        self.heads.listen()
    }

    /// A place for a session; `None` where all are taken, or the session has its share.
    pub(crate) fn place(&self, session: SessionId) -> Option<Place> {
        let one = Arc::clone(&self.places).try_acquire_owned().ok()?;
        let mut of_sessions = self.of_sessions.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = of_sessions.entry(session).or_default();
        if *taken >= PLACES_OF_A_SESSION {
            return None;
        }
        *taken += 1;
        drop(of_sessions);
        Some(Place { session, of_sessions: Arc::clone(&self.of_sessions), _one: one })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut of_sessions = self.of_sessions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = of_sessions.get_mut(&self.session) {
            *taken -= 1;
            if *taken == 0 {
                of_sessions.remove(&self.session);
            }
        }
    }
}
