//! What is left to be done of an order, and what follows from it.

use super::chance::all_done;
use super::finish::Finish;
use super::help::{Bottleneck, Help, Load, Short};
use super::hours::{HORIZON, Ticks, day_of};
use super::instance::Order;
use super::outlook::{Forecast, Standing, Unknown, When};
use crate::values::day::Day;
use crate::values::ids::{LineId, StepNo, WorkerId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The chance at the early end of the range, in millionths.
const EARLY: i64 = 100_000;

/// The chance at its late end.
const LATE: i64 = 900_000;

/// What is left to be done of an order.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkLeft {
    /// When each worker is through with what she has at home: her last finish says all.
    homes: BTreeMap<WorkerId, Finish>,
    /// When she is through with all that she has at home, of whatever order.
    piles: BTreeMap<WorkerId, Finish>,
    /// When the steps that are shared are finished.
    shared: Vec<Finish>,
    unknown: Option<Unknown>,
    /// With whom pieces are that will never be done there.
    stuck: Option<WorkerId>,
    /// Who has pieces at home that others could make as well.
    movable: BTreeSet<WorkerId>,
    short: Short,
    heaviest: Option<Load>,
}

impl WorkLeft {
    pub fn at_home(&mut self, worker: WorkerId, finish: Finish, lag: Ticks) {
        put_last(&mut self.homes, worker, Finish { at: finish.at + lag, ..finish });
    }

    pub fn end_of_pile(&mut self, worker: WorkerId, finish: Finish, lag: Ticks) {
        put_last(&mut self.piles, worker, Finish { at: finish.at + lag, ..finish });
    }

    pub fn shared(&mut self, finish: Finish, lag: Ticks) {
        self.shared.push(Finish { at: finish.at + lag, ..finish });
    }

    /// Remembers why nobody can tell. A step that nobody does says more than that it takes too long.
    pub fn nobody_knows(&mut self, why: Unknown) {
        if matches!(self.unknown, None | Some(Unknown::TooFar)) {
            self.unknown = Some(why);
        }
    }

    pub fn short_of(&mut self, deadline: Ticks, time: i64, home: Option<WorkerId>) {
        self.short.add(deadline, time, home);
    }

    /// Others can make what she has at home.
    pub fn others_can(&mut self, worker: WorkerId) {
        self.movable.insert(worker);
    }

    /// She has some of it at home, and it will never be done there.
    pub fn stuck(&mut self, worker: WorkerId, why: Unknown) {
        self.nobody_knows(why);
        self.stuck.get_or_insert(worker);
    }

    pub fn weigh(&mut self, line: LineId, step: StepNo, pieces: i64, a_week: i64, parts: i64) {
        let load = Load { line, step, pieces, a_week, parts };
        if load.any() && self.heaviest.is_none_or(|heaviest| load.heavier_than(&heaviest)) {
            self.heaviest = Some(load);
        }
    }

    /// What is foreseen of an order; on the day that habits foretell, where they do and anyone can make it.
    pub fn forecast(self, order: &Order, today: Day, by_habits: Option<When>) -> Forecast {
        let plan = self.when(today);
        let nothing = self.unknown.is_none() && self.homes.is_empty() && self.shared.is_empty();
        let when = if nothing { plan } else { plan.map(|plan| by_habits.unwrap_or(plan)) };
        let by_plan = plan.map(|plan| plan.expected);
        let standing = match when {
            _ if nothing => Standing::Ready,
            Err(_) => Standing::Unknown,
            Ok(when) if when.expected > order.due => Standing::Late,
            Ok(when) if when.late > order.due => Standing::AtRisk,
            Ok(_) => Standing::InTime,
        };
        let far = self.unknown == Some(Unknown::TooFar);
        let late = standing == Standing::Late || far;
        let waits_for = self.waits_for();
        let hand_over = waits_for.filter(|worker| self.movable.contains(worker));
        let helps = late || standing == Standing::AtRisk || hand_over.is_some() && standing == Standing::Unknown;
        let help = helps.then(|| Help {
            // By plan it may be in time, and late as things went so far: then no minutes are short.
            minutes: self.short.a_day().filter(|minutes| late && *minutes > 0),
            hers: self.short.home(),
            promise: when.ok().map(|when| when.late),
            hand_over,
        });
        let bottleneck = self.heaviest.map(|load| Bottleneck::of(&load));
        Forecast { order: order.order, due: order.due, standing, when, by_plan, help, bottleneck, waits_for }
    }

    /// Who has the last of it at home.
    fn waits_for(&self) -> Option<WorkerId> {
        if self.stuck.is_some() {
            return self.stuck;
        }
        let (worker, last) = self.homes.iter().max_by_key(|(worker, finish)| (finish.at, Reverse(**worker)))?;
        let shared = self.shared.iter().map(|finish| finish.at).max();
        (Some(last.at) >= shared).then_some(*worker)
    }

    fn when(&self, today: Day) -> Result<When, Unknown> {
        if let Some(unknown) = self.unknown {
            return Err(unknown);
        }
        let finishes: Vec<Finish> = self.homes.values().chain(&self.shared).copied().collect();
        let expected = finishes.iter().map(|finish| finish.at).max().unwrap_or(0);
        if expected > HORIZON {
            return Err(Unknown::TooFar);
        }
        let day = |moment| day_of(today, moment);
        let expected = day(expected);
        // In which order she does what she has at home, nobody can be sure of.
        let last_of_all: Vec<Finish> = self.piles.values().chain(&self.shared).copied().collect();
        Ok(When {
            expected,
            early: day(all_done(&finishes, EARLY)).min(expected),
            late: day(all_done(&last_of_all, LATE)).max(expected),
        })
    }
}

/// Keeps the later of a worker's finishes.
fn put_last(of: &mut BTreeMap<WorkerId, Finish>, worker: WorkerId, finish: Finish) {
    let last = of.entry(worker).or_insert(finish);
    if finish.at > last.at {
        *last = finish;
    }
}
