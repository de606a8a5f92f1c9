//! How a plan is said: each share in one sentence of real numbers, and what is left over with what would help.

use super::{Board, Outcome};
use crate::words;
use ledger::split::{By, Policy, Reason, Share};

/// A plan in the request's language.
pub struct Said<'a> {
    pub board: &'a Board,
    pub outcome: &'a Outcome,
    pub policy: Policy,
}

impl Said<'_> {
    /// How somebody's time is filled.
    pub fn time(&self, person: usize) -> String {
        let time = self.outcome.time(person);
        let [home, given, offered] = [time.in_hand, time.given, time.offered].map(words::minutes);
        let (free, until) = (time.offered - time.in_hand - time.given, words::short_day(self.outcome.last_due()));
        if free < 0 {
            let over = words::minutes(-free);
            t!("plan-over-time", home = home, given = given, over = over, offered = offered, until = until)
        } else {
            let free = words::minutes(free);
            t!("plan-time", home = home, given = given, free = free, offered = offered, until = until)
        }
    }

    /// Why her share is what it is, be it none; nothing is said where she takes no part, or the job is empty.
    pub fn why(&self, person: usize, job: usize) -> String {
        let Some(share) = self.outcome.share(person, job) else { return String::new() };
        if self.outcome.pool(job) == 0 && !share.pieces.any() {
            return String::new();
        }
        match (share.why.by, self.policy) {
            // The page sets no largest share; who had one would have been told so by whoever set it.
            (By::Locked | By::Largest, _) => set(share),
            (By::Time, _) => self.no_more_time(share),
            (By::Policy, Policy::Fair) => self.fair(share),
            (By::Policy, Policy::Even) => self.even(share),
            (By::Policy, Policy::Fastest) => self.fastest(share),
        }
    }

    /// Where her share is no whole number of packs, though she was not set one: how many of it are none; else nothing.
    pub fn odd(&self, person: usize, job: usize) -> String {
        let Some(share) = self.outcome.share(person, job) else { return String::new() };
        let pack = self.board.jobs.get(job).map_or(1, |job| job.pack.0).max(1);
        match (share.pieces.0 % pack, share.why.by) {
            (0, _) | (_, By::Locked) => String::new(),
            (odd, _) => t!("plan-odd", odd = odd, pack = pack),
        }
    }

    fn no_more_time(&self, share: &Share) -> String {
        let why = &share.why;
        let left = why.offered_until - why.in_hand - why.given_until;
        let [offered, home, given] = [why.offered_until, why.in_hand, why.given_until].map(words::minutes);
        let until = words::short_day(why.until);
        if left < 0 {
            let over = words::minutes(-left);
            return t!("plan-no-time", until = until, offered = offered, home = home, given = given, over = over);
        }
        let pack = self.board.jobs.get(share.job).map_or(1, |job| job.pack.0);
        let pace = self.board.people.get(share.worker).and_then(|person| *person.pace.get(share.job)?);
        t!(
            "plan-no-more-time",
            until = until,
            offered = offered,
            home = home,
            given = given,
            left = words::minutes(left),
            pack = pack,
            needs = words::minutes(pace.unwrap_or(0) * pack)
        )
    }

    fn fair(&self, share: &Share) -> String {
        let HowFull { fill, worked, home, given, all } = self.how_full(share.worker);
        let (least, most) = self.outcome.fills().unwrap_or_default();
        t!(
            "plan-fair",
            fill = fill,
            worked = worked,
            home = home,
            given = given,
            all = all,
            until = words::short_day(self.outcome.last_due()),
            least = words::percent(least, 100),
            most = words::percent(most, 100)
        )
    }

    fn even(&self, share: &Share) -> String {
        let (least, most) = self.outcome.counts().unwrap_or_default();
        t!("plan-even", n = self.outcome.all_pieces(share.worker), least = least, most = most)
    }

    fn fastest(&self, share: &Share) -> String {
        let HowFull { fill, worked, home, given, all } = self.how_full(share.worker);
        let day = |day: Option<_>| day.map(words::short_day).unwrap_or_default();
        t!(
            "plan-fastest",
            fill = fill,
            worked = worked,
            home = home,
            given = given,
            all = all,
            until = words::short_day(self.outcome.last_due()),
            done = day(share.done),
            last = day(self.outcome.last_done())
        )
    }

    fn how_full(&self, person: usize) -> HowFull {
        let time = self.outcome.time(person);
        let (used, of) = time.fill();
        let [worked, home, given, all] = [time.worked, time.in_hand, time.given, of].map(words::minutes);
        HowFull { fill: words::percent(used, of), worked, home, given, all }
    }

    /// When she will be done with it, and what it pays.
    pub fn done(&self, person: usize, job: usize) -> String {
        let Some(share) = self.outcome.share(person, job).filter(|share| share.pieces.any()) else {
            return String::new();
        };
        match share.done {
            Some(day) => t!("plan-done", day = words::short_day(day), pay = share.pay),
            None => t!("plan-never", pay = share.pay),
        }
    }

    /// How much of a job is given.
    pub fn sum(&self, job: usize) -> String {
        let (given, pool, left) = (self.outcome.given(job), self.outcome.pool(job), self.outcome.left(job));
        if left < 0 {
            t!("plan-sum-over", given = given, pool = pool, over = -left)
        } else {
            t!("plan-sum", given = given, pool = pool, left = left)
        }
    }

    /// Why pieces of a job are left over, and what would help; nothing where none are.
    pub fn left(&self, job: usize) -> String {
        let Some(unplaced) = self.outcome.unplaced(job) else { return String::new() };
        let n = unplaced.pieces;
        let reason = match unplaced.reason {
            Some(Reason::NoTime) => t!("plan-left-no-time", n = n),
            Some(Reason::Limits) => t!("plan-left-limits", n = n),
            Some(Reason::Nobody) => t!("plan-left-nobody", n = n),
            None => return String::new(),
        };
        let later = unplaced.help.due.map(|day| t!("plan-help-later", day = words::short_day(day)));
        let longer = unplaced.help.minutes_a_day.map(|more| t!("plan-help-longer", minutes = more));
        [Some(reason), later, longer].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// When all that is given will be done; nothing where nothing is.
    pub fn last(&self) -> String {
        self.outcome.last_done().map(|day| t!("plan-last", day = words::short_day(day))).unwrap_or_default()
    }
}

/// What is spoken for of somebody's time, in words.
struct HowFull {
    fill: String,
    worked: String,
    home: String,
    given: String,
    all: String,
}

/// What the coordinator set herself, and by how much it is more than her time.
fn set(share: &Share) -> String {
    let why = &share.why;
    let (n, takes) = (share.pieces, words::minutes(share.time));
    let over = why.in_hand + why.given_until - why.offered_until;
    if over <= 0 {
        return t!("plan-set", n = n, minutes = takes);
    }
    let [offered, home, given, over] = [why.offered_until, why.in_hand, why.given_until, over].map(words::minutes);
    t!(
        "plan-set-over",
        n = n,
        minutes = takes,
        until = words::short_day(why.until),
        offered = offered,
        home = home,
        given = given,
        over = over
    )
}
