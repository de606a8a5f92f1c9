//! The counting table: who brings work, what she holds, what was just counted.

use super::Who;
use super::sounds::keys;
use crate::Command;
use crate::model::{Actor, Count};
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfCounts, OfWorker};
use crate::store::records::actor;
use crate::store::sql::{BAD_PIECE, LINE_NAME, step_photo};
use crate::store::{StoreError, gather};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, IssueId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use crate::values::sought::{Fit, Keys};

/// A worker with work at home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerToCount {
    pub who: Who,
    pub hand: Pieces,
    pub redo: Pieces,
    /// What she says she brings, and that waits to be counted.
    pub declared: Pieces,
    /// By what she is found.
    pub keys: Keys,
}

/// One of her issues, as it lies on the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueToCount {
    pub issue: IssueId,
    pub order: OrderId,
    pub order_code: String,
    pub style: StyleId,
    /// With the line's variant behind.
    pub style_name: String,
    pub step: StepNo,
    pub step_name: String,
    /// A photo of the step, or else of the style.
    pub photo: Option<PictureHash>,
    pub since: Day,
    pub rate: Fen,
    pub hand: Pieces,
    pub redo: Pieces,
    pub declared: Pieces,
    /// The delivery that the pieces came back from, if they are being repaired.
    pub repairs: Option<DeliveryId>,
}

/// A worker at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HerTable {
    pub who: Who,
    /// The oldest first, as the counts draw from them.
    pub issues: Vec<IssueToCount>,
}

/// A count that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnteredCount {
    pub id: EventId,
    pub who: Who,
    pub day: Day,
    pub accepted: Pieces,
    pub rework: Pieces,
    pub scrapped: Pieces,
    pub earned: Fen,
    pub note: String,
    /// The photo of a bad piece.
    pub photo: Option<PictureHash>,
    /// Whether it was undone since.
    pub corrected: bool,
    /// Whether it was undone, and nothing of hers was counted since: most likely it is to be entered again.
    pub to_enter_again: bool,
}

impl EnteredCount {
    /// Whether pieces were sent back or scrapped, and it stands: what was wrong can be shown by a photo.
    #[must_use]
    pub fn shows_bad_piece(&self) -> bool {
        !self.corrected && (self.rework.any() || self.scrapped.any())
    }
}

/// Workers listed at once.
const MOST: usize = 200;

/// Counts, up to what else is asked of them.
fn counted() -> String {
    format!(
        "SELECT e.id, w.id, w.number, w.name, e.day, e.note, bad.picture, undone.id, \
       (SELECT CAST(COALESCE(SUM(m.pieces), 0) AS BIGINT) FROM moves m WHERE m.workshop = e.workshop AND m.seq = e.seq AND m.flow = 'accepted'), \
       (SELECT CAST(COALESCE(SUM(m.pieces), 0) AS BIGINT) FROM moves m WHERE m.workshop = e.workshop AND m.seq = e.seq AND m.flow = 'sent_back'), \
       (SELECT CAST(COALESCE(SUM(m.pieces), 0) AS BIGINT) FROM moves m WHERE m.workshop = e.workshop AND m.seq = e.seq AND m.flow = 'scrapped'), \
       (SELECT CAST(COALESCE(SUM(t.fen), 0) AS BIGINT) FROM transfers t WHERE t.workshop = e.workshop AND t.seq = e.seq), \
       CASE WHEN undone.id IS NULL OR EXISTS (SELECT 1 FROM events later \
           JOIN moves m ON m.workshop = $1 AND m.seq = later.seq AND m.n = 1 \
           WHERE later.workshop = $1 AND later.kind = 'count' AND later.seq > undone.seq AND m.worker = w.id) \
         THEN 0 ELSE 1 END \
     FROM events e \
     JOIN moves first ON first.workshop = e.workshop AND first.seq = e.seq AND first.n = 1 \
     JOIN workers w ON w.workshop = e.workshop AND w.id = first.worker \
     LEFT JOIN events undone ON undone.workshop = e.workshop AND undone.reverses = e.id \
     {BAD_PIECE} \
     WHERE e.workshop = $1 AND e.kind = 'count'"
    )
}

