//! How much is new, on the bar where one can go.

use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many things are new to the person who looks. The request provides it, a page fills it in from the books that it has open.
#[derive(Clone, Debug, Default)]
pub struct Badge(Arc<AtomicUsize>);

impl Badge {
    /// Said by a page before it is shown.
    pub fn show(number: usize) {
        if let Some(Self(new)) = use_context() {
            new.store(number, Ordering::Relaxed);
        }
    }

    /// What the page said; 0 where it said nothing.
    pub(super) fn number() -> usize {
        use_context().map_or(0, |Self(new)| new.load(Ordering::Relaxed))
    }
}
