//! The plan: who gets how many of what, when it will be done, and why; what is left over, and what would help.

use super::fill::Fill;
use super::help::{Help, help};
use super::instance::{Can, Instance};
use super::sharing::Sharing;
use super::time::day_of;
use super::work_out::work_out;
use crate::values::day::Day;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use serde::Serialize;

/// A split, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// By job, then by worker; nobody is listed with none.
    pub shares: Vec<Share>,
    /// Those who can do a job and are given none of it, in the same order: their shares are of no pieces.
    pub without: Vec<Share>,
    /// For each job.
    pub unplaced: Vec<Unplaced>,
    pub measures: Measures,
}

/// What a worker is given of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Places in the instance.
    pub job: usize,
    pub worker: usize,
    pub pieces: Pieces,
    pub time: i64,
    /// The day on which she will be done with it, if she does what is due first first; `None` where she never will.
    pub done: Option<Day>,
    pub pay: Fen,
    pub why: ShareReason,
}

/// The numbers behind a share: all of her time that is spoken for, against all that there is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareReason {
    /// What decided her share.
    pub by: By,
    pub worked: i64,
    pub in_hand: i64,
    /// What all that she is given by this plan takes.
    pub given: i64,
    /// What she offers from today until the last job is due.
    pub offered: i64,
    /// The most pieces of this job that she could have in time, by all else that she is given.
    pub could: Pieces,
    /// The day until which her time is the shortest, of those on which this job or a later one is due.
    pub until: Day,
    /// What she offers from today until then.
    pub offered_until: i64,
    /// What all that she is given and that is due by then takes.
    pub given_until: i64,
}

/// What decided a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// It was locked.
    Locked,
    /// It is her largest.
    Largest,
    /// No more fits into her time.
    Time,
    /// It makes her as full as her neighbours, or as equal to them, as packs allow.
    Policy,
}

/// What of a job could not be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    pub pieces: Pieces,
    pub reason: Option<Reason>,
    /// What would help, each on its own.
    pub help: Help,
}

/// Why pieces are left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody can do it, but for those whose share is locked.
    Nobody,
    /// There would be time, but smallest and largest shares or whole packs forbid it.
    Limits,
    /// There is no time for so many.
    NoTime,
}

/// The plan in a few numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    pub placed: Pieces,
    /// Of those who can do any of the jobs and offer time, or worked. 1 is all of their time.
    pub largest_fill: f64,
    pub smallest_fill: f64,
    pub last_done: Option<Day>,
}

/// Works a split out.
///
/// It is exact for one job without smallest shares (see `pour`). For several, whole packs make the problem one of
/// those that have no quick exact answer; then it looks for chains of moves that place more or level further (see
/// `chain`), as many as its limits allow.
#[must_use]
pub fn split(instance: &Instance) -> Plan {
    let sharing = work_out(instance);
    let (mut shares, mut without) = (Vec::new(), Vec::new());
    for job in 0..instance.jobs.len() {
        for (worker, who) in instance.workers.iter().enumerate() {
            let Some(can) = who.can.get(job).and_then(Option::as_ref) else { continue };
            let share = share(&sharing, worker, job, can);
            if share.pieces.any() { shares.push(share) } else { without.push(share) }
        }
    }
    let unplaced = (0..instance.jobs.len()).map(|job| unplaced(&sharing, job)).collect();
    let measures = measures(&sharing, &shares);
    Plan { shares, without, unplaced, measures }
}

fn share(sharing: &Sharing<'_>, worker: usize, job: usize, can: &Can) -> Share {
    let pieces = sharing.share(worker, job);
    Share {
        job,
        worker,
        pieces: Pieces(pieces),
        time: can.pace.saturating_mul(pieces),
        done: if pieces > 0 { done(sharing, worker, job) } else { None },
        pay: sharing.instance.jobs[job].rate.times(Pieces(pieces)),
        why: why(sharing, worker, job, can),
    }
}

