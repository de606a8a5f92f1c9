//! Which days a page shows.

use super::query;
use ledger::values::day::Day;

/// The days in the page's address, `from` through `until`; without them, this month so far. Turned round where they are the wrong way.
#[must_use]
pub fn days(today: Day) -> (Day, Day) {
    let until = query::<Day>("until").unwrap_or(today);
    let from = query::<Day>("from").unwrap_or_else(|| until.month_start());
    if until < from { (until, from) } else { (from, until) }
}
