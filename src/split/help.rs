//! What would help where pieces are left over, all other shares as they are.

use super::sharing::Sharing;
use super::time::{after, least, working_days};
use crate::values::day::Day;

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
    // Nobody has more than a day.
    let most =
        sharing.able(job).map(|(worker, _)| A_DAY - sharing.instance.workers[worker].a_day / 100).min().unwrap_or(0);
    let minutes_a_day = least(1, most, |minutes| holds(sharing, job, asked.due, minutes));
    Help { due: due.map(|ahead| after(sharing.instance.today, ahead)), minutes_a_day }
}

/// Whether all that is left of a job could be placed if it were due that day, and each offered so many minutes a day more.
fn holds(sharing: &Sharing<'_>, job: usize, due: Day, more: i64) -> bool {
    let instance = sharing.instance;
    let pack = instance.jobs[job].pack.0.max(1);
    let mut rooms: Vec<Room> = Vec::new();
    let mut left = sharing.left[job];
    for (worker, can) in sharing.able(job) {
        let who = &instance.workers[worker];
        let extra = working_days(&who.days_off, instance.today, due).saturating_mul(more * 100);
        let room = sharing.room_until(worker, due).saturating_add(extra).max(0);
        let by_time = room / can.pace.max(1);
        // A share that is no whole number of packs is made again: from its packs, if she may have so few.
        let (has, whole) = (sharing.share(worker, job), sharing.share(worker, job) / pack * pack);
        let share = if whole == has || whole >= can.least.0 { whole } else { 0 };
        let freed = has - share;
        left += freed;
        let most = by_time.saturating_add(freed);
        let most = can.most.map_or(most, |largest| most.min((largest.0 - share).max(0)));
        let least = (can.least.0 - share).max(1);
        if least <= most {
            rooms.push(Room { least, most });
        }
    }
    // Anyone who takes the fewest at least comes first, so that all together never have to take more than there is.
    rooms.sort_unstable_by_key(|room| (room.least, -room.most));
    let (mut packs, mut must, mut odd) = (0i64, 0i64, 0);
    for Room { least, most } in rooms {
        let (lowest, highest) = ((least + pack - 1) / pack, most / pack);
        if highest >= lowest {
            must = must.saturating_add(if least > 1 { lowest * pack } else { 0 });
            packs = packs.saturating_add(highest);
        }
        if must > left {
            return false;
        }
        // One share may be no whole number of packs.
        if highest >= lowest || least == 1 {
            odd = odd.max(most % pack);
        }
        let whole = packs.saturating_mul(pack);
        if whole >= left || whole.saturating_add(odd) >= left {
            return true;
        }
    }
    false
}

/// How many more pieces somebody could take.
struct Room {
    /// At least so many, if she takes any.
    least: i64,
    most: i64,
}
