//! Time and memory as the village grows.
#![expect(unsafe_code, reason = "an allocator that counts is an unsafe trait")]

use crate::baseline::apportioned;
use crate::made_up::Village;
use crate::{milliseconds, row, timed};
use ledger::split::split;
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, with the bytes that are held counted.
pub struct Counting;

// SAFETY: everything is the system allocator's own work; only the sizes are added up beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(held, Relaxed);
        // SAFETY: the caller keeps the rules of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: it came from `alloc` above, and so from the system's.
        unsafe { System.dealloc(memory, layout) }
    }
}

/// The most bytes held at once while something runs, beyond those held before.
fn peak<T>(work: impl FnOnce() -> T) -> usize {
    let before = HELD.load(Relaxed);
    MOST.store(before, Relaxed);
    black_box(work());
    MOST.load(Relaxed) - before
}

pub fn measure() {
    for (name, load) in [("loose", 60), ("too much", 130)] {
        for workers in [10, 100, 1_000] {
            let (named, _) = Village { workers, jobs: 10, load, seed: 1 }.made();
            let (_, time) = timed(3, || split(&named.instance));
            let (_, plain) = timed(3, || black_box(apportioned(&named.instance)));
            let peak = peak(|| split(&named.instance));
            row(&format!("split 10 jobs x {workers} workers, {name}"), &milliseconds(time), "");
            row("  most memory", &format!("{} KiB", peak / 1024), "");
            row("  times a plain apportionment's", &format!("{:.0}", time.as_secs_f64() / plain.as_secs_f64()), "");
        }
    }
}
