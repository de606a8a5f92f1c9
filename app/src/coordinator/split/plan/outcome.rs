//! What follows from what is known and chosen.

use super::{Board, Choices};
use ledger::split::{Can, Instance, Job, Plan, Share, Unplaced, split};
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;

/// A plan, with all that a page says of it.
#[derive(Clone, Debug)]
pub struct SplitOutcome {
    instance: Instance,
    plan: Plan,
    /// What waits of each job; less than the instance has where more is kept than that.
    pools: Vec<i64>,
    /// By person.
    hers: Vec<Hers>,
}

/// What becomes of somebody, all jobs together.
#[derive(Clone, Copy, Debug, Default)]
struct Hers {
    time: Time,
    pieces: i64,
    takes_part: bool,
}

/// A bar of time is this many units wide.
pub const BAR: i64 = 1_000;

/// How a worker's time is filled from today until the last job is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    pub in_hand: i64,
    pub given: i64,
    pub offered: i64,
    pub worked: i64,
}

impl Time {
    /// What of her time is spoken for, of all that there was and is: (worked + in hand + given) / (worked + offered).
    pub const fn fill(self) -> (i64, i64) {
        (self.worked + self.in_hand + self.given, self.worked + self.offered)
    }

    /// How wide the parts of her bar are, over each other: what is spoken for and within her time, what of that is in hand,
    /// and from where on it is more than she has. The whole bar is her time, or all that is spoken for where that is more.
    pub fn bar(self) -> [i64; 3] {
        let spoken_for = self.in_hand + self.given;
        let whole = i128::from(self.offered.max(spoken_for).max(1));
        let width = |time: i64| {
            let width = i128::from(time.clamp(0, self.offered.max(0))) * i128::from(BAR) / whole;
            i64::try_from(width).unwrap_or(BAR).min(BAR)
        };
        [width(spoken_for), width(self.in_hand), if spoken_for > self.offered { width(self.offered) } else { BAR }]
    }
}

impl SplitOutcome {
    pub fn of(board: &Board, choices: &Choices) -> Self {
        let instance = instance(board, choices);
        let plan = split(&instance);
        let last = instance.last_due();
        let at_first = instance.workers.iter().map(|worker| {
            let (in_hand, worked) = (worker.in_hand, worker.worked);
            let time = Time { in_hand, given: 0, offered: instance.offered(worker, last), worked };
            Hers { time, pieces: 0, takes_part: worker.can.iter().any(Option::is_some) }
        });
        let mut hers: Vec<Hers> = at_first.collect();
        for share in &plan.shares {
            if let Some(hers) = hers.get_mut(share.worker) {
                hers.time.given += share.time;
                hers.pieces += share.pieces.0;
            }
        }
        Self { instance, plan, pools: board.jobs.iter().map(|job| job.pieces.0).collect(), hers }
    }

    /// Somebody's share of a job, be it of no pieces; `None` if she takes no part in it.
    pub fn share(&self, person: usize, job: usize) -> Option<&Share> {
        [&self.plan.shares, &self.plan.without].into_iter().find_map(|shares| {
            let place = shares.binary_search_by_key(&(job, person), |share| (share.job, share.worker)).ok()?;
            shares.get(place)
        })
    }

    /// How many of a job she gets.
    pub fn pieces(&self, person: usize, job: usize) -> i64 {
        self.share(person, job).map_or(0, |share| share.pieces.0)
    }

    /// All shares of a job together.
    pub fn given(&self, job: usize) -> i64 {
        self.plan.shares.iter().filter(|share| share.job == job).map(|share| share.pieces.0).sum()
    }

    /// What is not given of a job; below none where more is given than waits.
    pub fn left(&self, job: usize) -> i64 {
        self.pools.get(job).copied().unwrap_or(0) - self.given(job)
    }

    pub fn pool(&self, job: usize) -> i64 {
        self.pools.get(job).copied().unwrap_or(0)
    }

    pub fn unplaced(&self, job: usize) -> Option<&Unplaced> {
        self.plan.unplaced.get(job)
    }

    /// The day by which a job is to be made.
    pub fn due(&self, job: usize) -> Option<Day> {
        Some(self.instance.jobs.get(job)?.due)
    }

    pub fn last_due(&self) -> Day {
        self.instance.last_due()
    }

    /// The day on which the last share is done.
    pub fn last_done(&self) -> Option<Day> {
        self.plan.measures.last_done
    }

    /// Somebody's time until the last job is due.
    pub fn time(&self, person: usize) -> Time {
        self.hers.get(person).map(|hers| hers.time).unwrap_or_default()
    }

    /// How full those are who take part, from the least to the most, as parts of their time.
    pub fn fills(&self) -> Option<((i64, i64), (i64, i64))> {
        let fills: Vec<_> = self.taking_part().map(|hers| hers.time.fill()).filter(|(_, of)| *of > 0).collect();
        let fuller = |one: &&(i64, i64), other: &&(i64, i64)| {
            (i128::from(one.0) * i128::from(other.1)).cmp(&(i128::from(other.0) * i128::from(one.1)))
        };
        Some((*fills.iter().min_by(fuller)?, *fills.iter().max_by(fuller)?))
    }

    /// How many pieces they get, of all jobs together, from the least to the most.
    pub fn counts(&self) -> Option<(i64, i64)> {
        range(self.taking_part().map(|hers| hers.pieces))
    }

    /// All that she gets, of all jobs together.
    pub fn all_pieces(&self, person: usize) -> i64 {
        self.hers.get(person).map_or(0, |hers| hers.pieces)
    }

    fn taking_part(&self) -> impl Iterator<Item = &Hers> {
        self.hers.iter().filter(|hers| hers.takes_part)
    }
}

/// The split to be made, as chosen. Where more is kept than waits, the job is as large as that: nobody else gets any.
fn instance(board: &Board, choices: &Choices) -> Instance {
    let workers = board.people.iter().enumerate().map(|(at, person)| {
        let can = |job: usize, pace: i64| Can {
            pace: pace.max(1),
            least: Pieces::ZERO,
            most: None,
            locked: choices.kept(at, job),
        };
        let paces = person.pace.iter().enumerate();
        ledger::split::Worker {
            a_day: person.minutes.saturating_mul(100),
            days_off: person.days_off.clone(),
            in_hand: person.in_hand,
            worked: person.worked,
            can: paces.map(|(job, pace)| pace.filter(|_| choices.takes(at)).map(|pace| can(job, pace))).collect(),
        }
    });
    let workers = workers.collect();
    let mut instance = Instance { today: board.today, policy: choices.policy, jobs: Vec::new(), workers };
    let jobs = board.jobs.iter().enumerate().map(|(at, job)| Job {
        pieces: job.pieces.max(instance.locked(at)),
        due: choices.due(at).unwrap_or(job.due),
        ..job.clone()
    });
    instance.jobs = jobs.collect();
    instance
}

fn range(numbers: impl Iterator<Item = i64>) -> Option<(i64, i64)> {
    numbers.fold(None, |range, n| {
        let (least, most) = range.unwrap_or((n, n));
        Some((n.min(least), n.max(most)))
    })
}
