//! A simulator: ten thousand villages live a few weeks of commands, valid, nearly valid and nonsense, and after
//! every one of them the law must hold and the books must be what a person with a pencil would have written.
//!
//! Every run takes another seed, and prints it. `PETALWORK_SEED=… cargo test -p petalwork-ledger simulation`
//! begins with that one: a walk that failed prints its own, and is then the first.

mod approval;
mod asker;
mod checks;
#[cfg(feature = "store")]
mod kept;
mod pencil;
mod rows;
mod rules;
mod spoil;
mod walk;

use crate::{Command, Refusal};
use rand::rngs::Xoshiro256PlusPlus;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use walk::Walk;

type Rng = Xoshiro256PlusPlus;

/// Walks in one run.
const WALKS: u64 = 10_000;

/// All refusals that a walk can meet: those of `crate::rules::refusal` but `id-reused` and `let-in-by-asker`, of which the store knows.
const REFUSALS: [&str; 55] = [
    "recording-changed",
    "photo-changed",
    "none-spoiled",
    "not-enough",
    "nothing",
    "unknown",
    "cannot-do",
    "not-active",
    "no-rate",
    "exists",
    "twice",
    "no-steps",
    "no-lines",
    "steps-in-use",
    "does-not-add-up",
    "reason-missing",
    "source-missing",
    "answer-missing",
    "answered",
    "nothing-to-replace",
    "more-than-owed",
    "owed-changed",
    "day-ahead",
    "due-first",
    "stale",
    "not-yours",
    "corrected",
    "is-correction",
    "nothing-to-undo",
    "passed-on",
    "settled",
    "settled-with",
    "rate-settled",
    "not-over",
    "disputed",
    "nobody",
    "own-proposal",
    "proposal-closed",
    "proposed",
    "others-wait",
    "one-coordinator",
    "last-coordinator",
    "two-must-stay",
    "own-access",
    "reset-by-operator",
    "set-already",
    "order-changed",
    "changed-since",
    "order-struck",
    "unchanged",
    "all-confirmed",
    "nothing-to-cancel",
    "bad-minutes",
    "bad-rest",
    "out-of-range",
];

/// How often each kind of command was done, and each refusal given.
#[derive(Debug, Default)]
struct Tally {
    done: BTreeMap<&'static str, u64>,
    refused: BTreeMap<&'static str, u64>,
}

impl Tally {
    fn count(&mut self, command: &Command, refused: Option<&Refusal>) {
        let times = match refused {
            None => self.done.entry(command.kind()),
            Some(refusal) => self.refused.entry(refusal.code()),
        };
        *times.or_default() += 1;
    }

    fn with(mut self, other: Self) -> Self {
        other.done.into_iter().for_each(|(kind, times)| *self.done.entry(kind).or_default() += times);
        other.refused.into_iter().for_each(|(code, times)| *self.refused.entry(code).or_default() += times);
        self
    }
}

#[test]
fn any_sequence_of_decisions_keeps_the_law() {
    let base = seed();
    // Straight to standard error, so that it is seen even where a test's output is not.
    let _ = writeln!(std::io::stderr(), "simulation: {WALKS} walks from PETALWORK_SEED={base}");
    let tally = std::thread::scope(|scope| {
        let threads = [0, 1].map(|odd| scope.spawn(move || walks(base, odd)));
        threads.into_iter().fold(Tally::default(), |sum, thread| match thread.join() {
            Ok(tally) => sum.with(tally),
            Err(panic) => std::panic::resume_unwind(panic),
        })
    });
    // Walks that never did a thing, or never were refused for a reason, would prove nothing of it.
    let kinds: BTreeSet<_> = Command::KINDS.iter().copied().collect();
    assert_eq!(tally.done.keys().copied().collect::<BTreeSet<_>>(), kinds, "{tally:#?}");
    assert_eq!(tally.refused.keys().copied().collect::<BTreeSet<_>>(), REFUSALS.into(), "{tally:#?}");
    println!("{tally:#?}");
}

/// The walks of every second seed.
fn walks(base: u64, odd: u64) -> Tally {
    let mut tally = Tally::default();
    for seed in (odd..WALKS).step_by(2).map(|n| base.wrapping_add(n)) {
        let named = Named(seed);
        Walk::begin(seed).live(|(.., command, refused)| tally.count(command, refused));
        drop(named);
    }
    tally
}

fn seed() -> u64 {
    match std::env::var("PETALWORK_SEED") {
        Ok(text) => text.parse().expect("PETALWORK_SEED is a whole number"),
        Err(_) => RandomState::new().hash_one("petals"),
    }
}

/// Names the seed of a walk that fails.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = writeln!(std::io::stderr(), "simulation: to see this walk again, PETALWORK_SEED={}", self.0);
        }
    }
}
