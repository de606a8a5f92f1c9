//! What would help where pieces are left over, all other shares as they are.

use super::sharing::Sharing;
use super::time::{after, least, working_days};
use crate::day::Day;

/// The farthest that a later day is looked for, in days.
const AHEAD: i64 = 366;

/// Minutes of a day.
const A_DAY: i64 = 24 * 60;

/// What would hold all that is left of a job, each on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The earliest day that it would have to be due.
    pub due: Option<Day>,
    /// How many minutes a day more each who can do it would have to offer.
    pub minutes_a_day: Option<i64>,
}

pub(super) fn help(sharing: &Sharing<'_>, job: usize) -> Help {
    let asked = &sharing.instance.jobs[job];
    let start = (asked.due.0 - sharing.instance.today.0).num_days().max(-1) + 1;
    let due = least(start, start + AHEAD, |ahead| holds(sharing, job, after(sharing.instance.today, ahead), 0));
    let most =
        sharing.able(job).map(|(worker, _)| A_DAY - sharing.instance.workers[worker].a_day / 100).max().unwrap_or(0);
    let minutes_a_day = least(1, most, |minutes| holds(sharing, job, asked.due, minutes));
    Help { due: due.map(|ahead| after(sharing.instance.today, ahead)), minutes_a_day }
}

/// Whether all that is left of a job could be placed if it were due that day, and each offered so many minutes a day more.
fn holds(sharing: &Sharing<'_>, job: usize, due: Day, more: i64) -> bool {
    let instance = sharing.instance;
    let pack = instance.jobs[job].pack.0.max(1);
    let (mut packs, mut odd) = (0i64, 0);
    for (worker, can) in sharing.able(job) {
        let who = &instance.workers[worker];
        let extra = (more * 100).min(A_DAY * 100 - who.a_day).max(0);
        let extra = working_days(&who.days_off, instance.today, due).saturating_mul(extra);
        let room = sharing.room_until(worker, due).saturating_add(extra).max(0);
        let by_time = room / can.pace.max(1);
        let space = can.most.map_or(by_time, |most| by_time.min((most.0 - sharing.share(worker, job)).max(0)));
        packs = packs.saturating_add(space / pack);
        odd = odd.max(space % pack);
    }
    let left = sharing.left[job];
    packs.saturating_mul(pack) >= left || packs.saturating_mul(pack).saturating_add(odd) >= left
}
