//! Random villages.

use crate::split::time::after;
use crate::split::{Can, Instance, Job, Policy, Worker};
use crate::values::day::{Day, DaysOff};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use proptest::prelude::*;
use std::ops::Range;

/// Which limits there are beside time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    Locks,
    Largest,
    All,
}

pub fn today() -> Day {
    "2026-11-02".parse().expect("a day")
}

fn job(pieces: i64) -> impl Strategy<Value = Job> {
    (0..=pieces, prop::sample::select(vec![1i64, 4, 5, 10]), 0i64..12).prop_map(|(pieces, pack, ahead)| Job {
        pieces: Pieces(pieces),
        pack: Pieces(pack),
        due: after(today(), ahead),
        rate: Fen(200),
    })
}

/// What somebody can do of a job: pace in minutes, smallest and largest share, lock; each of them not always.
fn can(pieces: i64, limits: Limits) -> impl Strategy<Value = Option<Can>> {
    let maybe = |range: Range<i64>, often: f64| prop::option::weighted(often, range);
    (maybe(3..20, 0.8), maybe(1..40, 0.2), maybe(0..pieces.max(1), 0.3), maybe(0..8, 0.1)).prop_map(
        move |(pace, least, most, locked)| {
            let least = least.filter(|_| limits == Limits::All).unwrap_or(0);
            let most = most.filter(|most| limits != Limits::Locks && *most >= least);
            let locked = locked.filter(|locked| {
                limits != Limits::Largest && *locked >= least && most.is_none_or(|most| *locked <= most)
            });
            Some(Can { pace: pace? * 100, least: Pieces(least), most: most.map(Pieces), locked: locked.map(Pieces) })
        },
    )
}

fn worker(jobs: usize, pieces: i64, limits: Limits) -> impl Strategy<Value = Worker> {
    let off = prop::collection::btree_set(1u8..=7, 0..3);
    let can = prop::collection::vec(can(pieces, limits), jobs);
    (0i64..=180, off, 0i64..200, 0i64..600, can).prop_map(|(a_day, off, in_hand, worked, can)| Worker {
        a_day: a_day * 100,
        days_off: DaysOff::of(off),
        in_hand: in_hand * 100,
        worked: worked * 100,
        can,
    })
}

/// A village with so many jobs, so many workers, and so many pieces of a job at most.
pub fn village(
    jobs: Range<usize>,
    workers: Range<usize>,
    pieces: i64,
    limits: Limits,
) -> impl Strategy<Value = Instance> {
    (prop::collection::vec(job(pieces), jobs), workers).prop_flat_map(move |(jobs, workers)| {
        let workers = prop::collection::vec(worker(jobs.len(), pieces, limits), workers);
        (Just(jobs), workers).prop_map(|(mut jobs, workers)| {
            for (at, job) in jobs.iter_mut().enumerate() {
                let locked: Pieces = workers.iter().filter_map(|worker| worker.can[at].as_ref()?.locked).sum();
                job.pieces = Pieces(job.pieces.0.max(locked.0));
            }
            Instance { today: today(), policy: Policy::Fair, jobs, workers }
        })
    })
}