fn why(sharing: &Sharing<'_>, worker: usize, job: usize, can: &Can) -> ShareReason {
    let instance = sharing.instance;
    let who = &instance.workers[worker];
    let (until, slack) = sharing.shortest(worker, job);
    let offered_until = instance.offered(who, until);
    ShareReason {
        by: by(sharing, worker, job, can),
        worked: who.worked,
        in_hand: who.in_hand,
        given: given(sharing, worker),
        offered: instance.offered(who, instance.last_due()),
        could: Pieces(sharing.share(worker, job).saturating_add(slack.max(0) / can.pace.max(1))),
        until,
        offered_until,
        given_until: offered_until.saturating_sub(who.in_hand).saturating_sub(slack),
    }
}

fn given(sharing: &Sharing<'_>, worker: usize) -> i64 {
    let can = &sharing.instance.workers[worker].can;
    let times = can
        .iter()
        .enumerate()
        .filter_map(|(job, can)| Some(can.as_ref()?.pace.saturating_mul(sharing.share(worker, job))));
    times.fold(0, i64::saturating_add)
}

fn by(sharing: &Sharing<'_>, worker: usize, job: usize, can: &Can) -> By {
    let pieces = sharing.share(worker, job);
    let pack = sharing.instance.jobs[job].pack.0;
    if can.locked.is_some() {
        By::Locked
    } else if can.most.is_some_and(|most| pieces + pack > most.0) {
        By::Largest
    } else if sharing.room(worker, job) / can.pace.max(1) < pack {
        By::Time
    } else {
        By::Policy
    }
}

/// The day on which a share is done: her work in hand first, then what is due first, of that what stands first.
fn done(sharing: &Sharing<'_>, worker: usize, job: usize) -> Option<Day> {
    let instance = sharing.instance;
    let who = &instance.workers[worker];
    let place = |job: usize| (instance.jobs[job].due, job);
    let before = who.can.iter().enumerate().filter(|(other, _)| place(*other) <= place(job));
    let time = before
        .filter_map(|(other, can)| Some(can.as_ref()?.pace.saturating_mul(sharing.share(worker, other))))
        .fold(who.in_hand, i64::saturating_add);
    if who.a_day <= 0 {
        return None;
    }
    day_of(&who.days_off, instance.today, (time.saturating_add(who.a_day - 1) / who.a_day).max(1))
}

fn unplaced(sharing: &Sharing<'_>, job: usize) -> Unplaced {
    let left = sharing.left[job];
    if left <= 0 {
        return Unplaced { pieces: Pieces::ZERO, reason: None, help: Help::default() };
    }
    let mut able = sharing.able(job).peekable();
    let reason = if able.peek().is_none() {
        Reason::Nobody
    } else {
        // What there is time for, if neither packs nor smallest and largest shares forbade it.
        let by_time = able.map(|(worker, can)| sharing.room(worker, job) / can.pace.max(1));
        let (most, all) = by_time.fold((0, 0i64), |(most, all), fits| (fits.max(most), all.saturating_add(fits)));
        // Where somebody has time for a pack, it is her largest share or another's smallest that forbids it.
        let a_pack = sharing.instance.jobs[job].pack.0.max(1);
        if most >= a_pack || all >= left { Reason::Limits } else { Reason::NoTime }
    };
    Unplaced { pieces: Pieces(left), reason: Some(reason), help: help(sharing, job) }
}

fn measures(sharing: &Sharing<'_>, shares: &[Share]) -> Measures {
    let instance = sharing.instance;
    let last = instance.last_due();
    let fills = instance.workers.iter().enumerate().filter(|(_, who)| who.can.iter().any(Option::is_some));
    let mut fills: Vec<Fill> = fills
        .map(|(worker, who)| Fill {
            used: who.worked.saturating_add(who.in_hand).saturating_add(given(sharing, worker)),
            of: who.worked.saturating_add(instance.offered(who, last)),
        })
        .filter(|fill| fill.of > 0)
        .collect();
    fills.sort_unstable();
    let ratio = |fill: Option<&Fill>| fill.map_or(0.0, |fill| fill.ratio());
    Measures {
        placed: Pieces(sharing.placed()),
        largest_fill: ratio(fills.last()),
        smallest_fill: ratio(fills.first()),
        last_done: shares.iter().filter_map(|share| share.done).max(),
    }
}
