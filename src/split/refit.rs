//! Refitting: what a few workers have is taken back, and given to them again in the best way there is.
//!
//! Branch and bound (Land and Doig, 1960) on whole packs, the most worth in an hour first; the bound is what would come of it if
//! packs could be cut (Dantzig, "Discrete-variable extremum problems", 1957). A neighbourhood of a large search (Shaw, 1998).

use super::sharing::{Part, Sharing};

/// What to begin costs for every worker and every job, in tries.
const A_PAIR: usize = 2;

/// How many shares may be tried: in all, and for one refitting.
pub(super) struct Tries {
    pub left: usize,
    pub a_team: usize,
}

/// A share that could be given.
struct Item {
    /// Her place among those who are refitted.
    member: usize,
    job: usize,
    pace: i64,
    least: i64,
    most: i64,
    /// The first of the due days that it must be done by.
    due: usize,
}

struct Fitting<'v> {
    items: Vec<Item>,
    worths: &'v [i64],
    packs: Vec<i64>,
    /// By member, then by due day.
    slack: Vec<Vec<i64>>,
    left: Vec<i64>,
    odd_is_free: Vec<bool>,
    /// What the members after an item's could bring at most.
    later: Vec<i64>,
    chosen: Vec<i64>,
    best: i64,
    found: Option<Vec<i64>>,
    tries: usize,
}

/// Gives some workers' shares again, if that is worth more than what they have and is found within so many tries.
pub(super) fn refit(sharing: &mut Sharing<'_>, team: &[usize], worths: &[i64], tries: &mut Tries) -> bool {
    let mark = sharing.mark();
    let jobs = sharing.instance.jobs.len();
    let mut before = 0;
    for &worker in team {
        for (job, worth) in worths.iter().enumerate() {
            let pieces = sharing.share(worker, job);
            if pieces > 0 && sharing.free(worker, job).is_some() {
                before += pieces * worth;
                sharing.take(worker, Part { job, pieces });
            }
        }
    }
    let mut fitting = Fitting::new(sharing, team, worths);
    fitting.best = before;
    // To begin costs about as much as a few tries for every pair of a worker and a job.
    tries.left = tries.left.saturating_sub(team.len() * jobs * A_PAIR);
    let given = tries.a_team.min(tries.left);
    fitting.tries = given;
    fitting.go(0, 0);
    tries.left -= given - fitting.tries;
    let Some(found) = fitting.found else {
        sharing.rewind(mark);
        return false;
    };
    for (item, pieces) in fitting.items.iter().zip(found) {
        if pieces > 0 {
            sharing.give(team[item.member], Part { job: item.job, pieces });
        }
    }
    true
}

impl<'v> Fitting<'v> {
    fn new(sharing: &Sharing<'_>, team: &[usize], worths: &'v [i64]) -> Self {
        let jobs = sharing.instance.jobs.len();
        let mut items = Vec::new();
        let mut slack = Vec::new();
        for (member, &worker) in team.iter().enumerate() {
            let first = items.len();
            for job in 0..jobs {
                let Some(can) = sharing.free(worker, job) else { continue };
                let most = sharing.space(worker, job, can).min(sharing.left[job]);
                if most > 0 && most >= can.least.0 {
                    let (due, _) = sharing.slack_from(worker, job);
                    items.push(Item { member, job, pace: can.pace.max(1), least: can.least.0, most, due });
                }
            }
            items[first..].sort_by(|one, other| {
                let worth = |item: &Item, by: &Item| i128::from(worths[item.job]) * i128::from(by.pace);
                worth(other, one).cmp(&worth(one, other))
            });
            slack.push(sharing.slack(worker).to_vec());
        }
        let mut fitting = Self {
            chosen: vec![0; items.len()],
            later: vec![0; items.len() + 1],
            items,
            worths,
            packs: sharing.instance.jobs.iter().map(|job| job.pack.0.max(1)).collect(),
            slack,
            left: sharing.left.clone(),
            odd_is_free: (0..jobs).map(|job| !sharing.has_odd(job)).collect(),
            best: 0,
            found: None,
            tries: 0,
        };
        for at in (0..fitting.items.len()).rev() {
            let ends = fitting.items.get(at + 1).is_none_or(|next| next.member != fitting.items[at].member);
            fitting.later[at] = if ends { fitting.hope(at + 1) } else { fitting.later[at + 1] };
        }
        fitting
    }

    /// The most that the items from one on could bring.
    fn hope(&self, at: usize) -> i64 {
        let Some(Item { member, .. }) = self.items.get(at) else { return 0 };
        let mut room = self.slack[*member].last().copied().unwrap_or(0).max(0);
        let mut hope = self.later[at];
        for item in self.items[at..].iter().take_while(|item| item.member == *member) {
            let most = item.most.min(self.left[item.job]);
            let pieces = room / item.pace;
            if pieces < most {
                // Rounded up: a part of a piece would be worth at most this.
                return hope + room.saturating_mul(self.worths[item.job]) / item.pace + 1;
            }
            hope += most * self.worths[item.job];
            room -= most * item.pace;
        }
        hope
    }

    fn go(&mut self, at: usize, value: i64) {
        if value > self.best {
            self.best = value;
            self.found = Some(self.chosen.clone());
        }
        let Some(&Item { member, job, pace, least, most, due }) = self.items.get(at) else { return };
        let room = self.slack[member][due..].iter().copied().min().unwrap_or(0).max(0);
        let most = (room / pace).min(most).min(self.left[job]);
        let pack = self.packs[job];
        let mut pieces = if self.odd_is_free[job] { most } else { most - most % pack };
        loop {
            if pieces > 0 && pieces < least {
                pieces = 0;
            }
            if self.tries == 0 {
                return;
            }
            self.tries -= 1;
            let odd = pieces % pack > 0;
            self.change(at, pieces, odd);
            let value = value + pieces * self.worths[job];
            let hopeless = value + self.hope(at + 1) <= self.best;
            if !hopeless || value > self.best {
                self.go(at + 1, value);
            }
            self.change(at, -pieces, odd);
            // Fewer of what is worth the most in an hour would bring still less.
            if pieces == 0 || (hopeless && !odd) {
                return;
            }
            pieces -= if odd { pieces % pack } else { pack };
        }
    }

    fn change(&mut self, at: usize, pieces: i64, odd: bool) {
        let Item { member, job, pace, due, .. } = self.items[at];
        self.left[job] -= pieces;
        self.chosen[at] += pieces;
        for slack in &mut self.slack[member][due..] {
            *slack -= pieces * pace;
        }
        if odd {
            self.odd_is_free[job] = pieces < 0;
        }
    }
}
