//! Chains: pieces go from one worker to another, who passes other work on to a third, until everybody has room again.
//!
//! A step of the method of augmenting paths (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, chapter 6), on whole packs and with
//! each worker's own pace: tried out on the shares themselves, and undone where it does not come out. How far it looks is
//! limited by numbers, never by the clock, so that the same instance always has the same plan.

use super::fill::Fill;
use super::sharing::{Part, Sharing};

/// Workers tried as the next of a chain, by the length of the chain so far.
const TRIED: [usize; 3] = [32, 12, 4];

/// Changes tried out to place one more pack, or to relieve one worker.
const A_CHAIN: usize = 1_000;

/// Changes tried out for one split.
const IN_ALL: usize = 300_000;

/// What chains are looked for with.
pub(super) struct Chains {
    /// Workers, the least full first.
    order: Vec<usize>,
    left: usize,
    left_in_all: usize,
}

/// What everybody in a chain must come to.
#[derive(Clone, Copy)]
struct Goal {
    /// Nobody may be this full, where there is a bound.
    below: Option<Fill>,
}

impl Goal {
    fn is_met(self, sharing: &Sharing<'_>, worker: usize) -> bool {
        sharing.in_time(worker) && self.below.is_none_or(|bound| sharing.fill(worker) < bound)
    }
}

impl Chains {
    pub fn new(sharing: &Sharing<'_>) -> Self {
        let order = (0..sharing.instance.workers.len()).collect();
        let mut chains = Self { order, left: A_CHAIN, left_in_all: IN_ALL };
        chains.sort(sharing);
        chains
    }

    fn sort(&mut self, sharing: &Sharing<'_>) {
        self.order.sort_unstable_by(|one, other| sharing.fill(*one).cmp(&sharing.fill(*other)).then(one.cmp(other)));
    }

    fn begin(&mut self) {
        self.left = A_CHAIN.min(self.left_in_all);
        self.left_in_all -= self.left;
    }

    fn end(&mut self, sharing: &Sharing<'_>, done: bool) -> bool {
        self.left_in_all += self.left;
        if done {
            self.sort(sharing);
        }
        done
    }

    fn spend(&mut self) -> bool {
        let any = self.left > 0;
        self.left = self.left.saturating_sub(1);
        any
    }

    /// Places a pack more of a job, or some odd pieces, by moving other work out of the way. Returns whether it could.
    pub fn make_room(&mut self, sharing: &mut Sharing<'_>, job: usize) -> bool {
        let pack = sharing.instance.jobs[job].pack.0.max(1);
        let left = sharing.left[job];
        if left <= 0 {
            return false;
        }
        self.begin();
        let able: Vec<usize> =
            self.order.iter().copied().filter(|&worker| sharing.free(worker, job).is_some()).collect();
        let has_odd = sharing.has_odd(job);
        let goal = Goal { below: None };
        let done = able.into_iter().any(|worker| {
            let odd = sharing.share(worker, job) % pack;
            // The one odd share may grow; where there is none, any may become it.
            let most = if odd > 0 || !has_odd { left.min(pack - odd) } else { 0 };
            let sizes = [if left >= pack { pack } else { 0 }, most, most.min(1)];
            sizes.into_iter().any(|pieces| pieces > 0 && self.hand(sharing, worker, Part { job, pieces }, goal, 0))
        });
        self.end(sharing, done)
    }

    /// Makes a worker less full, and nobody else as full as she was. Returns whether it could.
    pub fn relieve(&mut self, sharing: &mut Sharing<'_>, worker: usize) -> bool {
        self.begin();
        let goal = Goal { below: Some(sharing.fill(worker)) };
        let done = self.pass_on(sharing, worker, None, goal, 0);
        self.end(sharing, done)
    }

    /// Gives a part to a worker and sees to it that she still meets the goal; else leaves all as it was.
    fn hand(&mut self, sharing: &mut Sharing<'_>, to: usize, part: Part, goal: Goal, length: usize) -> bool {
        if !self.spend() {
            return false;
        }
        let mark = sharing.mark();
        sharing.give(to, part);
        if sharing.allowed(to, part.job)
            && (goal.is_met(sharing, to) || self.pass_on(sharing, to, Some(part.job), goal, length + 1))
        {
            return true;
        }
        sharing.rewind(mark);
        false
    }

    /// Passes work of a worker's on to others, so that she and they meet the goal; else leaves all as it was.
    fn pass_on(
        &mut self,
        sharing: &mut Sharing<'_>,
        from: usize,
        not: Option<usize>,
        goal: Goal,
        length: usize,
    ) -> bool {
        let Some(&most) = TRIED.get(length) else { return false };
        for job in 0..sharing.instance.jobs.len() {
            if Some(job) == not || sharing.share(from, job) == 0 || sharing.free(from, job).is_none() {
                continue;
            }
            for pieces in amounts(sharing, from, job, goal) {
                let mark = sharing.mark();
                let part = Part { job, pieces };
                sharing.take(from, part);
                if sharing.allowed(from, job) && goal.is_met(sharing, from) {
                    let mut tried = 0;
                    for place in 0..self.order.len() {
                        let to = self.order[place];
                        if to == from || sharing.free(to, job).is_none() {
                            continue;
                        }
                        if tried == most || self.left == 0 {
                            break;
                        }
                        tried += 1;
                        let taken = sharing.mark();
                        // A chain may come back to where it began, but not with more than it took away.
                        if self.hand(sharing, to, part, goal, length) && goal.is_met(sharing, from) {
                            return true;
                        }
                        sharing.rewind(taken);
                    }
                }
                sharing.rewind(mark);
            }
        }
        false
    }
}

/// How many pieces of her share may be passed on: the odd ones, the fewest packs that make enough room, all of it.
fn amounts(sharing: &Sharing<'_>, worker: usize, job: usize, goal: Goal) -> Vec<i64> {
    let pack = sharing.instance.jobs[job].pack.0.max(1);
    let share = sharing.share(worker, job);
    let mut amounts = Vec::new();
    if share % pack > 0 {
        amounts.push(share % pack);
    }
    if share >= pack {
        let fewest = if goal.below.is_some() { 1 } else { packs_over(sharing, worker, job, pack) };
        amounts.push(fewest.clamp(1, share / pack) * pack);
    }
    if share > 0 && !amounts.contains(&share) {
        amounts.push(share);
    }
    amounts
}

/// The packs of a job by which what she has is more than fits into her time.
fn packs_over(sharing: &Sharing<'_>, worker: usize, job: usize, pack: i64) -> i64 {
    let Some(can) = sharing.free(worker, job) else { return 1 };
    let a_pack = can.pace.saturating_mul(pack).max(1);
    (sharing.overdrawn(worker) + a_pack - 1) / a_pack
}
