//! Sums by month and by week, for pictures.

use super::month::FirstOfMonth;
use crate::model::Tally;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::values::day::Day;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use chrono::{Datelike, Days, Months};
use std::collections::BTreeMap;

/// Months of a picture, and weeks of one.
const MONTHS: u32 = 12;
const WEEKS: u64 = 12;

/// What all workers made and earned in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// Accepted pieces of all steps, corrections taken off.
    pub accepted: Pieces,
    pub earned: Fen,
}

impl OfWorker<'_> {
    /// What she earned by month, the last year through today, oldest first; months without anything too, from the first with something.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn earnings_by_month(&mut self, today: Day) -> Result<Vec<(Day, Tally)>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let this = today.month_start();
        let first = this.0.checked_sub_months(Months::new(MONTHS - 1)).map_or(this, Day);
        let sql = "SELECT SUBSTR(day, 1, 7), purpose, CAST(SUM(sign * fen) AS BIGINT) FROM transfers \
             WHERE workshop = $1 AND worker = $2 AND day >= $3 AND day <= $4 GROUP BY SUBSTR(day, 1, 7), purpose";
        let asked = query(sql).bind(workshop).bind(worker).bind(first).bind(today);
        let mut sums: BTreeMap<Day, Tally> = BTreeMap::new();
        for (FirstOfMonth(month), purpose, sum) in asked.all(self.db()).await? {
            sums.entry(month).or_default().add(purpose, sum);
        }
        let Some(begin) = sums.keys().next().copied() else { return Ok(Vec::new()) };
        let months = (0..MONTHS).filter_map(|n| begin.0.checked_add_months(Months::new(n)).map(Day));
        Ok(months
            .take_while(|month| *month <= this)
            .map(|month| (month, sums.remove(&month).unwrap_or_default()))
            .collect())
    }
}

impl Snapshot {
    /// The village's last weeks through today, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn weeks(&mut self, today: Day) -> Result<Vec<Week>, StoreError> {
        let workshop = self.workshop();
        let monday = monday_of(today);
        let first = monday.0.checked_sub_days(Days::new(7 * (WEEKS - 1))).map_or(monday, Day);
        let sql = "SELECT m.day, CAST(SUM(m.sign * m.pieces) AS BIGINT), CAST(SUM(m.sign * m.pieces * i.rate) AS BIGINT) \
             FROM moves m JOIN issues i ON i.workshop = m.workshop AND i.id = m.issue \
             WHERE m.workshop = $1 AND m.flow = 'accepted' AND m.day >= $2 AND m.day <= $3 GROUP BY m.day";
        let asked = query(sql).bind(workshop).bind(first).bind(today);
        let mut sums: BTreeMap<Day, (Pieces, Fen)> = BTreeMap::new();
        for (day, accepted, earned) in asked.all::<(Day, Pieces, Fen)>(self.db()).await? {
            let sum = sums.entry(monday_of(day)).or_default();
            *sum = (sum.0 + accepted, sum.1 + earned);
        }
        let Some(begin) = sums.keys().next().copied() else { return Ok(Vec::new()) };
        let weeks = (0..WEEKS).filter_map(|n| begin.0.checked_add_days(Days::new(7 * n)).map(Day));
        let of = |monday| {
            let (accepted, earned) = sums.get(&monday).copied().unwrap_or_default();
            Week { monday, accepted, earned }
        };
        Ok(weeks.take_while(|week| *week <= monday).map(of).collect())
    }
}

fn monday_of(day: Day) -> Day {
    let ahead = u64::from(day.0.weekday().num_days_from_monday());
    day.0.checked_sub_days(Days::new(ahead)).map_or(day, Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        for (day, monday) in [("2026-11-02", "2026-11-02"), ("2026-11-08", "2026-11-02"), ("2026-11-09", "2026-11-09")]
        {
            let parsed = |text: &str| text.parse::<Day>().expect("a day");
            assert_eq!(monday_of(parsed(day)), parsed(monday), "{day}");
        }
    }
}
