//! Shares as they stand while they are being worked out, with what each leaves of a worker's time.

use super::fill::Fill;
use super::instance::{Can, Instance, Policy};
use crate::values::day::Day;

/// Some pieces of a job at a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub job: usize,
    pub pieces: i64,
}

/// Everybody's shares. Workers and jobs are named by their place in the instance.
#[derive(Clone, Debug)]
pub(super) struct Sharing<'i> {
    pub instance: &'i Instance,
    /// By worker, then by job; locked ones included.
    shares: Vec<Vec<i64>>,
    /// What is not placed, by job.
    pub left: Vec<i64>,
    placed: i64,
    /// The distinct days on which jobs are due, in order.
    dues: Vec<Day>,
    /// A job's place among them.
    due_of: Vec<usize>,
    /// By worker, then by due day: her time until then, less what she is to have done by then. Below none only where
    /// her work in hand or a lock asks for more.
    slack: Vec<Vec<i64>>,
    fills: Vec<Fill>,
    /// How many shares of a job are no whole number of packs, locked ones aside.
    odds: Vec<usize>,
    /// What was given and taken, so that it can be undone.
    log: Vec<(usize, Part)>,
}

impl<'i> Sharing<'i> {
    /// Nothing is shared out yet but what is locked. No job is due later than `latest`.
    pub fn locked(instance: &'i Instance, latest: Day) -> Self {
        let due = |job: usize| instance.jobs[job].due.min(latest);
        let jobs = 0..instance.jobs.len();
        let mut dues: Vec<Day> = jobs.clone().map(due).collect();
        dues.sort_unstable();
        dues.dedup();
        let due_of = jobs.clone().map(|job| dues.binary_search(&due(job)).unwrap_or(0)).collect();
        let last = instance.last_due();
        let slack = instance.workers.iter().map(|worker| {
            dues.iter().map(|day| instance.offered(worker, *day).saturating_sub(worker.in_hand)).collect()
        });
        let fills = instance.workers.iter().map(|worker| match instance.policy {
            Policy::Even => Fill { used: 0, of: 1 },
            Policy::Fair | Policy::Fastest => Fill {
                used: worker.worked.saturating_add(worker.in_hand),
                of: worker.worked.saturating_add(instance.offered(worker, last)),
            },
        });
        let mut sharing = Self {
            instance,
            shares: vec![vec![0; instance.jobs.len()]; instance.workers.len()],
            left: instance.jobs.iter().map(|job| job.pieces.0).collect(),
            placed: 0,
            slack: slack.collect(),
            fills: fills.collect(),
            odds: vec![0; instance.jobs.len()],
            dues,
            due_of,
            log: Vec::new(),
        };
        for (worker, who) in instance.workers.iter().enumerate() {
            for job in jobs.clone() {
                if let Some(locked) = who.can.get(job).and_then(Option::as_ref).and_then(|can| can.locked) {
                    sharing.give(worker, Part { job, pieces: locked.0 });
                }
            }
        }
        sharing
    }

