//! What happened to an order, the latest first.

use crate::journal::Flow;
use crate::store::StoreError;
use crate::store::read::OfOrders;
use crate::store::reads::{day, number, pieces, query, text};
use crate::store::sql::{list, read};
use crate::values::day::Day;
use crate::values::ids::{EventId, OrderId, Seq, WorkerId};
use crate::values::pieces::Pieces;
use sqlx::Row;

/// An event that moved pieces of an order.
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
    /// The last events that moved pieces of that order.
    pub(super) async fn past_of_order(&mut self, order: OrderId, most: usize) -> Result<Vec<Past>, StoreError> {
        let workshop = self.workshop();
        let events = format!(
            "SELECT e.seq, e.id, e.kind, e.day, e.note, e.reverses, undone.id FROM events e \
             LEFT JOIN events undone ON undone.workshop = e.workshop AND undone.reverses = e.id \
             WHERE e.workshop = $1 AND e.seq IN (SELECT DISTINCT m.seq FROM lines l CROSS JOIN moves m \
               WHERE l.workshop = $1 AND l.order_id = $2 AND m.workshop = $1 AND m.line = l.id \
               ORDER BY m.seq DESC LIMIT {most}) \
             ORDER BY e.seq DESC"
        );
        let mut past = Vec::new();
        for row in query(events, workshop).bind(order.0).fetch_all(self.db()).await? {
            past.push(Past {
                seq: Seq(number(&row, 0)?),
                id: read("events", &text(&row, 1)?)?,
                kind: text(&row, 2)?,
                day: day(&row, 3)?,
                note: text(&row, 4)?,
                corrects: row.try_get::<Option<String>, _>(5)?.is_some(),
                corrected: row.try_get::<Option<String>, _>(6)?.is_some(),
                parts: Vec::new(),
            });
        }
        let moves = format!(
            "SELECT m.seq, m.flow, m.pieces, l.no, m.worker, COALESCE(w.name, '') FROM moves m \
             JOIN lines l ON l.workshop = m.workshop AND l.id = m.line AND l.order_id = $2 \
             LEFT JOIN workers w ON w.workshop = m.workshop AND w.id = m.worker \
             WHERE m.workshop = $1 AND m.seq IN {} ORDER BY m.seq, m.n",
            list(3, past.len())
        );
        let moves = query(moves, workshop).bind(order.0);
        for row in past.iter().fold(moves, |query, event| query.bind(event.seq.0)).fetch_all(self.db()).await? {
            let seq = Seq(number(&row, 0)?);
            let flow = text(&row, 1)?;
            let flow = Flow::of_code(&flow).ok_or(StoreError::BadRow { table: "moves".into(), what: flow })?;
            let worker = match number(&row, 4)? {
                0 => None,
                id => Some((WorkerId(id), text(&row, 5)?)),
            };
            let part = PastPart { flow, pieces: pieces(&row, 2)?, line: number(&row, 3)?, worker };
            if let Some(event) = past.iter_mut().find(|event| event.seq == seq) {
                event.parts.push(part);
            }
        }
        Ok(past)
    }
}
