//! What takes long to work out, kept from page to page: as of an event and a day, to be worked out again when either is another.

use crate::values::day::Day;
use crate::values::ids::{Seq, WorkshopId};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The latest of each workshop.
#[derive(Debug)]
pub(super) struct Latest<T>(Arc<Mutex<BTreeMap<WorkshopId, AsOf<T>>>>);

/// Something as of the event of that number, and a day.
#[derive(Debug)]
struct AsOf<T> {
    event: Seq,
    day: Day,
    what: Arc<T>,
}

impl<T> Latest<T> {
    pub fn of(&self, workshop: WorkshopId, event: Seq, day: Day) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(&workshop).filter(|kept| (kept.event, kept.day) == (event, day))?;
        Some(Arc::clone(&found.what))
    }

    pub fn keep(&self, workshop: WorkshopId, event: Seq, day: Day, what: T) -> Arc<T> {
        let what = Arc::new(what);
        let kept = AsOf { event, day, what: Arc::clone(&what) };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(workshop, kept);
        what
    }
}

// Not derived: what is kept need not be cloned, nor have a default.
impl<T> Clone for Latest<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}
