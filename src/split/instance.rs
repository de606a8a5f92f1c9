//! What is to be split, and among whom.

use super::time::working_days;
use crate::values::day::{Day, DaysOff};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use serde::{Deserialize, Serialize};

/// What a split is to bring about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// Work follows the time that each offers; who had little so far comes first.
    #[default]
    Fair,
    /// As equal in pieces as time and skill allow.
    Even,
    /// The last piece is done as early as it can be; then as `Fair`.
    Fastest,
}

/// A job: pieces of one step of an order line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub pieces: Pieces,
    /// At least 1. Shares are whole packs, but for locked ones and at most one more.
    pub pack: Pieces,
    pub due: Day,
    pub rate: Fen,
}

/// What a worker can do of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Can {
    /// Her time for a piece, at least 1.
    pub pace: i64,
    /// Her smallest share, if she gets any.
    pub least: Pieces,
    /// Her largest share.
    pub most: Option<Pieces>,
    /// Exactly this many, whatever the others get.
    pub locked: Option<Pieces>,
}

/// A worker who takes part. Ties go to the one earlier in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// What she offers on each of her working days.
    pub a_day: i64,
    pub days_off: DaysOff,
    /// What her work already in hand will take.
    pub in_hand: i64,
    /// What she has worked in this pay period.
    pub worked: i64,
    /// What she can do, by job.
    pub can: Vec<Option<Can>>,
}

/// A split to be made. The numbers of one that [`super::exchange`] read are consistent; of others they are taken as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    pub today: Day,
    pub policy: Policy,
    pub jobs: Vec<Job>,
    pub workers: Vec<Worker>,
}

impl Instance {
    /// The day by which the last job is due; today where there are none, or none later.
    #[must_use]
    pub fn last_due(&self) -> Day {
        self.jobs.iter().map(|job| job.due).fold(self.today, Day::max)
    }

    /// What a worker offers from today through that day, work in hand not taken off.
    #[must_use]
    pub fn offered(&self, worker: &Worker, until: Day) -> i64 {
        working_days(&worker.days_off, self.today, until).saturating_mul(worker.a_day)
    }

    /// The pieces that are locked of a job.
    #[must_use]
    pub fn locked(&self, job: usize) -> Pieces {
        self.workers.iter().filter_map(|worker| worker.can.get(job)?.as_ref()?.locked).sum()
    }
}
