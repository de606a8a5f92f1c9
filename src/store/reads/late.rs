//! Work at home whose order's due day is past, by worker.

use super::Who;
use crate::store::StoreError;
use crate::store::columns::from_row;
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
    /// What workers have at home of orders that were due before that day, worker by worker: the one with the oldest due day first.
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
             WHERE o.due < $2 ORDER BY MIN(o.due) OVER (PARTITION BY w.id), w.number, o.due, i.id LIMIT {MOST}"
        );
        query(text).bind(workshop).bind(today).all(self.db()).await
    }
}

from_row!(LateIssue { who, issue, order, order_code, style_name, step_name, photo, due, since, pieces });
