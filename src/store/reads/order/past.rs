//! What happened to an order, the latest first.

use crate::journal::Flow;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::store::sql::list;
use crate::values::day::Day;
use crate::values::ids::{EventId, OrderId, Seq, WorkerId};
use crate::values::pieces::Pieces;

/// An event that moved pieces of an order, or changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub seq: Seq,
    pub id: EventId,
    /// A [`crate::Command`]'s kind.
    pub kind: String,
    pub day: Day,
    pub note: String,
    /// Whether it undoes another.
    pub corrects: bool,
    /// Whether it was undone.
    pub corrected: bool,
    pub parts: Vec<PastPart>,
}

/// What of it concerned the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastPart {
    pub flow: Flow,
    /// The line's place in the order.
    pub line: i64,
    pub pieces: Pieces,
    /// The worker from or to whose home they went.
    pub worker: Option<(WorkerId, String)>,
}

impl OfOrders<'_> {
    /// The last events that moved pieces of that order, or changed it.
    pub(super) async fn past_of_order(&mut self, order: OrderId, most: usize) -> Result<Vec<Past>, StoreError> {
        let workshop = self.workshop();
        let events = format!(
            "SELECT e.seq, e.id, e.kind, e.day, e.note, e.reverses, undone.id FROM events e \
             LEFT JOIN events undone ON undone.workshop = e.workshop AND undone.reverses = e.id \
             WHERE e.workshop = $1 AND e.seq IN (SELECT of_it.seq FROM (SELECT m.seq FROM lines l CROSS JOIN moves m \
                 WHERE l.workshop = $1 AND l.order_id = $2 AND m.workshop = $1 AND m.line = l.id \
               UNION SELECT changing.seq FROM order_changes c \
                 JOIN events changing ON changing.workshop = c.workshop AND changing.id = c.id \
                 WHERE c.workshop = $1 AND c.order_id = $2) AS of_it ORDER BY of_it.seq DESC LIMIT {most}) \
             ORDER BY e.seq DESC"
        );
        let mut past: Vec<Past> = query(events).bind(workshop).bind(order).all(self.db()).await?;
        let moves = format!(
            "SELECT m.seq, m.flow, l.no, m.pieces, m.worker, COALESCE(w.name, '') FROM moves m \
             JOIN lines l ON l.workshop = m.workshop AND l.id = m.line AND l.order_id = $2 \
             LEFT JOIN workers w ON w.workshop = m.workshop AND w.id = m.worker \
             WHERE m.workshop = $1 AND m.seq IN {} ORDER BY m.seq, m.n",
            list(3, past.len())
        );
        let asked = query(moves).bind(workshop).bind(order).bind_all(past.iter().map(|event| event.seq));
        for (seq, part) in asked.all::<(Seq, PastPart)>(self.db()).await? {
            if let Some(event) = past.iter_mut().find(|event| event.seq == seq) {
                event.parts.push(part);
            }
        }
        Ok(past)
    }
}

/// Without its parts.
impl FromRow for Past {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: columns.next()?,
            id: columns.next()?,
            kind: columns.next()?,
            day: columns.next()?,
            note: columns.next()?,
            corrects: columns.next::<Option<EventId>>()?.is_some(),
            corrected: columns.next::<Option<EventId>>()?.is_some(),
            parts: Vec::new(),
        })
    }
}

impl FromRow for PastPart {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (flow, line, pieces) = columns.next()?;
        let (worker, name) = columns.next()?;
        // Worker 0 is nobody's home.
        let worker = if worker == WorkerId(0) { None } else { Some((worker, name)) };
        Ok(Self { flow, line, pieces, worker })
    }
}
