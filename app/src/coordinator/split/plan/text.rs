//! A plan in words: each share in one sentence of real numbers, and what is left over with what would help.

use super::{Board, SplitOutcome};
use crate::words;
use ledger::split::{By, Policy, Reason, Share};
use ledger::values::minutes::Centiminutes;

/// The most minutes that the page asks of anybody beyond her day.
const FOUR_HOURS: i64 = 240;

/// A plan in the request's language.
pub struct PlanText<'a> {
    pub board: &'a Board,
    pub outcome: &'a SplitOutcome,
    pub policy: Policy,
}

impl PlanText<'_> {
    /// How somebody's time is filled.
    pub fn time(&self, person: usize) -> String {
        let time = self.outcome.time(person);
        let [home, given, offered] = [time.in_hand, time.given, time.offered].map(minutes);
        let (free, until) = (time.offered - time.in_hand - time.given, words::short_day(self.outcome.last_due()));
        if free < 0 {
            let over = minutes(-free);
            t!("plan-over-time", home = home, given = given, over = over, offered = offered, until = until)
        } else {
            let free = minutes(free);
            t!("plan-time", home = home, given = given, free = free, offered = offered, until = until)
        }
    }

    /// Why her share is what it is, be it none; empty where she takes no part, or the job is empty.
    pub fn why(&self, person: usize, job: usize) -> String {
        let Some(share) = self.outcome.share(person, job) else { return String::new() };
        if self.outcome.pool(job) == 0 && !share.pieces.any() {
            return String::new();
        }
        let why = match (share.why.by, self.policy) {
            // The page sets no largest share; one would read like a locked one.
            (By::Locked | By::Largest, _) => set(share),
            (By::Time, _) => self.no_more_time(share),
            (By::Policy, Policy::Fair) => self.fair(share),
            (By::Policy, Policy::Even) => self.even(share),
            (By::Policy, Policy::Fastest) => self.fastest(share),
        };
        match self.odd(share) {
            Some((odd, pack)) => t!("plan-sentence-odd", why = why, odd = odd, pack = pack),
            None => t!("plan-sentence", why = why),
        }
    }

    /// Where her share is no whole number of packs, though she was not set one: what is over, and how large a pack is.
    fn odd(&self, share: &Share) -> Option<(i64, i64)> {
        let pack = self.board.jobs.get(share.job).map_or(1, |job| job.pack.0).max(1);
        let odd = share.pieces.0 % pack;
        (odd != 0 && share.why.by != By::Locked).then_some((odd, pack))
    }

    fn no_more_time(&self, share: &Share) -> String {
        let why = &share.why;
        let left = why.offered_until - why.in_hand - why.given_until;
        let [offered, home, given] = [why.offered_until, why.in_hand, why.given_until].map(minutes);
        let until = words::short_day(why.until);
        // What is done as fast as can be is planned for an earlier day than was requested: that day is named as the plan's.
        let early = self.outcome.due(share.job).is_some_and(|due| why.until < due);
        if left < 0 {
            let over = minutes(-left);
            return t!("plan-no-time", until = until, offered = offered, home = home, given = given, over = over);
        }
        let pack = self.board.jobs.get(share.job).map_or(1, |job| job.pack.0);
        let pace = self.board.people.get(share.worker).and_then(|person| *person.pace.get(share.job)?);
        let (left, needs) = (minutes(left), minutes(pace.unwrap_or(0) * pack));
        t!(
            if early { "plan-early" } else { "plan-no-more-time" },
            until = until,
            offered = offered,
            home = home,
            given = given,
            left = left,
            pack = pack,
            needs = needs
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
            least = words::tenths_of_percent(least),
            most = words::tenths_of_percent(most)
        )
    }

    fn even(&self, share: &Share) -> String {
        let (least, most) = self.outcome.counts().unwrap_or_default();
        t!("plan-even", n = self.outcome.all_pieces(share.worker), least = least, most = most)
    }

    fn fastest(&self, share: &Share) -> String {
        // Who offers no time is never done, and where nothing is given there is no last piece: then only fairness is left to say.
        let Some(last) = self.outcome.last_done() else { return self.fair(share) };
        let key = match share.done {
            Some(_) => "plan-fastest",
            None if !share.pieces.any() => "plan-idle",
            None => return self.fair(share),
        };
        let HowFull { fill, worked, home, given, all } = self.how_full(share.worker);
        t!(
            key,
            done = share.done.map(words::short_day).unwrap_or_default(),
            last = words::short_day(last),
            fill = fill,
            worked = worked,
            home = home,
            given = given,
            all = all,
            until = words::short_day(self.outcome.last_due())
        )
    }

    fn how_full(&self, person: usize) -> HowFull {
        let time = self.outcome.time(person);
        let (used, of) = time.fill();
        let [worked, home, given, all] = [time.worked, time.in_hand, time.given, of].map(minutes);
        HowFull { fill: words::tenths_of_percent((used, of)), worked, home, given, all }
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

    /// How much of a job is given, and whether that is more than waits.
    pub fn sum(&self, job: usize) -> (String, bool) {
        let (given, pool, left) = (self.outcome.given(job), self.outcome.pool(job), self.outcome.left(job));
        if left < 0 {
            (t!("plan-sum-over", given = given, pool = pool, over = -left), true)
        } else {
            (t!("plan-sum", given = given, pool = pool, left = left), false)
        }
    }

    /// How much of all jobs together is given; where one of them has too much, that one is named.
    pub fn sum_of_all(&self) -> (String, bool) {
        let jobs = 0..self.board.jobs.len();
        if let Some(over) = jobs.clone().find(|job| self.outcome.left(*job) < 0) {
            return self.sum(over);
        }
        let all = |of: &dyn Fn(usize) -> i64| jobs.clone().map(of).sum::<i64>();
        let given = all(&|job| self.outcome.given(job));
        let (pool, left) = (all(&|job| self.outcome.pool(job)), all(&|job| self.outcome.left(job)));
        (t!("plan-sum", given = given, pool = pool, left = left), false)
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
        // The engine names whatever a day has room for; nobody should work half the night.
        let longer = unplaced.help.minutes_a_day.filter(|more| *more <= FOUR_HOURS);
        let longer = longer.map(|more| match later {
            Some(_) => t!("plan-help-or-longer", minutes = more),
            None => t!("plan-help-longer", minutes = more),
        });
        [Some(reason), later, longer].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// When all that is given will be done; nothing where nothing is.
    pub fn last(&self) -> String {
        let all = (0..self.board.jobs.len()).all(|job| self.outcome.left(job) <= 0);
        let words = |day| match all {
            true => t!("plan-last", day = words::short_day(day)),
            false => t!("plan-last-given", day = words::short_day(day)),
        };
        self.outcome.last_done().map(words).unwrap_or_default()
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
    let (n, takes) = (share.pieces, minutes(share.time));
    let over = why.in_hand + why.given_until - why.offered_until;
    if !share.pieces.any() {
        return t!("plan-set-none");
    }
    if over <= 0 {
        return t!("plan-set", n = n, minutes = takes);
    }
    let [offered, home, given, over] = [why.offered_until, why.in_hand, why.given_until, over].map(minutes);
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

/// Hundredths of a minute, which the split calculates in, as people read them.
pub fn minutes(hundredths: i64) -> String {
    words::minutes(Centiminutes(hundredths))
}