    /// What a worker can do of a job, if her share of it is not locked.
    pub fn free(&self, worker: usize, job: usize) -> Option<&'i Can> {
        self.instance.workers.get(worker)?.can.get(job)?.as_ref().filter(|can| can.locked.is_none())
    }

    pub fn share(&self, worker: usize, job: usize) -> i64 {
        self.shares[worker][job]
    }

    pub fn fill(&self, worker: usize) -> Fill {
        self.fills[worker]
    }

    /// How full she would be with so many pieces more.
    pub fn fill_with(&self, worker: usize, can: &Can, pieces: i64) -> Fill {
        let Fill { used, of } = self.fills[worker];
        Fill { used: used.saturating_add(self.weight(can).saturating_mul(pieces)), of }
    }

    /// What a piece adds to her fill: its time or, where pieces are to be equal, one.
    pub fn weight(&self, can: &Can) -> i64 {
        match self.instance.policy {
            Policy::Even => 1,
            Policy::Fair | Policy::Fastest => can.pace,
        }
    }

    /// How many days there are on which something is due.
    pub const fn dues(&self) -> usize {
        self.dues.len()
    }

    /// Her time left until each of the due days.
    pub fn slack(&self, worker: usize) -> &[i64] {
        &self.slack[worker]
    }

    /// A job's place among the due days, and her time left until each of them, from that day on.
    pub fn slack_from(&self, worker: usize, job: usize) -> (usize, &[i64]) {
        (self.due_of[job], &self.slack[worker][self.due_of[job]..])
    }

    /// Time of hers that a job can still have: it must fit until the day that the job is due, and until every later one.
    pub fn room(&self, worker: usize, job: usize) -> i64 {
        self.slack[worker][self.due_of[job]..].iter().copied().min().unwrap_or(0).max(0)
    }

    /// Of the days from that on which a job is due, the first on which the least is left of her time until then; and what
    /// is left of it, below none where a lock or her work in hand asks for more.
    pub fn shortest(&self, worker: usize, job: usize) -> (Day, i64) {
        let first = self.due_of[job];
        let left = self.dues[first..].iter().copied().zip(self.slack[worker][first..].iter().copied());
        left.reduce(|least, next| if next.1 < least.1 { next } else { least }).unwrap_or((self.instance.today, 0))
    }

    /// Time of hers that would be free for work due on that day: until then, and until every later day on which something is due.
    pub fn room_until(&self, worker: usize, day: Day) -> i64 {
        let who = &self.instance.workers[worker];
        let first = self.dues.partition_point(|due| *due < day);
        // What is due before, or in hand, is what her time until the last such day has less than she offers.
        let spoken_for = first.checked_sub(1).map_or(who.in_hand, |before| {
            self.instance.offered(who, self.dues[before]).saturating_sub(self.slack[worker][before])
        });
        let own = self.instance.offered(who, day).saturating_sub(spoken_for);
        self.slack[worker][first..].iter().copied().fold(own, i64::min)
    }

    /// How many pieces more of a job she can take, by her time and her largest share.
    pub fn space(&self, worker: usize, job: usize, can: &Can) -> i64 {
        let by_time = self.room(worker, job) / can.pace.max(1);
        can.most.map_or(by_time, |most| by_time.min((most.0 - self.share(worker, job)).max(0)))
    }

    /// Whether all that she has fits into her time.
    pub fn in_time(&self, worker: usize) -> bool {
        self.slack[worker].iter().all(|slack| *slack >= 0)
    }

    /// The time by which what she has is more than fits, at its worst.
    pub fn overdrawn(&self, worker: usize) -> i64 {
        self.slack[worker].iter().map(|slack| -slack).max().unwrap_or(0).max(0)
    }

    /// Whether her share of a job is one that she may have: none, or not below her smallest nor above her largest.
    pub fn allowed(&self, worker: usize, job: usize) -> bool {
        let share = self.share(worker, job);
        self.free(worker, job)
            .is_some_and(|can| share == 0 || (share >= can.least.0 && can.most.is_none_or(|most| share <= most.0)))
    }

    /// Gives her pieces out of what is left.
    pub fn give(&mut self, worker: usize, part: Part) {
        self.log.push((worker, part));
        self.change(worker, part);
    }

    /// Takes pieces back among what is left.
    pub fn take(&mut self, worker: usize, part: Part) {
        self.give(worker, Part { pieces: -part.pieces, ..part });
    }

    /// Where it stands now, to come back to.
    pub fn mark(&self) -> usize {
        self.log.len()
    }

    /// Undoes all that was given and taken since.
    pub fn rewind(&mut self, mark: usize) {
        while self.log.len() > mark {
            let Some((worker, part)) = self.log.pop() else { return };
            self.change(worker, Part { pieces: -part.pieces, ..part });
        }
    }

    fn change(&mut self, worker: usize, Part { job, pieces }: Part) {
        let Some(can) = self.instance.workers[worker].can[job].as_ref() else { return };
        self.left[job] -= pieces;
        self.placed += pieces;
        let was_odd = self.is_odd(worker, job);
        self.shares[worker][job] += pieces;
        if can.locked.is_none() {
            self.odds[job] = self.odds[job] + usize::from(self.is_odd(worker, job)) - usize::from(was_odd);
        }
        let time = can.pace.saturating_mul(pieces);
        for slack in &mut self.slack[worker][self.due_of[job]..] {
            *slack = slack.saturating_sub(time);
        }
        self.fills[worker] = self.fill_with(worker, can, pieces);
    }

    /// The pieces that are placed, of all jobs together.
    pub const fn placed(&self) -> i64 {
        self.placed
    }

    fn is_odd(&self, worker: usize, job: usize) -> bool {
        self.shares[worker][job] % self.instance.jobs[job].pack.0.max(1) != 0
    }

    /// Whether somebody's share of a job is no whole number of packs, locked ones aside.
    pub fn has_odd(&self, job: usize) -> bool {
        self.odds[job] > 0
    }

    /// Whether nobody's share of a job but hers is no whole number of packs.
    pub fn is_only_odd(&self, worker: usize, job: usize) -> bool {
        let hers = self.free(worker, job).is_some() && self.is_odd(worker, job);
        self.odds[job] == usize::from(hers)
    }

    /// Workers who can do a job and whose share of it is not locked, with that.
    pub fn able(&self, job: usize) -> impl Iterator<Item = (usize, &'i Can)> + '_ {
        (0..self.instance.workers.len()).filter_map(move |worker| Some((worker, self.free(worker, job)?)))
    }
}
