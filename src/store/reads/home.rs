//! A worker's first page: what she has at home to make, and what she has declared.

use super::task::Task;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, IssueId, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;

/// What stands open between a worker and her workshop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeView {
    /// What she has at home, most urgent first.
    pub held: Vec<HeldTask>,
    /// Hand-ins that she declared and nobody has counted yet, oldest first.
    pub waiting: Vec<WaitingHandIn>,
}

/// An issue of which pieces are still at her home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldTask {
    pub issue: IssueId,
    pub task: Task,
    /// To be made.
    pub hand: Pieces,
    /// To be done again 返工.
    pub redo: Pieces,
    /// Declared and not counted yet; they are among the two above.
    pub declared: Pieces,
    /// When the order is due.
    pub due: Day,
    /// What she is paid for a piece.
    pub rate: Fen,
    /// Whether these came back from a firm to be repaired.
    pub repairs: bool,
}

impl HeldTask {
    /// All that she has of it.
    #[must_use]
    pub fn pieces(&self) -> Pieces {
        self.hand + self.redo
    }

    /// What she may still declare.
    #[must_use]
    pub fn undeclared(&self) -> Pieces {
        Pieces((self.pieces() - self.declared).0.max(0))
    }
}

/// A hand-in that waits to be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingHandIn {
    pub id: EventId,
    pub issue: IssueId,
    pub task: Task,
    pub pieces: Pieces,
    pub day: Day,
}

impl OfWorker<'_> {
    /// A worker's open work.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn home_page(&mut self) -> Result<HomeView, StoreError> {
        let worker = self.worker;
        let waiting = self.snapshot.waiting(worker).await?;
        let held = self.snapshot.held(worker, None, &waiting).await?;
        Ok(HomeView { held, waiting })
    }

    /// One issue of hers of which pieces are still at home, and what she declared of it that nobody has counted yet; `None` for
    /// anybody else's, and for one that is done.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn held_issue(&mut self, issue: IssueId) -> Result<Option<(HeldTask, Vec<WaitingHandIn>)>, StoreError> {
        let worker = self.worker;
        let mut waiting = self.snapshot.waiting(worker).await?;
        waiting.retain(|hand_in| hand_in.issue == issue);
        Ok(self.snapshot.held(worker, Some(issue), &waiting).await?.pop().map(|held| (held, waiting)))
    }
}

impl Snapshot {
    async fn held(
        &mut self,
        worker: WorkerId,
        only: Option<IssueId>,
        waiting: &[WaitingHandIn],
    ) -> Result<Vec<HeldTask>, StoreError> {
        let workshop = self.workshop();
        let (task, joins) = (Task::columns(), Task::JOINS);
        // `worker > 0` lets the partial index be used.
        let text = format!(
            "SELECT i.id, o.due, i.rate, i.repairs, {task}, \
             CAST(SUM(CASE WHEN p.kind = 'hand' THEN p.pieces ELSE 0 END) AS BIGINT), \
             CAST(SUM(CASE WHEN p.kind = 'redo' THEN p.pieces ELSE 0 END) AS BIGINT) \
             FROM places AS p JOIN issues AS i ON i.workshop = p.workshop AND i.id = p.part {joins} \
             JOIN orders AS o ON o.workshop = l.workshop AND o.id = l.order_id \
             WHERE p.workshop = $1 AND p.worker = $2 AND p.worker > 0 AND p.pieces > 0 AND ($3 = 0 OR p.part = $3) \
             GROUP BY i.id, o.due, i.rate, i.repairs, {task} ORDER BY o.due, i.id"
        );
        let asked = query(text).bind(workshop).bind(worker).bind(only.map_or(0, |issue| issue.0));
        let mut held: Vec<HeldTask> = asked.all(self.db()).await?;
        for one in &mut held {
            one.declared =
                waiting.iter().filter(|hand_in| hand_in.issue == one.issue).map(|hand_in| hand_in.pieces).sum();
        }
        Ok(held)
    }

    async fn waiting(&mut self, worker: WorkerId) -> Result<Vec<WaitingHandIn>, StoreError> {
        let workshop = self.workshop();
        let (task, joins) = (Task::columns(), Task::JOINS);
        let text = format!(
            "SELECT h.id, h.issue, h.pieces, h.day, {task} FROM hand_ins AS h \
             JOIN issues AS i ON i.workshop = h.workshop AND i.id = h.issue {joins} \
             WHERE h.workshop = $1 AND h.worker = $2 AND h.counted IS NULL ORDER BY h.day, h.id"
        );
        query(text).bind(workshop).bind(worker).all(self.db()).await
    }
}

/// Without what she declared of it.
impl FromRow for HeldTask {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            issue: columns.next()?,
            due: columns.next()?,
            rate: columns.next()?,
            repairs: columns.next::<Option<DeliveryId>>()?.is_some(),
            task: columns.next()?,
            hand: columns.next()?,
            redo: columns.next()?,
            declared: Pieces::ZERO,
        })
    }
}

from_row!(WaitingHandIn { id, issue, pieces, day, task });
