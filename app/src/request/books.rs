//! The books as one page reads them.

use ledger::store::Snapshot;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A workshop's books at one moment, open for one page. The same [`super::Asking`] cannot open a second one beside it.
pub struct OpenBooks {
    snapshot: Snapshot,
    _claim: Claim,
}

impl OpenBooks {
    pub(super) const fn new(snapshot: Snapshot, claim: Claim) -> Self {
        Self { snapshot, _claim: claim }
    }
}

impl Deref for OpenBooks {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.snapshot
    }
}

impl DerefMut for OpenBooks {
    fn deref_mut(&mut self) -> &mut Snapshot {
        &mut self.snapshot
    }
}

/// The right to hold the books open: one for each time that somebody is let in.
pub(super) struct Claim(Arc<AtomicBool>);

impl Claim {
    /// `None` while another is held.
    pub fn take(held: &Arc<AtomicBool>) -> Option<Self> {
        (!held.swap(true, Ordering::AcqRel)).then(|| Self(Arc::clone(held)))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_holds_one_at_a_time() {
        let held = Arc::default();
        let first = Claim::take(&held).expect("nobody holds it");
        assert!(Claim::take(&held).is_none());
        drop(first);
        assert!(Claim::take(&held).is_some());
    }
}