impl OfCounts<'_> {
    /// What all workers have at home, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn issues_at_home(&mut self) -> Result<Vec<(WorkerId, IssueToCount)>, StoreError> {
        query(at_home("worker > 0")).bind(self.workshop()).all(self.db()).await
    }

    /// Who has work at home, those who said that they bring some first. With words to look for, all who answer to them by number, name or
    /// its sound; she whose number it is, alone.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn workers_to_count(&mut self, sought: &str) -> Result<Vec<WorkerToCount>, StoreError> {
        let workshop = self.workshop();
        let workers = "SELECT w.id, w.number, w.name, COALESCE(home.hand, 0), COALESCE(home.redo, 0), COALESCE(said.pieces, 0) \
             FROM workers w \
             LEFT JOIN (SELECT worker, CAST(SUM(CASE WHEN kind = 'hand' THEN pieces ELSE 0 END) AS BIGINT) AS hand, \
                 CAST(SUM(CASE WHEN kind = 'redo' THEN pieces ELSE 0 END) AS BIGINT) AS redo \
               FROM places WHERE workshop = $1 AND worker > 0 AND pieces > 0 GROUP BY worker) AS home ON home.worker = w.id \
             LEFT JOIN (SELECT worker, CAST(SUM(pieces) AS BIGINT) AS pieces FROM hand_ins \
               WHERE workshop = $1 AND counted IS NULL GROUP BY worker) AS said ON said.worker = w.id \
             WHERE w.workshop = $1 AND ($2 <> '' OR home.worker IS NOT NULL OR said.worker IS NOT NULL) \
             ORDER BY CASE WHEN said.worker IS NULL THEN 1 ELSE 0 END, \
               CASE WHEN home.worker IS NULL THEN 1 ELSE 0 END, w.number, w.id";
        let workers: Vec<WorkerToCount> = query(workers).bind(workshop).bind(sought).all(self.db()).await?;
        let fitting = |worker: WorkerToCount| worker.keys.fit(sought).map(|fit| (fit, worker));
        let mut found: Vec<_> = workers.into_iter().filter_map(fitting).collect();
        if found.iter().any(|(fit, _)| *fit == Fit::Exact) {
            found.retain(|(fit, _)| *fit == Fit::Exact);
        }
        Ok(found.into_iter().map(|(_, worker)| worker).take(MOST).collect())
    }

    /// The last counts, the latest first; of one who entered them, where that is asked.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn last_counts(&mut self, most: usize, by: Option<Actor>) -> Result<Vec<EnteredCount>, StoreError> {
        let workshop = self.workshop();
        let Some(by) = by else {
            let counts = format!("{} ORDER BY e.seq DESC LIMIT {most}", counted());
            return query(counts).bind(workshop).all(self.db()).await;
        };
        let (actor, id) = actor(by);
        let counts = format!("{} AND e.actor = $2 AND e.actor_id = $3 ORDER BY e.seq DESC LIMIT {most}", counted());
        query(counts).bind(workshop).bind(actor).bind(id).all(self.db()).await
    }

    /// One count; `None` where this workshop has no such one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn one_count(&mut self, id: EventId) -> Result<Option<EnteredCount>, StoreError> {
        let workshop = self.workshop();
        let count = counted() + " AND e.id = $2";
        query(count).bind(workshop).bind(id).optional(self.db()).await
    }

    /// What was asked when a count was entered, to enter it again; `None` where this workshop has no such count.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or the event does not read.
    pub async fn count_as_asked(&mut self, id: EventId) -> Result<Option<Count>, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        Ok(gather::event(&mut *db, workshop, id).await?.and_then(|event| match event.asked {
            Command::Count(count) => Some(count),
            _ => None,
        }))
    }
}

impl OfWorker<'_> {
    /// What a worker holds; `None` where this workshop has no such worker.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn her_table(&mut self) -> Result<Option<HerTable>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let her = "SELECT id, number, name FROM workers WHERE workshop = $1 AND id = $2";
        let Some(who) = query(her).bind(workshop).bind(worker).optional(self.db()).await? else {
            return Ok(None);
        };
        let issues = at_home("worker = $2");
        let issues: Vec<(WorkerId, IssueToCount)> = query(issues).bind(workshop).bind(worker).all(self.db()).await?;
        Ok(Some(HerTable { who, issues: issues.into_iter().map(|(_, issue)| issue).collect() }))
    }
}

/// What is at the home of the workers for whom that holds, the oldest first.
fn at_home(whose: &str) -> String {
    let photo = step_photo();
    format!(
        "SELECT home.worker, i.id, o.id, o.code, s.id, {LINE_NAME}, t.no, t.name, {photo}, i.day, i.rate, i.repairs, home.hand, home.redo, \
               (SELECT CAST(COALESCE(SUM(h.pieces), 0) AS BIGINT) FROM hand_ins h \
                WHERE h.workshop = i.workshop AND h.issue = i.id AND h.counted IS NULL) \
             FROM (SELECT worker, part, CAST(SUM(CASE WHEN kind = 'hand' THEN pieces ELSE 0 END) AS BIGINT) AS hand, \
                 CAST(SUM(CASE WHEN kind = 'redo' THEN pieces ELSE 0 END) AS BIGINT) AS redo \
               FROM places WHERE workshop = $1 AND {whose} AND worker > 0 AND pieces > 0 GROUP BY worker, part) AS home \
             JOIN issues i ON i.workshop = $1 AND i.id = home.part \
             JOIN lines l ON l.workshop = i.workshop AND l.id = i.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = l.workshop AND t.style = l.style AND t.no = i.step \
             ORDER BY i.day, i.id"
    )
}

impl FromRow for WorkerToCount {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let who: Who = columns.next()?;
        let keys = keys(&who.number, &who.name);
        Ok(Self { who, keys, hand: columns.next()?, redo: columns.next()?, declared: columns.next()? })
    }
}

from_row!(IssueToCount {
    issue,
    order,
    order_code,
    style,
    style_name,
    step,
    step_name,
    photo,
    since,
    rate,
    repairs,
    hand,
    redo,
    declared
});

impl FromRow for EnteredCount {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.next()?,
            who: columns.next()?,
            day: columns.next()?,
            note: columns.next()?,
            photo: columns.next()?,
            corrected: columns.next::<Option<EventId>>()?.is_some(),
            accepted: columns.next()?,
            rework: columns.next()?,
            scrapped: columns.next()?,
            earned: columns.next()?,
            to_enter_again: columns.next()?,
        })
    }
}
