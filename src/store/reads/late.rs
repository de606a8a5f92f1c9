//! Work at home whose order's due day is past, by worker.

use super::Who;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::sql::{LINE_NAME, step_photo};
use crate::values::day::Day;
use crate::values::ids::{IssueId, OrderId};
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;

/// An issue of which she still has pieces, though its order was due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateIssue {
    pub who: Who,
    pub issue: IssueId,
    pub order: OrderId,
    pub order_code: String,
    pub style_name: String,
    pub step_name: String,
    /// A photo of the step, or else of the style.
    pub photo: Option<PictureHash>,
    pub due: Day,
    /// The day she took them.
    pub since: Day,
    /// To be made, and to be made again.
    pub pieces: Pieces,
}

/// Issues that are listed.
const MOST: i64 = 500;

impl Snapshot {
    /// What workers have at home of orders that were due before that day: each worker's together, whoever is late longest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn late_work(&mut self, today: Day) -> Result<Vec<LateIssue>, StoreError> {
        let workshop = self.workshop();
        let photo = step_photo();
        let text = format!(
            "SELECT w.id, w.number, w.name, i.id, o.id, o.code, {LINE_NAME}, t.name, {photo}, o.due, i.day, home.pieces FROM \
               (SELECT part, CAST(SUM(pieces) AS BIGINT) AS pieces FROM places \
                WHERE workshop = $1 AND worker > 0 AND pieces > 0 GROUP BY part) AS home \
             JOIN issues i ON i.workshop = $1 AND i.id = home.part \
             JOIN workers w ON w.workshop = i.workshop AND w.id = i.worker \
             JOIN lines l ON l.workshop = i.workshop AND l.id = i.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = s.workshop AND t.style = s.id AND t.no = i.step \
             WHERE o.due < $2 ORDER BY o.due, w.number, i.id LIMIT {MOST}"
        );
        let mut late: Vec<LateIssue> = query(text).bind(workshop).bind(today).all(self.db()).await?;
        let first = |who: &Who| late.iter().position(|issue| issue.who.id == who.id).unwrap_or_default();
        let places: Vec<usize> = late.iter().map(|issue| first(&issue.who)).collect();
        let mut placed: Vec<_> = places.into_iter().zip(late.drain(..)).collect();
        placed.sort_by_key(|(place, _)| *place);
        Ok(placed.into_iter().map(|(_, issue)| issue).collect())
    }
}

impl FromRow for LateIssue {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            who: columns.next()?,
            issue: columns.next()?,
            order: columns.next()?,
            order_code: columns.next()?,
            style_name: columns.next()?,
            step_name: columns.next()?,
            photo: columns.next()?,
            due: columns.next()?,
            since: columns.next()?,
            pieces: columns.next()?,
        })
    }
}
