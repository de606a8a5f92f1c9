//! How long a piece takes each worker, learned from her last months.

use crate::pace::{History, Learned, Offered, Pace, Standards, WorkDone};
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::paces::Paces;
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{Seq, WorkerId};
use crate::values::minutes::Centiminutes;
use chrono::Days;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far back her pace is looked for: long enough to say something, short enough to be hers as she is now.
const WINDOW: Days = Days::new(60);

/// What one step takes her, as her page tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceRow {
    pub style_name: String,
    pub step_name: String,
    pub standard: Centiminutes,
    pub learned: Learned,
}

impl OfWorker<'_> {
    /// What each step that she can do takes her, by style and step.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn pace_of(&mut self, today: Day) -> Result<Vec<PaceRow>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let paces = self.snapshot.learned(Some(worker), today).await?;
        let steps = "SELECT k.style, k.step, s.name, t.name, t.centiminutes FROM skills k \
             JOIN styles s ON s.workshop = k.workshop AND s.id = k.style \
             JOIN steps t ON t.workshop = k.workshop AND t.style = k.style AND t.no = k.step \
             WHERE k.workshop = $1 AND k.worker = $2 ORDER BY s.code, k.step";
        let rows = query(steps).bind(workshop).bind(worker).all(self.db()).await?;
        let row = |(skill, style_name, step_name, standard)| PaceRow {
            style_name,
            step_name,
            standard,
            learned: paces.at(worker, skill),
        };
        Ok(rows.into_iter().map(row).collect())
    }
}

impl Snapshot {
    /// What each worker's time for a piece is on that day. It is learned again after each event only.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn paces(&mut self, today: Day) -> Result<Arc<Paces>, StoreError> {
        let workshop = self.workshop();
        let event = self.last_event().await?;
        if let Some(kept) = self.paces.of(workshop, event, today) {
            return Ok(kept);
        }
        let learned = self.learned(None, today).await?;
        Ok(self.paces.keep(workshop, event, today, learned))
    }

    /// The number of the workshop's last event.
    pub(super) async fn last_event(&mut self) -> Result<Seq, StoreError> {
        let head = query("SELECT head_seq FROM workshops WHERE id = $1").bind(self.workshop());
        Ok(head.optional(self.db()).await?.unwrap_or(Seq(0)))
    }

    /// With `of`, hers alone.
    async fn learned(&mut self, of: Option<WorkerId>, today: Day) -> Result<Paces, StoreError> {
        let standards = self.standard_times().await?;
        let since = today.0.checked_sub_days(WINDOW).map_or(today, Day);
        let mut histories = self.histories(of, since).await?;
        let seen = |history: &History| history.done.iter().any(|done| done.day == today);
        let seen_today = histories.iter().filter(|(_, history)| seen(history)).map(|(worker, _)| *worker).collect();
        for (worker, offered) in self.offers(of, since).await? {
            if let Some(history) = histories.get_mut(&worker) {
                history.offered.push(offered);
            }
        }
        let paces = histories.into_iter().map(|(worker, history)| (worker, Pace::learn(&history, &standards)));
        Ok(Paces { paces: paces.collect(), standards, seen_today })
    }

    /// What went in and out of each one's hands since a day. A count that was undone is taken off the day of the count.
    async fn histories(&mut self, of: Option<WorkerId>, since: Day) -> Result<BTreeMap<WorkerId, History>, StoreError> {
        let workshop = self.workshop();
        // Of all workers, by day: the plus keeps SQLite from going through each one's whole history.
        let whose = of.map_or("+m.worker > 0".to_owned(), |worker| format!("m.worker = {worker}"));
        let done = format!(
            "SELECT m.worker, COALESCE(undone.day, m.day) AS done_on, l.style, i.step, \
               CAST(SUM(CASE WHEN m.flow IN ('issued', 'reissued') THEN m.sign * m.pieces ELSE 0 END) AS BIGINT), \
               CAST(SUM(CASE WHEN m.flow IN ('accepted', 'sent_back', 'scrapped') \
                 AND (CASE WHEN m.sign > 0 THEN m.from_kind ELSE m.to_kind END) = 'hand' \
                 THEN m.sign * m.pieces ELSE 0 END) AS BIGINT), \
               CAST(SUM(CASE WHEN m.flow = 'returned' THEN m.sign * m.pieces ELSE 0 END) AS BIGINT) \
             FROM moves m \
             CROSS JOIN issues i \
             CROSS JOIN lines l \
             LEFT JOIN events e ON m.sign < 0 AND e.workshop = m.workshop AND e.seq = m.seq \
             LEFT JOIN events undone ON undone.workshop = e.workshop AND undone.id = e.reverses \
             WHERE m.workshop = $1 AND m.day >= $2 AND {whose} \
               AND i.workshop = m.workshop AND i.id = m.issue AND l.workshop = i.workshop AND l.id = i.line \
             GROUP BY m.worker, done_on, l.style, i.step"
        );
        let rows = query(done).bind(workshop).bind(since).all::<(WorkerId, WorkDone)>(self.db()).await?;
        let mut histories = BTreeMap::<WorkerId, History>::new();
        for (worker, done) in rows {
            if done.day >= since {
                histories.entry(worker).or_default().done.push(done);
            }
        }
        Ok(histories)
    }

    /// What each offers now; what she offered before is not asked.
    async fn offers(&mut self, of: Option<WorkerId>, since: Day) -> Result<Vec<(WorkerId, Offered)>, StoreError> {
        let workshop = self.workshop();
        let whose = of.map_or(String::new(), |worker| format!(" AND id = {worker}"));
        let offers = format!("SELECT id, minutes_a_day, days_off FROM workers WHERE workshop = $1{whose}");
        let rows = query(offers).bind(workshop).all::<(WorkerId, i64, DaysOff)>(self.db()).await?;
        let offered = |(worker, minutes, days_off): (_, i64, _)| {
            (worker, Offered { from: since, a_day: minutes.saturating_mul(100), days_off })
        };
        Ok(rows.into_iter().map(offered).collect())
    }

    /// The standard time for a piece of each step.
    async fn standard_times(&mut self) -> Result<Standards, StoreError> {
        let workshop = self.workshop();
        let steps = "SELECT style, no, centiminutes FROM steps WHERE workshop = $1";
        Ok(query(steps).bind(workshop).all(self.db()).await?.into_iter().collect())
    }
}

from_row!(WorkDone { day, skill, issued, made, returned });
