//! An instance as JSON, and a plan as JSON: for `petalwork split`, and for the one who would check it.

mod asked;
mod told;

pub use told::write;

use super::instance::{Can, Instance, Job, Worker};
use crate::values::day::DaysOff;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use asked::{Asked, Entries, JobAsked, WorkerAsked};
use std::collections::BTreeMap;

/// The most jobs, the most workers, and the most of both together that are taken.
const MOST_JOBS: usize = 1_000;
const MOST_WORKERS: usize = 10_000;
const MOST_PAIRS: usize = 1_000_000;
/// The most pieces of a job, and the most minutes of anything.
const MOST: i64 = 1_000_000_000;
/// Minutes of a day.
const A_DAY: i64 = 24 * 60;

/// What is wrong with an instance, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {wrong}")]
pub struct InstanceFault {
    /// `jobs[0].lock.W03`
    pub place: String,
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// As the reader of JSON says it.
    #[error("{0}")]
    Malformed(String),
    #[error("must be {0} to {1}")]
    OutOfRange(i64, i64),
    /// Both in hundredths.
    #[error("must be {} to {} minutes", minutes(*.0), minutes(*.1))]
    NotSoManyMinutes(i64, i64),
    #[error("at most {0} are taken; split them in parts")]
    TooMany(usize),
    #[error("the same id twice")]
    Twice,
    #[error("an id must say something")]
    NoId,
    #[error("no such job")]
    NoSuchJob,
    #[error("no such worker")]
    NoSuchWorker,
    #[error("she cannot do this job: give her minutes per piece for it, or leave this out")]
    CannotDo,
    #[error("her smallest share is above her largest, {0}")]
    LeastAboveMost(i64),
    #[error("a locked share must be within her smallest and largest")]
    LockedBeyondLimits,
    #[error("{0} are locked, more than the job has")]
    LockedAboveJob(i64),
    #[error("ISO weekdays are 1 (Monday) to 7")]
    NoWeekday,
}

/// An instance, with the names of its jobs and workers.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub instance: Instance,
    pub jobs: Vec<String>,
    pub workers: Vec<String>,
}

/// Reads an instance.
///
/// # Errors
/// Everything that is wrong with it, each with its place; of what is no JSON or misses a part, the first.
pub fn read(json: &[u8]) -> Result<Named, Vec<InstanceFault>> {
    let asked = Asked::read(json).map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    for (place, count, most) in [("jobs", asked.jobs.len(), MOST_JOBS), ("workers", asked.workers.len(), MOST_WORKERS)]
    {
        if count > most {
            faults.push(InstanceFault { place: place.to_owned(), wrong: Wrong::TooMany(most) });
        }
    }
    if asked.jobs.len().saturating_mul(asked.workers.len()) > MOST_PAIRS {
        faults.push(InstanceFault { place: "jobs × workers".to_owned(), wrong: Wrong::TooMany(MOST_PAIRS) });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let job_of = places("jobs", asked.jobs.iter().map(|job| job.id.as_str()), &mut faults);
    let worker_of = places("workers", asked.workers.iter().map(|worker| worker.id.as_str()), &mut faults);
    // What names somebody by an id that is none, or that two have, cannot be judged.
    if !faults.is_empty() {
        return Err(faults);
    }
    let jobs: Vec<Job> = asked.jobs.iter().enumerate().map(|(at, job)| read_job(at, job, &mut faults)).collect();
    let mut workers: Vec<Worker> =
        asked.workers.iter().enumerate().map(|(at, worker)| read_worker(at, worker, &job_of, &mut faults)).collect();
    for (at, job) in asked.jobs.iter().enumerate() {
        read_locks(at, job, &worker_of, &mut workers, &mut faults);
    }
    if faults.is_empty() {
        let names = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
        Ok(Named {
            instance: Instance { today: asked.today, policy: asked.policy, jobs, workers },
            jobs: names(asked.jobs.iter().map(|job| job.id.as_str()).collect()),
            workers: names(asked.workers.iter().map(|worker| worker.id.as_str()).collect()),
        })
    } else {
        Err(faults)
    }
}

/// Where each id stands.
fn places<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a str>,
    faults: &mut Vec<InstanceFault>,
) -> BTreeMap<&'a str, usize> {
    let mut places = BTreeMap::new();
    for (at, id) in ids.enumerate() {
        if id.trim().is_empty() {
            faults.push(InstanceFault { place: format!("{list}[{at}].id"), wrong: Wrong::NoId });
        }
        if places.insert(id, at).is_some() {
            faults.push(InstanceFault { place: format!("{list}[{at}].id"), wrong: Wrong::Twice });
        }
    }
    places
}

fn within(place: impl FnOnce() -> String, n: i64, least: i64, most: i64, faults: &mut Vec<InstanceFault>) -> i64 {
    if !(least..=most).contains(&n) {
        faults.push(InstanceFault { place: place(), wrong: Wrong::OutOfRange(least, most) });
    }
    n.clamp(least, most)
}

fn minutes_within(place: String, n: i64, least: i64, most: i64, faults: &mut Vec<InstanceFault>) -> i64 {
    if !(least..=most).contains(&n) {
        faults.push(InstanceFault { place, wrong: Wrong::NotSoManyMinutes(least, most) });
    }
    n.clamp(least, most)
}

/// `1440`, `0.01`
fn minutes(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        part => format!("{}.{part:02}", hundredths / 100),
    }
}

fn read_job(at: usize, asked: &JobAsked, faults: &mut Vec<InstanceFault>) -> Job {
    let mut number = |name: &str, n, least, most| within(|| format!("jobs[{at}].{name}"), n, least, most, faults);
    Job {
        pieces: Pieces(number("pieces", asked.pieces, 0, MOST)),
        pack: Pieces(number("pack", asked.pack, 1, MOST)),
        due: asked.due,
        rate: Fen(number("rate_fen", asked.rate_fen, 0, Fen::MOST.0)),
    }
}

fn read_worker(
    at: usize,
    asked: &WorkerAsked,
    job_of: &BTreeMap<&str, usize>,
    faults: &mut Vec<InstanceFault>,
) -> Worker {
    let here = |name: &str| format!("workers[{at}].{name}");
    if asked.days_off.iter().any(|day| !(1..=7).contains(day)) {
        faults.push(InstanceFault { place: here("days_off"), wrong: Wrong::NoWeekday });
    }
    let mut number = |name: &str, n, most: i64| minutes_within(here(name), n, 0, most * 100, faults);
    let a_day = number("minutes_per_day", asked.minutes_per_day.0, A_DAY);
    let in_hand = number("in_hand_minutes", asked.in_hand_minutes.0, MOST);
    let worked = number("worked_minutes", asked.worked_minutes.0, MOST);
    let mut can: Vec<Option<Can>> = vec![None; job_of.len()];
    for (id, pace) in &asked.minutes_per_piece.0 {
        let place = || here(&format!("minutes_per_piece.{id}"));
        let pace = minutes_within(place(), pace.0, 1, MOST, faults);
        match job_of.get(id.as_str()).and_then(|job| can.get_mut(*job)) {
            Some(can) => *can = Some(Can { pace, least: Pieces::ZERO, most: None, locked: None }),
            None => faults.push(InstanceFault { place: place(), wrong: Wrong::NoSuchJob }),
        }
    }
    for (name, limits) in [("min", &asked.min), ("max", &asked.max)] {
        for (id, limit) in &limits.0 {
            let place = || here(&format!("{name}.{id}"));
            let limit = Pieces(within(place, *limit, 0, MOST, faults));
            match job_of.get(id.as_str()).map(|job| can.get_mut(*job)) {
                None => faults.push(InstanceFault { place: place(), wrong: Wrong::NoSuchJob }),
                Some(Some(Some(can))) if name == "min" => can.least = limit,
                Some(Some(Some(can))) if can.least > limit => {
                    faults.push(InstanceFault {
                        place: here(&format!("min.{id}")),
                        wrong: Wrong::LeastAboveMost(limit.0),
                    });
                }
                Some(Some(Some(can))) => can.most = Some(limit),
                Some(_) => faults.push(InstanceFault { place: place(), wrong: Wrong::CannotDo }),
            }
        }
    }
    Worker { a_day, days_off: DaysOff::of(asked.days_off.iter().copied()), in_hand, worked, can }
}

fn read_locks(
    job: usize,
    asked: &JobAsked,
    worker_of: &BTreeMap<&str, usize>,
    workers: &mut [Worker],
    faults: &mut Vec<InstanceFault>,
) {
    let Entries(locks) = &asked.lock;
    let mut locked = 0i64;
    for (id, pieces) in locks {
        let place = || format!("jobs[{job}].lock.{id}");
        let pieces = within(place, *pieces, 0, MOST, faults);
        locked = locked.saturating_add(pieces);
        let worker = worker_of.get(id.as_str()).and_then(|worker| workers.get_mut(*worker));
        match worker.map(|worker| worker.can.get_mut(job)) {
            None => faults.push(InstanceFault { place: place(), wrong: Wrong::NoSuchWorker }),
            Some(Some(Some(can))) => {
                if can.most.is_some_and(|most| pieces > most.0) || (0 < pieces && pieces < can.least.0) {
                    faults.push(InstanceFault { place: place(), wrong: Wrong::LockedBeyondLimits });
                }
                can.locked = Some(Pieces(pieces));
            }
            Some(_) => faults.push(InstanceFault { place: place(), wrong: Wrong::CannotDo }),
        }
    }
    if locked > asked.pieces.max(0) {
        faults.push(InstanceFault { place: format!("jobs[{job}].lock"), wrong: Wrong::LockedAboveJob(locked) });
    }
}

#[cfg(test)]
mod tests;
